package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.lab.LabShape;

/** SIGKILL in the middle of a run, then {@code resume}: it goes on where it stood, and nothing is done twice. */
class KilledTest extends Trial {
    private static final int STEPS = 20;
    private static final int REFUSED = 3;

    KilledTest() {
        super("tkilled", 2, LabShape.standard());
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void goesOnAfterItWasKilled(long seed) {
        killAndResume(seed);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void goesOnAfterItWasKilledAtMoreMoments(long seed) {
        killAndResume(seed);
    }

    private void killAndResume(long seed) {
        var random = new Random(seed);
        int step = random.nextInt(1, STEPS + 1);
        var delay = Duration.ofMillis(random.nextInt(4000));
        System.out.println("seed " + seed + ": killed " + delay + " after the beginning of step number " + step);
        var boots = nodes.boots();

        var running = startRun("killed");
        running.awaitSteps(step);
        running.goesOnFor(delay);
        running.kill();
        boolean wasOver = report("killed").result().equals("FINISHED");
        var ended = resume("killed");

        assertThat(ended.code()).as(ended.text()).isEqualTo(wasOver ? REFUSED : 0);
        Report report = report("killed");
        assertThat(report.result()).isEqualTo("FINISHED");
        assertThat(report.kept()).isEmpty();
        assertThat(report.outages()).isSubsetOf("mail").hasSizeLessThanOrEqualTo(1);
        assertThat(report.unwatched()).isEqualTo(wasOver ? 0 : 1);
        assertThat(report.outages().isEmpty() && wasOver)
                .as("a run that nobody killed in time has measured its outage")
                .isFalse();
        Patched patched = new Patched(this);
        patched.holds();
        patched.restartedOnceSince(boots);
        patched.moved("mail", "n1");
        assertThat(nodes.starts("mail")).isEqualTo(2);
    }
}
