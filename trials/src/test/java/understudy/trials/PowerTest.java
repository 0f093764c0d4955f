package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import understudy.lab.Fault;
import understudy.lab.LabShape;

/** Nodes lose their power while a run is on, and are fenced. */
@Tag("long")
class PowerTest extends Trial {
    PowerTest() {
        super("tpower", 5, LabShape.standard());
    }

    @Test
    void theNodeThatIsBeingPatched() {
        var running = startRun("power");
        running.awaitStep("install:n2");
        running.goesOnFor(Duration.ofSeconds(6));

        lab.fault("n2", Fault.POWER_LOSS);
        var ending = new Ending(this, "power", running.end());
        if (!ending.isFinished()) {
            ending.isExplained("On n2 run: dpkg --configure -a; ");
            assertThat(nodes.starts("mail")).isEqualTo(1);
            nodes.shell("n2", ending.remedy("n2"));
            var resumed = resume("power");
            assertThat(resumed.code()).as(resumed.text()).isZero();
        }

        assertThat(report("power").outages()).containsExactly("mail");
        new Patched(this).holdsAfterRepairs();
    }

    @Test
    void theOwner() {
        var running = startRun("power");
        running.awaitStep("install:n2");
        running.goesOnFor(Duration.ofSeconds(3));

        lab.fault("n1", Fault.POWER_LOSS);
        var ended = running.end();

        new Ending(this, "power", ended).isFinishedOrExplained("n1");
        assertThat(report("power").outages()).hasSizeLessThanOrEqualTo(2);
    }
}
