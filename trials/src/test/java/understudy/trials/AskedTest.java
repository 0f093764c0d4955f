package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.lab.LabShape;

/** {@code pause} and {@code abort} while a run is on: heard at a safe place, nothing twice, nothing of ours left that may be given back. */
@Tag("long")
class AskedTest extends Trial {
    private static final int STEPS = 19;
    private static final int ABORTED = 1;

    AskedTest() {
        super("tasked", 21, LabShape.standard());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void goesOnAfterAPause(long seed) {
        pauseAndResume(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10, 11, 12, 13, 14, 15})
    void endsAtASafePlaceWhenItIsAborted(long seed) {
        var boots = nodes.boots();
        RunningProgram running = runUpTo(seed);

        tell("abort");
        Program.Ended ended = running.end();

        assertThat(ended.code()).as(ended.text()).isIn(0, ABORTED);
        Report report = report("asked");
        assertThat(report.result()).isIn("ABORTED", "FINISHED");
        assertThat(report.kept())
                .as("what safety rule 3 keeps, and the way back of nodes that are patched")
                .allMatch(what -> what.startsWith("DRAIN ") || what.startsWith("OLD_PACKAGES "));
        assertThat(report.outages()).hasSizeLessThanOrEqualTo(1);
        var last = run("again", "--adopt", "asked");
        assertThat(last.code()).as(last.text()).isZero();
        isPatchedOnce(boots);
    }

    private void pauseAndResume(long seed) {
        var boots = nodes.boots();
        RunningProgram running = runUpTo(seed);

        tell("pause");
        await("pause")
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !running.goesOnFor(Duration.ZERO) || isPaused());
        if (isPaused()) {
            String before = running.printed();
            assertThat(running.goesOnFor(Duration.ofSeconds(3))).isTrue();
            assertThat(running.printed())
                    .as("nothing begins while it is paused")
                    .isEqualTo(before);
            tell("resume");
        }
        Program.Ended ended = running.end();

        assertThat(ended.code()).as(ended.text()).isZero();
        assertThat(report("asked").result()).isEqualTo("FINISHED");
        assertThat(report("asked").outages()).containsExactly("mail");
        isPatchedOnce(boots);
    }

    private RunningProgram runUpTo(long seed) {
        var random = new Random(seed);
        int step = random.nextInt(1, STEPS + 1);
        var delay = Duration.ofMillis(random.nextInt(4000));
        System.out.println("seed " + seed + ": asked " + delay + " after the beginning of step number " + step);
        RunningProgram running = startRun("asked");
        running.awaitSteps(step);
        running.goesOnFor(delay);
        return running;
    }

    private boolean isPaused() {
        return program()
                .call("status", "asked", "--state", program().state())
                .out()
                .contains("paused, asked by");
    }

    private void tell(String wish) {
        var told = program().call(wish, "asked", "--state", program().state());
        assertThat(told.code()).as(told.text()).isZero();
    }

    private void isPatchedOnce(java.util.Map<String, String> boots) {
        Patched patched = new Patched(this);
        patched.holds();
        patched.restartedOnceSince(boots);
        patched.moved("mail", "n1");
        assertThat(nodes.starts("mail")).isEqualTo(2);
    }
}
