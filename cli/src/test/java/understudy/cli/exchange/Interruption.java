package understudy.cli.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import understudy.cli.wiring.ExchangeLab.Way;

/**
 * Where a run is interrupted once, and how.
 *
 * @param command after how many commands that change something the nodes have logged
 * @param appends after how many appends to our journal from then on; with 0 at once
 * @param killed our process gets SIGKILL; else every connection is cut
 */
record Interruption(EveryProcedure procedure, Way way, int command, int appends, boolean killed) {
    /** A procedure's last steps append more than this after its last command. */
    private static final int MOST_APPENDS = 3;

    /** So many, over all procedures but P1; half of them kill, half of each kind go over each way. */
    static List<Interruption> drawn(int count, long seed) throws IOException {
        var random = new Random(seed);
        var procedures = new ArrayList<>(List.of(EveryProcedure.values()));
        procedures.remove(EveryProcedure.SCC_SERVICE_PACK);
        Collections.shuffle(procedures, random);
        List<Interruption> drawn = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            var procedure = procedures.get(at % procedures.size());
            drawn.add(new Interruption(
                    procedure,
                    at / 2 % 2 == 0 ? Way.SSH : Way.WINRM_HTTPS,
                    random.nextInt(1, procedure.golden().size() + 1),
                    random.nextBoolean() ? 0 : random.nextInt(1, MOST_APPENDS + 1),
                    at % 2 == 0));
        }
        return drawn;
    }

    /** At every command that an undisturbed run of the procedure asks. */
    static List<Interruption> everywhere(EveryProcedure procedure, Way way) throws IOException {
        List<Interruption> all = new ArrayList<>();
        for (int command = 1; command <= procedure.golden().size(); command++) {
            all.add(new Interruption(procedure, way, command, 0, true));
            all.add(new Interruption(procedure, way, command, 0, false));
        }
        return all;
    }
}
