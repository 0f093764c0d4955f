package understudy.driver.simulated.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Node;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.core.run.RunResult;
import understudy.driver.simulated.CallerDied;
import understudy.driver.simulated.scenario.Fault;
import understudy.driver.simulated.scenario.FaultKind;
import understudy.driver.simulated.scenario.GroupSetup;
import understudy.driver.simulated.scenario.Scenario;
import understudy.driver.simulated.scenario.Trigger;
import understudy.engine.ports.ClusterLock;
import understudy.engine.ports.Observation;
import understudy.engine.run.RunEnding;
import understudy.engine.run.RunRefused;
import understudy.engine.run.TakeOver;

/** A run whose process has died while its job goes on is taken over from another store. */
@Timeout(60)
class TakenOverRunsTest {
    private static final RunId NIGHT = new RunId("night");

    private final SimulatedRun run = new SimulatedRun(dying(), "pacemaker/rolling");
    private final TakeOver takeOver = new TakeOver(run.cluster.driver(), run.cluster.time(), _ -> {});

    @Test
    void theJobThatGoesOnIsFoundAndWaitedForAndTheOldRunIsShutOut() throws Exception {
        assertThatThrownBy(run::open).isInstanceOf(CallerDied.class);
        TakeOver.Wish wish = wish(NIGHT);

        TakeOver.Scene scene = takeOver.look(wish);
        TakeOver.Taken taken = takeOver.carryOut(wish);

        assertThat(scene.jobs()).extracting(job -> job.action()).containsExactly("night/install:n2/1");
        assertThat(scene.marks()).extracting(mark -> mark.entry()).contains("drain@n2");
        assertThat(taken.isFree()).isTrue();
        assertThat(taken.ended()).extracting(ended -> ended.job().action()).containsExactly("night/install:n2/1");
        assertThat(run.cluster.installs().values()).contains(1);
        assertThat(run.cluster.driver().lock().holder()).isEqualTo(new ClusterLock.Holder.Nobody());
    }

    @Test
    void aNewRunThatAdoptsItFinishesAndGivesBackWhatItHasLeft() throws Exception {
        assertThatThrownBy(run::open).isInstanceOf(CallerDied.class);
        takeOver.carryOut(wish(NIGHT));
        SimulatedRun heir = new SimulatedRun(run, "day");

        RunEnding ending = heir.adopt("night");

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(ending.state().books().ledger()).isEmpty();
        ClusterSnapshot seen = look();
        assertThat(seen.marks()).isEmpty();
        assertThat(seen.nodes()).noneMatch(Node::drained);
        assertThat(run.cluster.installs().values()).containsOnly(1);
        assertThat(run.cluster.violations()).isEmpty();
    }

    @Test
    void anHeirThatIsKilledBeforeItHasAdoptedAllDoesSoWhenItIsResumed() throws Exception {
        assertThatThrownBy(run::open).isInstanceOf(CallerDied.class);
        takeOver.carryOut(wish(NIGHT));
        SimulatedRun heir = new SimulatedRun(run, "day");
        heir.journal.killAt(3);
        assertThatThrownBy(() -> heir.adopt("night")).isInstanceOf(MemoryJournal.Killed.class);
        heir.journal.killAt(-1);
        assertThat(look().marks()).extracting(mark -> mark.run()).contains(NIGHT);

        RunEnding ending = heir.resumeAdopting("night");

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(look().marks()).isEmpty();
        assertThat(look().nodes()).noneMatch(Node::drained);
    }

    @Test
    void aNewRunThatDoesNotAdoptItLeavesItAsItIs() throws Exception {
        assertThatThrownBy(run::open).isInstanceOf(CallerDied.class);
        takeOver.carryOut(wish(NIGHT));

        new SimulatedRun(run, "day").open();

        assertThat(look().marks()).extracting(mark -> mark.run()).contains(NIGHT);
    }

    private ClusterSnapshot look() {
        return switch (run.cluster.driver().observe(Targets.none())) {
            case Observation.Seen(ClusterSnapshot seen) -> seen;
            case Observation.NotSeen(var why) -> throw new AssertionError(why.toString());
        };
    }

    @Test
    void aRunThatDoesNotHoldTheLockIsNotTakenOver() {
        assertThatThrownBy(run::open).isInstanceOf(CallerDied.class);

        assertThatThrownBy(() -> takeOver.look(wish(new RunId("day")))).isInstanceOf(RunRefused.class);
    }

    private static TakeOver.Wish wish(RunId dead) {
        return new TakeOver.Wish(dead, "another-store", Duration.ofHours(2), List.of());
    }

    private static Scenario dying() {
        return WholeRunsTest.pacemaker(3, GroupSetup.single("mail", "n1"))
                .withFaults(List.of(
                        Fault.of(FaultKind.CALLER_DIES, new Trigger.AtStep("install", "n2", 1, Duration.ZERO))));
    }
}
