package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.lab.LabShape;

/** SIGKILL in the middle of a run, then a person with the sheet of {@code by-hand}, who finishes it or goes back. */
class FinishedByHandTest extends Trial {
    private static final int STEPS = 20;

    FinishedByHandTest() {
        super("tbyhand", 10, LabShape.standard());
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void aPersonFinishes(long seed) {
        finishes(seed);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {16, 17, 18})
    void aPersonGoesBack(long seed) {
        kill(seed);

        new Person(this).does("To go back instead", sheet());

        new Patched(this).isInOrder();
    }

    private void finishes(long seed) {
        kill(seed);

        new Person(this).does("To finish", sheet());

        Patched patched = new Patched(this);
        patched.holdsAfterRepairs();
        patched.moved("mail", "n1");
        assertClosedByAResumption();
    }

    /** As the sheet promises: the run finds all done, and moves nothing. */
    private void assertClosedByAResumption() {
        var boots = nodes.boots();
        int starts = nodes.starts("mail");
        var ended = resume("killed");
        assertThat(ended.code()).as(ended.text()).isZero();
        assertThat(report("killed").result()).isEqualTo("FINISHED");
        assertThat(nodes.boots()).isEqualTo(boots);
        assertThat(nodes.starts("mail")).isEqualTo(starts);
        new Patched(this).leavesNothing();
    }

    private void kill(long seed) {
        var random = new Random(seed);
        int step = random.nextInt(1, STEPS + 1);
        var delay = Duration.ofMillis(random.nextInt(4000));
        System.out.println("seed " + seed + ": killed " + delay + " after the beginning of step number " + step);
        var running = startRun("killed");
        running.awaitSteps(step);
        running.goesOnFor(delay);
        running.kill();
    }

    private String sheet() {
        var sheet = program().call("by-hand", "killed", "--state", program().state());
        assertThat(sheet.code()).as(sheet.text()).isZero();
        return sheet.out();
    }
}
