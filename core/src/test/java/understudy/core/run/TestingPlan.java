package understudy.core.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.Policy;
import understudy.core.model.RunId;
import understudy.core.model.StepId;
import understudy.core.model.Targets;
import understudy.core.model.Version;
import understudy.core.planning.Condition;
import understudy.core.planning.Plan;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.ProcedureStep.AfterDoubt;
import understudy.core.procedure.ProcedureStep.By;
import understudy.core.procedure.ProcedureStep.Outage;
import understudy.core.procedure.ProcedureStep.Where;
import understudy.core.procedure.Verb;

/** Two passive nodes at once, then a handover with an outage path of three steps, then the last node. */
final class TestingPlan {
    static final GroupId MAIL = new GroupId("mail");
    static final RunId RUN = new RunId("night");

    private TestingPlan() {}

    static RunHeader header(Policy policy) {
        Map<NodeId, List<Version>> targets = new LinkedHashMap<>();
        List.of("n1", "n2", "n3").forEach(node -> targets.put(new NodeId(node), List.of(new Version("mailer", "2"))));
        return new RunHeader(
                RunHeader.FORMAT,
                RUN,
                "office",
                "inputs",
                "testing/rolling",
                "patch",
                new Targets(targets),
                Map.of(MAIL, List.of(new NodeId("n1"))),
                Map.of(),
                policy);
    }

    static Plan whole() {
        return plan(passive(), handover());
    }

    static Plan plan(Stage... stages) {
        return plan(List.of(stages));
    }

    static Plan plan(List<Stage> stages) {
        return new Plan(
                "office",
                "testing/rolling",
                "patch",
                stages,
                List.of(),
                1,
                List.of(),
                true,
                List.of(),
                List.of(),
                Duration.ofMinutes(5));
    }

    static Stage passive() {
        return new Stage("Passive nodes", List.of(), List.of(visit("n2"), visit("n3")), "They serve nobody.");
    }

    static Stage handover() {
        return new Stage("Last node", path("n2"), List.of(visit("n1")), "The rest is patched.");
    }

    static Stage.Track visit(String node) {
        return new Stage.Track(
                new NodeId(node),
                List.of(
                        on(node, "drain", new Verb.Drain()),
                        on(node, "install", new Verb.Install()),
                        on(node, "restart", new Verb.Restart(false)),
                        on(node, "release", new Verb.Release())));
    }

    /** Prepare; then, while clients wait, stop, move and start. */
    static List<Step> path(String to) {
        return List.of(
                of("prepare", to, new Verb.Prepare(), Outage.NONE),
                of("stop", to, new Verb.StopGroup(Verb.Selector.whole()), Outage.BEGINS),
                of("move", to, new Verb.HandOver(), Outage.INSIDE),
                of("start", to, new Verb.StartGroup(Verb.Selector.whole()), Outage.ENDS));
    }

    static Step on(String node, String id, Verb verb) {
        return bound(id + ":" + node, source(id, verb, Outage.NONE, AfterDoubt.REPEAT, By.DRIVER), node, false);
    }

    static Step of(String id, String to, Verb verb, Outage outage) {
        return of(id, to, source(id, verb, outage, AfterDoubt.REPEAT, By.DRIVER));
    }

    static Step of(String id, String to, ProcedureStep source) {
        return bound(id + ":mail>" + to, source, to, source.outage() == Outage.BEGINS);
    }

    static Step confirm(String id) {
        Verb verb = new Verb.Confirm("Is the service well?");
        return bound(id + ":office", source(id, verb, Outage.NONE, AfterDoubt.ASK, By.OPERATOR), "n1", false);
    }

    static ProcedureStep source(String id, Verb verb, Outage outage, AfterDoubt afterDoubt, By by) {
        return new ProcedureStep(
                id,
                verb,
                Where.NODE,
                Duration.ofMinutes(5),
                Duration.ofSeconds(10),
                by,
                by == By.OPERATOR ? Optional.of("Do it by hand.") : Optional.empty(),
                afterDoubt,
                outage);
    }

    private static Step bound(String id, ProcedureStep source, String node, boolean interrupts) {
        return new Step(
                new StepId(id),
                source,
                Optional.of(new NodeId(node)),
                Optional.of(MAIL),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(new Condition.NodeIsMember(new NodeId(node))),
                interrupts ? List.of(new Step.Interruption(MAIL, Duration.ofSeconds(30))) : List.of(),
                "Testing.");
    }

    /** The stages with some steps in place of the lead of the last. */
    static Plan withLead(Step... lead) {
        List<Step> steps = new ArrayList<>(List.of(lead));
        return plan(new Stage("Last node", steps, List.of(visit("n1")), "The rest is patched."));
    }
}
