package understudy.cli.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import understudy.cli.wiring.ClassicKind;
import understudy.cli.wiring.ExchangeLab.Way;
import understudy.emulated.world.Build;

/** Each procedure of the catalogue for Exchange, on two emulated nodes or the one that it is for. */
enum EveryProcedure {
    SCC_SERVICE_PACK("scc-service-pack-2-nodes", 1),
    CCR_ROLLUP("ccr-rollup-2-nodes", 1),
    SCC_ROLLUP("scc-rollup-2-nodes", 1),
    CCR_SERVICE_PACK("ccr-service-pack-2-nodes", 1),
    SERVICE_PACK_2003("classic-2003-service-pack-2-nodes", 3),
    HOTFIX_2003("classic-2003-hotfix-2-nodes", 3),
    ACTIVE_PASSIVE_2000("classic-2000-active-passive", 1),
    ACTIVE_ACTIVE_2000("classic-2000-active-active", 3),
    SERVICE_PACK_55("classic-5.5-service-pack", 1),
    FIX_55("classic-5.5-fix", 1),
    ALONE_2003("classic-2003-stand-alone", 1),
    ALONE_2000("classic-2000-stand-alone", 1),
    ALONE_55("classic-5.5-stand-alone", 1);

    private final String golden;
    private final int outages;

    EveryProcedure(String golden, int outages) {
        this.golden = golden;
        this.outages = outages;
    }

    Emulation open(Path folder, Way way) throws IOException {
        return switch (this) {
            case SCC_SERVICE_PACK -> EmulatedCluster.of(2, folder, way);
            case SCC_ROLLUP -> EmulatedCluster.single(2, Build.SP1, folder, way);
            case CCR_SERVICE_PACK -> EmulatedCluster.replicated(Build.RTM, folder, way);
            case CCR_ROLLUP -> EmulatedCluster.replicated(Build.SP1, folder, way);
            case SERVICE_PACK_2003, ACTIVE_PASSIVE_2000, ALONE_2003 ->
                EmulatedOldCluster.of(ClassicKind.valueOf(name()), true, folder, way);
            case HOTFIX_2003, ACTIVE_ACTIVE_2000, SERVICE_PACK_55, FIX_55, ALONE_2000, ALONE_55 ->
                EmulatedOldCluster.of(ClassicKind.valueOf(name()), false, folder, way);
        };
    }

    /** What an undisturbed run asks of the nodes that changes something, in order. */
    List<String> golden() throws IOException {
        return Files.readAllLines(Path.of("../scenarios/exchange", golden + ".txt"));
    }

    /** How many outages there are to be. */
    int outages() {
        return outages;
    }

    /**
     * How many may be measured: as many as planned, but that an installer on a server without a cluster starts the services before the restart that
     * it asks for, so that the one outage falls apart into two where anybody looks between.
     */
    List<Integer> measured() {
        return this == ALONE_2003 ? List.of(1, 2) : List.of(outages);
    }

    /** Each of WinRM's two transports has some of them. */
    Way overWinRm() {
        return switch (this) {
            case CCR_ROLLUP, HOTFIX_2003, FIX_55, ALONE_2000 -> Way.WINRM_HTTP;
            case SCC_SERVICE_PACK,
                    SCC_ROLLUP,
                    CCR_SERVICE_PACK,
                    SERVICE_PACK_2003,
                    ACTIVE_PASSIVE_2000,
                    ACTIVE_ACTIVE_2000,
                    SERVICE_PACK_55,
                    ALONE_2003,
                    ALONE_55 -> Way.WINRM_HTTPS;
        };
    }

    /** Inside its outage a person has to do something that has no command line. */
    boolean needsAPerson() {
        return this == SERVICE_PACK_2003;
    }
}
