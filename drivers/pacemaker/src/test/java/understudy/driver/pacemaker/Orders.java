package understudy.driver.pacemaker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import understudy.core.model.ActionId;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.core.model.RunId;
import understudy.core.model.StepId;
import understudy.core.model.Targets;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.Verb;
import understudy.engine.ports.Ledger;
import understudy.engine.ports.Order;

/** Orders for one step by itself. */
public final class Orders {
    private Orders() {}

    /** All that the nodes' own sources offer, restarts as asked for by the system. */
    public static Patch everything(Patch.RestartRule restart) {
        return new Patch("test", "pacemaker/rolling", new Patch.Content.AllOffered(), false, restart);
    }

    /** What a step is about. */
    public record About(
            Optional<NodeId> node, Optional<GroupId> group, Optional<NodeId> from, Optional<NodeId> destination) {
        public static About node(String node) {
            return new About(Optional.of(new NodeId(node)), Optional.empty(), Optional.empty(), Optional.empty());
        }

        public static About handover(String group, String from, String destination) {
            return new About(
                    Optional.empty(),
                    Optional.of(new GroupId(group)),
                    Optional.of(new NodeId(from)),
                    Optional.of(new NodeId(destination)));
        }
    }

    public static Order order(
            String run,
            Verb verb,
            About about,
            Targets targets,
            Patch patch,
            ClusterSnapshot seen,
            Ledger ledger,
            Consumer<String> progress) {
        var where = about.destination().isPresent() ? ProcedureStep.Where.DESTINATION : ProcedureStep.Where.NODE;
        var source = new ProcedureStep(
                "step",
                verb,
                where,
                Duration.ofMinutes(10),
                Duration.ofSeconds(5),
                ProcedureStep.By.DRIVER,
                Optional.empty(),
                ProcedureStep.AfterDoubt.REPEAT,
                ProcedureStep.Outage.NONE);
        var id = new StepId(verb.getClass().getSimpleName() + ":"
                + about.node().or(about::destination).orElseThrow());
        var step = new Step(
                id,
                source,
                about.node(),
                about.group(),
                about.from(),
                about.destination(),
                List.of(),
                List.of(),
                List.of(),
                "test");
        return new Order(
                new ActionId(new RunId(run), id, 1),
                step,
                patch,
                targets,
                seen,
                1,
                Duration.ofMinutes(5),
                ledger,
                progress);
    }
}
