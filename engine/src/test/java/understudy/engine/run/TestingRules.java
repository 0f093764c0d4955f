package understudy.engine.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.RestartNeed;
import understudy.core.model.StepId;
import understudy.core.planning.Condition;
import understudy.core.planning.Plan;
import understudy.core.planning.Planning;
import understudy.core.planning.PlanningInput;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.ProcedureStep.AfterDoubt;
import understudy.core.procedure.ProcedureStep.By;
import understudy.core.procedure.ProcedureStep.Outage;
import understudy.core.procedure.ProcedureStep.Where;
import understudy.core.procedure.Verb;
import understudy.core.safety.GuardInput;

/** The smallest planner that the loop can be tried with: passive nodes together, one handover, the owner last. */
final class TestingRules implements Rules {
    final List<Finding> forbidden = new ArrayList<>();
    final List<GuardInput> asked = new ArrayList<>();
    AfterDoubt afterDoubt = AfterDoubt.REPEAT;
    boolean stopsAndStarts;

    @Override
    public Planning plan(PlanningInput input) {
        ClusterSnapshot seen = input.snapshot();
        List<Node> left = seen.nodes().stream()
                .filter(node -> !input.records().skipped().contains(node.id()))
                .filter(node -> node.membership().isMember())
                .filter(node -> !node.patch().isPatched()
                        || node.drained()
                        || !(node.restart() instanceof RestartNeed.NotNeeded()))
                .toList();
        boolean lost = seen.nodes().stream().anyMatch(node -> !node.membership().isMember());
        if (left.isEmpty()) {
            return new Planning.NothingToDo(List.of(), lost);
        }
        List<Node> passive =
                left.stream().filter(node -> seen.isPassive(node.id())).toList();
        List<Node> active =
                left.stream().filter(node -> !seen.isPassive(node.id())).toList();
        List<Stage> stages = new ArrayList<>();
        if (!passive.isEmpty()) {
            List<Step> lead = active.isEmpty() && asks(input) ? List.of(goNoGo()) : List.of();
            stages.add(new Stage("The passive nodes", lead, tracks(passive), "They serve nobody."));
        }
        if (stopsAndStarts && seen.groups().getFirst().serving().isEmpty()) {
            stages.clear();
            stages.add(new Stage("Go forward", List.of(start(new NodeId("n2"))), List.of(), "It is half way."));
        } else if (!active.isEmpty()) {
            NodeId owner = active.getFirst().id();
            NodeId destination = seen.nodes().stream()
                    .map(Node::id)
                    .filter(node -> !node.equals(owner))
                    .findFirst()
                    .orElseThrow();
            stages.add(
                    new Stage("The handover", lead(owner, destination, input), tracks(active), "The rest is patched."));
        }
        return new Planning.Planned(new Plan(
                seen.cluster(),
                "testing/rolling",
                "patch",
                stages,
                List.of(),
                0,
                List.of(),
                true,
                List.of(),
                List.of(),
                Duration.ZERO));
    }

    private List<Stage.Track> tracks(List<Node> nodes) {
        return nodes.stream()
                .map(node -> new Stage.Track(node.id(), visit(node)))
                .toList();
    }

    private List<Step> visit(Node node) {
        NodeId id = node.id();
        List<Step> steps = new ArrayList<>();
        if (!node.drained()) {
            steps.add(step("drain", new Verb.Drain(), id, new Condition.NodeVacated(id, true)));
        }
        if (!node.patch().isPatched()) {
            steps.add(step("install", new Verb.Install(), id, new Condition.NodePatched(id)));
        }
        if (!node.patch().isPatched() || node.restart() instanceof RestartNeed.Needed) {
            steps.add(step("restart", new Verb.Restart(false), id, new Condition.NodeRestarted(id)));
        }
        steps.add(step("release", new Verb.Release(), id, new Condition.NodeReleased(id)));
        return steps;
    }

    private List<Step> lead(NodeId from, NodeId to, PlanningInput input) {
        List<Step> lead = new ArrayList<>();
        lead.addAll(stopsAndStarts ? List.of(stop(from), start(to)) : List.of(handover(from, to)));
        if (asks(input)) {
            lead.add(goNoGo());
        }
        return lead;
    }

    private static boolean asks(PlanningInput input) {
        return input.policy().goNoGo() && !input.records().done().contains(new StepId("go-no-go/mail"));
    }

    private Step goNoGo() {
        ProcedureStep source =
                source("go-no-go", new Verb.Confirm("Is the service well?"), Outage.NONE, AfterDoubt.ASK);
        return new Step(
                new StepId("go-no-go/mail"),
                source,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(new Condition.ProvenByStep()),
                List.of(),
                "Testing.");
    }

    private Step stop(NodeId from) {
        return ofMail(
                "stop/mail",
                source("stop", new Verb.StopGroup(Verb.Selector.whole()), Outage.BEGINS, afterDoubt),
                from,
                new Condition.NodeIsMember(from),
                List.of(new Step.Interruption(TestingCluster.MAIL, Duration.ofSeconds(6))));
    }

    private Step start(NodeId to) {
        return ofMail(
                "start/mail/" + to,
                source("start", new Verb.StartGroup(Verb.Selector.whole()), Outage.ENDS, afterDoubt),
                to,
                new Condition.GroupOwnedBy(TestingCluster.MAIL, to),
                List.of());
    }

    private static Step ofMail(
            String id, ProcedureStep source, NodeId node, Condition proves, List<Step.Interruption> interrupts) {
        return new Step(
                new StepId(id),
                source,
                Optional.of(node),
                Optional.of(TestingCluster.MAIL),
                Optional.empty(),
                Optional.of(node),
                List.of(),
                List.of(proves),
                interrupts,
                "Testing.");
    }

    private Step step(String id, Verb verb, NodeId node, Condition proves) {
        return new Step(
                new StepId(id + "/" + node),
                source(id, verb, Outage.NONE, afterDoubt),
                Optional.of(node),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(proves),
                List.of(),
                "Testing.");
    }

    private Step handover(NodeId from, NodeId to) {
        return new Step(
                new StepId("hand-over/mail/" + to),
                source("hand-over", new Verb.HandOver(), Outage.WHOLE, afterDoubt),
                Optional.of(to),
                Optional.of(TestingCluster.MAIL),
                Optional.of(from),
                Optional.of(to),
                List.of(),
                List.of(new Condition.GroupOwnedBy(TestingCluster.MAIL, to)),
                List.of(new Step.Interruption(TestingCluster.MAIL, Duration.ofSeconds(6))),
                "Testing.");
    }

    static ProcedureStep source(String id, Verb verb, Outage outage, AfterDoubt afterDoubt) {
        return new ProcedureStep(
                id,
                verb,
                Where.NODE,
                Duration.ofMinutes(5),
                Duration.ofSeconds(10),
                By.DRIVER,
                Optional.empty(),
                afterDoubt,
                outage);
    }

    @Override
    public List<Finding> guard(GuardInput input) {
        asked.add(input);
        return List.copyOf(forbidden);
    }
}
