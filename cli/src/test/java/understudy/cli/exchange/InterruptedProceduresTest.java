package understudy.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.cli.wiring.ExchangeLab.Way;

/**
 * A real process gets a real SIGKILL, or loses every real connection, and the run is gone on with to its end: no installer ran twice, no
 * service is left as we held it, nobody is out of service without a sentence, and the outages are those that were planned.
 */
@Timeout(300)
class InterruptedProceduresTest {
    private static final long SEED = 20_031_021;
    private static final int DRAWN = 20;

    @TempDir
    private Path folder;

    /** The first over each way. */
    static List<Interruption> few() throws IOException {
        return List.of(first(Way.SSH), first(Way.WINRM_HTTPS));
    }

    private static Interruption first(Way way) throws IOException {
        return drawn().stream().filter(one -> one.way() == way).findFirst().orElseThrow();
    }

    static List<Interruption> drawn() throws IOException {
        return Interruption.drawn(DRAWN, SEED);
    }

    static List<Interruption> everywhereInP1() throws IOException {
        return Interruption.everywhere(EveryProcedure.SCC_SERVICE_PACK, Way.SSH);
    }

    @Tag("windows")
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("few")
    void interruptedAtASeededPointAndGoneOnWithAllIsWell(Interruption interruption) throws Exception {
        assertAllIsWell(interruption);
    }

    @Tag("long")
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("drawn")
    void interruptedAtTwentySeededPointsAndGoneOnWithAllIsWell(Interruption interruption) throws Exception {
        assertAllIsWell(interruption);
    }

    @Tag("long")
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("everywhereInP1")
    void interruptedAtEveryCommandOfP1AndGoneOnWithAllIsWell(Interruption interruption) throws Exception {
        assertAllIsWell(interruption);
    }

    private void assertAllIsWell(Interruption interruption) throws Exception {
        System.out.println("seed " + SEED + ": " + interruption);
        assertThat(InterruptedRun.faults(interruption, folder))
                .as("seed " + SEED)
                .isEmpty();
    }
}
