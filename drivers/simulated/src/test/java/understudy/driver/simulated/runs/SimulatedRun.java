package understudy.driver.simulated.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Patch;
import understudy.core.model.Policy;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.core.procedure.Procedure;
import understudy.core.run.Event;
import understudy.core.run.RunHeader;
import understudy.driver.simulated.SimulatedCluster;
import understudy.driver.simulated.SimulatedTime;
import understudy.driver.simulated.scenario.Scenario;
import understudy.engine.ports.ClusterDriver;
import understudy.engine.ports.Observation;
import understudy.engine.ports.RunInbox;
import understudy.engine.ports.RunListener;
import understudy.engine.run.Freezing;
import understudy.engine.run.Rules;
import understudy.engine.run.RunEnding;
import understudy.engine.run.RunEngine;
import understudy.engine.run.RunInputs;
import understudy.engine.run.RunPorts;
import understudy.procedures.Shipped;

/** One run of a shipped procedure on a simulated cluster, unattended, from its opening to its end. */
final class SimulatedRun {
    final SimulatedCluster cluster;
    final MemoryJournal journal = new MemoryJournal();
    private final RunInputs inputs;

    SimulatedRun(Scenario scenario, String procedure) {
        this(scenario, procedure, Policy.standard());
    }

    SimulatedRun(Scenario scenario, String procedure, Policy policy) {
        cluster = new SimulatedCluster(scenario, new SimulatedTime(scenario.start()));
        inputs = inputs("night", scenario, Shipped.find(procedure).orElseThrow(), policy);
    }

    /** One that goes together with others, and is held until it is let on. */
    static SimulatedRun held(Scenario scenario, Procedure procedure) {
        SimulatedCluster cluster = new SimulatedCluster(scenario, new SimulatedTime(scenario.start()));
        return new SimulatedRun(cluster, procedure);
    }

    private SimulatedRun(SimulatedCluster cluster, Procedure procedure) {
        this.cluster = cluster;
        RunInputs usual = inputs("night", cluster.scenario(), procedure, Policy.standard());
        inputs = new RunInputs(
                usual.header().heldFor(Optional.of("the others")), usual.procedure(), usual.patch(), usual.mode());
    }

    /** A new run of the same procedure from another store, on a cluster as an older run has left it. */
    SimulatedRun(SimulatedRun older, String name) {
        cluster = older.cluster;
        inputs = inputs(name, cluster.scenario(), older.inputs.procedure(), Policy.standard());
    }

    private RunInputs inputs(String name, Scenario scenario, Procedure procedure, Policy policy) {
        Patch patch = new Patch(
                "patch",
                procedure.id(),
                new Patch.Content.AllOffered(),
                scenario.patch().versionFence(),
                Patch.RestartRule.REQUIRED);
        ClusterDriver driver = cluster.driver();
        Targets targets = Freezing.targets(driver.offer(patch));
        ClusterSnapshot seen =
                driver.observe(targets) instanceof Observation.Seen(ClusterSnapshot snapshot) ? snapshot : unseen();
        RunHeader header = new RunHeader(
                RunHeader.FORMAT,
                new RunId(name),
                seen.cluster(),
                "inputs",
                procedure.id(),
                patch.id(),
                targets,
                Freezing.placement(seen),
                Map.of(),
                policy);
        return new RunInputs(header, procedure, patch, new RunInputs.Mode(true, "tester", "store"));
    }

    private static ClusterSnapshot unseen() {
        throw new AssertionError("The simulated cluster does not answer at its start.");
    }

    RunEnding open() throws Exception {
        return engine().open(inputs);
    }

    RunEnding adopt(String older) throws Exception {
        return engine().open(inputs, Optional.of(new RunId(older)));
    }

    /** Opens it, or goes on with it, with what people ask of it meanwhile. */
    RunEnding carry(RunInbox inbox) throws Exception {
        return journal.lines.isEmpty()
                ? engine(inbox).open(inputs)
                : engine(inbox).resume(inputs);
    }

    RunEnding resume() throws Exception {
        return engine().resume(inputs);
    }

    /** As somebody does who has asked for its end before. */
    RunEnding abort() throws Exception {
        Event.Request abort = new Event.AbortAsked(cluster.time().instant(), "abort/1", "tester");
        return engine(new Requests(new ArrayList<>(List.of(abort)))).resume(inputs);
    }

    RunEnding resumeAdopting(String older) throws Exception {
        return engine().resume(inputs, Optional.of(new RunId(older)));
    }

    /** As a new process would: with a driver of its own. */
    private RunEngine engine() {
        return engine(new Requests(List.of()));
    }

    private RunEngine engine(RunInbox requests) {
        return new RunEngine(
                new RunPorts(
                        cluster.driver(),
                        cluster.outageWatch(),
                        cluster.time(),
                        new RunPorts.Desk(journal, requests, RunListener.none())),
                Rules.ofTheCore());
    }

    /** What people have asked of the run before it goes on. */
    private record Requests(List<Event.Request> next) implements RunInbox {
        @Override
        public List<Event.Request> next() {
            return List.copyOf(next);
        }

        @Override
        public void acknowledge(Event.Request request) {
            next.remove(request);
        }
    }
}
