package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import understudy.lab.Fault;
import understudy.lab.LabShape;

/** What goes wrong before or during a run; it ends finished, or says in one sentence why not and what to do. */
class FaultsTest extends Trial {
    FaultsTest() {
        super("tfaults", 6, LabShape.standard());
    }

    @Test
    @Tag("long")
    void theConfigurationOnTheTargetIsBroken() {
        var running = startRun("faults");
        running.awaitStep("install:n3");
        lab.fault("n2", Fault.CONFIGURATION_BROKEN);
        var ended = running.end();

        new Ending(this, "faults", ended).isExplained("n2", "doveconf");
        assertThat(nodes.starts("mail")).as("nothing was moved").isEqualTo(1);
        assertThat(report("faults").outages()).isEmpty();
    }

    @Test
    @Tag("long")
    void theGroupCannotStartOnTheTarget() {
        var running = startRun("faults");
        running.awaitStep("install:n3");
        lab.fault("n2", Fault.START_FAILS);
        var ended = running.end();

        new Ending(this, "faults", ended).isFinishedOrExplained("n2");
        assertThat(lab.status().group("mail").answers()).isTrue();
    }

    @Test
    @Tag("long")
    void theGroupCanStartNowhereElse() {
        var running = startRun("faults");
        running.awaitStep("verify:n3");
        lab.fault("n2", Fault.START_FAILS);
        lab.fault("n3", Fault.START_FAILS);
        var ended = running.end();

        new Ending(this, "faults", ended).isExplained("mail");
        assertThat(lab.status().group("mail").owner()).contains("n1");
        assertThat(lab.status().group("mail").answers()).isTrue();
    }

    @Test
    void theDiskIsFullUnderApt() {
        var running = startRun("faults");
        running.awaitStep("install:n2");
        lab.fault("n2", Fault.DISK_NEARLY_FULL);
        var ended = running.end();

        new Ending(this, "faults", ended).isExplained("n2");
        assertThat(ended.out()).containsIgnoringCase("space");
        assertThat(nodes.starts("mail")).isEqualTo(1);
    }

    @Test
    void aPackageIsBad() {
        lab.fault("n2", Fault.BAD_PACKAGE);

        var ended = run("faults");

        new Ending(this, "faults", ended).isExplained("rsyslog");
        assertThat(nodes.starts("mail")).isEqualTo(1);
    }

    @Test
    @Tag("long")
    void anotherProgramHoldsThePackageLock() {
        var running = startRun("faults");
        running.awaitStep("drain:n2");
        lab.fault("n2", Fault.DPKG_LOCKED);
        running.awaitStep("install:n2");
        running.goesOnFor(Duration.ofSeconds(20));
        lab.heal("n2", Fault.DPKG_LOCKED);
        var ended = running.end();

        new Ending(this, "faults", ended).isFinishedOrExplained("n2");
    }

    @Test
    @Tag("long")
    void quorumIsLost() {
        var running = startRun("faults");
        running.awaitStep("install:n2");
        running.goesOnFor(Duration.ofSeconds(3));
        lab.fault("n2", Fault.QUORUM_LOST);
        running.goesOnFor(Duration.ofSeconds(10));
        lab.heal("n2", Fault.QUORUM_LOST);
        var ended = running.end();

        new Ending(this, "faults", ended).isFinishedOrExplained("quorum");
    }

    @Test
    @Tag("long")
    void somebodyElseMovesTheGroup() {
        var running = startRun("faults");
        running.awaitStep("install:n2");
        lab.fault("n3", Fault.GROUP_MOVED);
        running.awaitStep("verify:n2");
        lab.heal("n3", Fault.GROUP_MOVED);
        var ended = running.end();

        new Ending(this, "faults", ended).isFinishedOrExplained("mail");
    }
}
