package understudy.driver.simulated.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.run.Event;
import understudy.core.run.RunResult;
import understudy.driver.simulated.scenario.Fault;
import understudy.driver.simulated.scenario.FaultKind;
import understudy.driver.simulated.scenario.GroupSetup;
import understudy.driver.simulated.scenario.PatchSetup;
import understudy.driver.simulated.scenario.Scenario;
import understudy.driver.simulated.scenario.Trigger;
import understudy.engine.ports.Observation;
import understudy.engine.run.RunEnding;

/** A bad patch is taken back from the nodes that have it, wherever we are killed meanwhile; the others are not touched. */
@Timeout(120)
class TakenBackRunsTest {
    private static final Scenario USUAL = WholeRunsTest.pacemaker(3, GroupSetup.single("mail", "n1"));

    private static Scenario badPackage() {
        return USUAL.withFaults(
                List.of(Fault.of(FaultKind.BAD_PACKAGE, new Trigger.AtStep("install", "n2", 1, Duration.ZERO))));
    }

    private static Scenario breaksAtStart() {
        return USUAL.withPatch(PatchSetup.standard().breaking("mail"));
    }

    @Test
    void aBadPackageIsTakenBackWithoutAnOutage() throws Exception {
        SimulatedRun run = run(badPackage());

        assertTakenBack(run, run.open(), "as it comes");

        assertThat(run.cluster.installs().values()).containsOnly(0);
        assertThat(Outages.of(run)).isZero();
    }

    @Test
    void aServiceThatDoesNotStartCostsOneOutageAndEveryPatchedNodeIsTakenBack() throws Exception {
        SimulatedRun run = run(breaksAtStart());

        assertTakenBack(run, run.open(), "as it comes");

        assertThat(Outages.of(run)).isEqualTo(1);
        assertThat(run.cluster.restarts().get(new NodeId("n1")))
                .as("the owner is untouched")
                .isZero();
    }

    @Test
    void withoutAWayBackTheNodeStaysDrainedAndTheRunAsks() throws Exception {
        SimulatedRun run = run(badPackage().withPatch(PatchSetup.standard().withoutWayBack()));

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.STOPPED);
        assertThat(ending.state().books().ledger()).hasSize(1);
    }

    @Test
    void killedAtEveryAppendWhileABadPackageIsTakenBack() throws Exception {
        assertEveryAppend(badPackage(), _ -> {});
    }

    @Test
    void killedAtEveryAppendWhileAllIsTakenBack() throws Exception {
        assertEveryAppend(
                breaksAtStart(),
                run -> assertThat(run.cluster.happenings().stream().map(Object::toString))
                        .as("it is tried once, on one node")
                        .filteredOn(happening ->
                                happening.contains("mail starts on n2") || happening.contains("mail starts on n3"))
                        .hasSize(1));
    }

    private static void assertEveryAppend(Scenario scenario, Consumer<SimulatedRun> more) throws Exception {
        SimulatedRun whole = run(scenario);
        whole.open();
        int appends = whole.journal.appends();
        for (int append = 2; append <= appends; append++) {
            SimulatedRun run = run(scenario);
            run.journal.killAt(append);
            assertThatThrownBy(run::open).isInstanceOf(MemoryJournal.Killed.class);
            run.journal.killAt(-1);
            assertTakenBack(run, run.resume(), "killed at append " + append);
            more.accept(run);
        }
    }

    private static SimulatedRun run(Scenario scenario) {
        return new SimulatedRun(scenario, "pacemaker/rolling");
    }

    private static void assertTakenBack(SimulatedRun run, RunEnding ending, String where) {
        assertThat(ending.result())
                .as(where + ": " + ending.sentence() + "\n" + String.join("\n", run.journal.lines))
                .isEqualTo(RunResult.TAKEN_BACK);
        assertThat(ending.sentence()).as(where).contains("taken back");
        assertThat(run.cluster.violations()).as(where).isEmpty();
        assertThat(ending.state().books().ledger()).as(where).isEmpty();
        var targets = ending.state().header().orElseThrow().targets();
        Observation seen = run.cluster
                .driver()
                .observe(targets.takingBack(List.copyOf(targets.byNode().keySet()), true));
        assertThat(((Observation.Seen) seen).snapshot().nodes())
                .as(where)
                .allMatch(node -> node.patch() instanceof PatchState.Patched, "has the old packages")
                .noneMatch(Node::drained);
    }

    /** How many outages a run's journal tells of. */
    private static final class Outages {
        private Outages() {}

        static int of(SimulatedRun run) {
            return (int) run.journal.all(Event.OutageMeasured.class).stream()
                    .map(outage -> outage.group() + "/" + outage.from())
                    .distinct()
                    .count();
        }
    }
}
