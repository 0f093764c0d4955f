package understudy.driver.simulated;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import understudy.core.model.ActionId;
import understudy.core.model.Change;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Group;
import understudy.core.model.GroupId;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.core.model.RunId;
import understudy.core.model.StepId;
import understudy.core.model.Targets;
import understudy.core.model.Version;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.Verb;
import understudy.driver.simulated.scenario.Scenario;
import understudy.engine.ports.ClusterDriver;
import understudy.engine.ports.Observation;
import understudy.engine.ports.Order;
import understudy.engine.ports.OutageWatch;
import understudy.engine.ports.Outcome;

/** A caller that carries out single steps on a simulated cluster, as a run would. */
final class TestingRun {
    static final Duration HOUR = Duration.ofHours(1);

    final RunId id;
    final SimulatedCluster cluster;
    final ClusterDriver driver;
    final OutageWatch watch;
    final TestingLedger ledger = new TestingLedger();
    final Patch patch =
            new Patch("patch", "procedure", new Patch.Content.AllOffered(), false, Patch.RestartRule.REQUIRED);
    Targets targets = Targets.none();
    private int attempts;

    TestingRun(SimulatedCluster cluster, String id) {
        this.cluster = cluster;
        this.id = new RunId(id);
        this.driver = cluster.driver();
        this.watch = cluster.outageWatch();
        this.watch.start();
        freezeTargets();
    }

    static TestingRun on(Scenario scenario) {
        return new TestingRun(new SimulatedCluster(scenario, new SimulatedTime(scenario.start())), "run-1");
    }

    private void freezeTargets() {
        Map<NodeId, List<Version>> byNode = new LinkedHashMap<>();
        for (var node : cluster.scenario().nodes()) {
            byNode.put(
                    node.id(),
                    cluster.scenario().patch().changes().stream()
                            .map((Change change) -> new Version(change.component(), change.to()))
                            .toList());
        }
        targets = new Targets(byNode);
    }

    ClusterSnapshot look() {
        return switch (driver.observe(targets)) {
            case Observation.Seen(ClusterSnapshot snapshot) -> snapshot;
            case Observation.NotSeen notSeen -> throw new AssertionError(notSeen.why());
        };
    }

    Node node(String name) {
        return look().node(new NodeId(name)).orElseThrow();
    }

    Group group(String name) {
        return look().group(new GroupId(name)).orElseThrow();
    }

    /** Looks, as changes come, until it is so; fails after an hour. */
    ClusterSnapshot until(Predicate<ClusterSnapshot> holds) {
        var end = cluster.time().instant().plus(HOUR);
        ClusterSnapshot seen = look();
        while (!holds.test(seen)) {
            if (cluster.time().instant().isAfter(end)) {
                throw new AssertionError("not within an hour; last seen " + seen);
            }
            seen = switch (driver.observeChange(seen, targets, HOUR)) {
                case Observation.Seen(ClusterSnapshot snapshot) -> snapshot;
                case Observation.NotSeen _ -> seen;
            };
        }
        return seen;
    }

    ClusterSnapshot untilServed(String group, String node) {
        return until(seen -> !seen.changing()
                && seen.group(new GroupId(group)).orElseThrow().serving().contains(new NodeId(node)));
    }

    ClusterSnapshot untilBack(String node) {
        return until(
                seen -> seen.node(new NodeId(node)).orElseThrow().membership().isMember());
    }

    Outcome onNode(Verb verb, String node) {
        return driver.perform(order(verb, Optional.of(node), Optional.empty(), Optional.empty()));
    }

    Outcome onGroup(Verb verb, String group, String node) {
        return driver.perform(order(verb, Optional.of(node), Optional.of(group), Optional.of(node)));
    }

    Outcome handOver(String group, String to) {
        return onGroup(new Verb.HandOver(), group, to);
    }

    Order order(Verb verb, Optional<String> node, Optional<String> group, Optional<String> destination) {
        return order(verb, node, group, destination, HOUR);
    }

    Order order(
            Verb verb, Optional<String> node, Optional<String> group, Optional<String> destination, Duration deadline) {
        String name = verb.getClass().getSimpleName();
        ProcedureStep source = new ProcedureStep(
                name,
                verb,
                ProcedureStep.Where.NODE,
                deadline,
                Duration.ofSeconds(1),
                ProcedureStep.By.DRIVER,
                Optional.empty(),
                ProcedureStep.AfterDoubt.ASK,
                ProcedureStep.Outage.NONE);
        Step step = new Step(
                new StepId(name + "/" + group.orElse("") + "/" + node.orElse("") + "/" + ++attempts),
                source,
                node.map(NodeId::new),
                group.map(GroupId::new),
                Optional.empty(),
                destination.map(NodeId::new),
                List.of(),
                List.of(),
                List.of(),
                "because the test says so");
        return new Order(
                new ActionId(id, step.id(), 1), step, patch, targets, look(), 1, deadline, ledger, sentence -> {});
    }

    /** Drains, installs, restarts and releases a node. */
    void patch(String node) {
        expectSuccess(onNode(new Verb.Drain(), node));
        until(seen -> seen.servedBy(new NodeId(node)).isEmpty());
        expectSuccess(onNode(new Verb.Install(), node));
        String boot = node(node).bootId().orElseThrow();
        expectSuccess(onNode(new Verb.Restart(false), node));
        until(seen -> {
            Node now = seen.node(new NodeId(node)).orElseThrow();
            return now.membership().isMember() && !now.bootId().equals(Optional.of(boot));
        });
        expectSuccess(onNode(new Verb.Release(), node));
    }

    static void expectSuccess(Outcome outcome) {
        if (!(outcome instanceof Outcome.Succeeded)) {
            throw new AssertionError(outcome);
        }
    }
}
