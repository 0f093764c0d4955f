package understudy.engine.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.core.model.Policy;
import understudy.core.model.RunId;
import understudy.core.model.StepId;
import understudy.core.model.Targets;
import understudy.core.model.Version;
import understudy.core.procedure.Procedure;
import understudy.core.run.Event;
import understudy.core.run.RunHeader;
import understudy.core.run.State;
import understudy.engine.ports.CommandAudit;
import understudy.engine.ports.Hooks;
import understudy.engine.ports.OutageWatch;
import understudy.engine.ports.RunListener;

/** A run of the engine on a testing cluster, with everything that a test may want to turn. */
final class TestingRun {
    final TestingTime time = new TestingTime();
    final TestingCluster cluster;
    final TestingDriver driver;
    final TestingJournal journal = new TestingJournal();
    final TestingInbox inbox = new TestingInbox();
    final TestingRules rules = new TestingRules();
    final List<OutageWatch.Outage> outages = new ArrayList<>();
    Policy policy = Policy.standard();
    boolean unattended = true;
    CommandAudit audit = CommandAudit.none();
    Hooks hooks = Hooks.none();
    boolean versionFence;
    final List<Event> told = new ArrayList<>();

    TestingRun(int nodes) {
        cluster = new TestingCluster(nodes);
        driver = new TestingDriver(cluster, time);
    }

    RunEnding open() throws Exception {
        return engine().open(inputs());
    }

    RunEnding resume() throws Exception {
        return engine().resume(inputs());
    }

    RunEnding resumeWithOtherInputs() throws Exception {
        return engine().resume(inputs("inputs-2"));
    }

    /** Opens the run and resumes it for as long as it is killed. */
    RunEnding toTheEnd() throws Exception {
        try {
            return open();
        } catch (Killed _) {
            driver.live();
            journal.live();
            return journal.events.isEmpty() ? open() : resume();
        }
    }

    private RunEngine engine() {
        return new RunEngine(
                new RunPorts(
                        driver, new TestingWatch(), time, new RunPorts.Desk(journal, inbox, listener(), audit, hooks)),
                rules);
    }

    private RunListener listener() {
        return new RunListener() {
            @Override
            public void recorded(Event event, State state) {
                told.add(event);
            }

            @Override
            public void progress(StepId step, String sentence) {}

            @Override
            public void looked(ClusterSnapshot snapshot) {}
        };
    }

    RunInputs inputs() {
        return inputs("inputs-1");
    }

    private RunInputs inputs(String hash) {
        Map<NodeId, List<Version>> targets = new LinkedHashMap<>();
        cluster.machines.keySet().forEach(node -> targets.put(node, List.of(new Version("mailer", "2"))));
        RunHeader header = new RunHeader(
                RunHeader.FORMAT,
                new RunId("night"),
                "mailcluster",
                hash,
                "testing/rolling",
                "patch",
                new Targets(targets),
                Map.of(TestingCluster.MAIL, List.of(new NodeId("n1"))),
                Map.of(),
                policy);
        return new RunInputs(
                header, procedure(), patch(versionFence), new RunInputs.Mode(unattended, "tester", "store-1"));
    }

    static Patch patch(boolean versionFence) {
        return new Patch(
                "patch", "testing/rolling", new Patch.Content.AllOffered(), versionFence, Patch.RestartRule.REQUIRED);
    }

    static Procedure procedure() {
        return new Procedure(
                "testing/rolling",
                "Rolling",
                "testing",
                List.of(),
                Procedure.Order.PASSIVE_FIRST,
                Procedure.HandoverTiming.AFTER_PASSIVE_NODES,
                Procedure.Visit.VACATED,
                Procedure.Vacate.WEIGHTED,
                false,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** Measures what a test says. */
    private final class TestingWatch implements OutageWatch {
        @Override
        public void start() {}

        @Override
        public List<Outage> outages() {
            return outages;
        }

        @Override
        public Optional<Boolean> answers(GroupId group) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
