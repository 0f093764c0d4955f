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
    AfterDoubt afterDoubt = AfterDoubt.REPEAT;

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
            stages.add(new Stage("The passive nodes", List.of(), tracks(passive), "They serve nobody."));
        }
        if (!active.isEmpty()) {
            NodeId owner = active.getFirst().id();
            NodeId destination = seen.nodes().stream()
                    .map(Node::id)
                    .filter(node -> !node.equals(owner))
                    .findFirst()
                    .orElseThrow();
            stages.add(new Stage(
                    "The handover", List.of(handover(owner, destination)), tracks(active), "The rest is patched."));
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
        return List.copyOf(forbidden);
    }
}
