package understudy.core.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Group;
import understudy.core.model.NodeId;
import understudy.core.model.Placement;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.ProcedureStep.Outage;
import understudy.core.procedure.Verb;

/**
 * Ends an outage that a command of the site has begun on a node, where nothing else is done any more: what such a command has changed stands
 * in no ledger, and only the command that ends it undoes it.
 */
final class ReturnWriter {
    private final Draft draft;
    private final Problem problem;

    ReturnWriter(Draft draft, Problem problem) {
        this.draft = draft;
        this.problem = problem;
    }

    void write() {
        Optional<ProcedureStep> begins = command(Outage.BEGINS);
        Optional<ProcedureStep> ends = command(Outage.ENDS);
        if (begins.isEmpty() || ends.isEmpty()) {
            return;
        }
        List<Stage.Track> tracks = new ArrayList<>();
        problem.nodes.stream()
                .map(node -> node.id())
                .filter(node -> count(begins.get(), node) > count(ends.get(), node))
                .forEach(node -> tracks.add(new Stage.Track(node, List.of(step(ends.get(), node)))));
        if (!tracks.isEmpty()) {
            draft.stages.add(new Stage(
                    "Bring the service back",
                    List.of(),
                    tracks,
                    "Nothing else is done, so that its outage ends here."));
        }
    }

    private Optional<ProcedureStep> command(Outage outage) {
        return draft.input.procedure().node().stream()
                .filter(step -> step.outage() == outage && step.verb() instanceof Verb.SiteCommand)
                .findFirst();
    }

    private int count(ProcedureStep step, NodeId node) {
        return draft.done.count(DoneSteps.key(step.id(), node));
    }

    private Step step(ProcedureStep source, NodeId node) {
        List<Condition> proves = new ArrayList<>(List.of(new Condition.ProvenByStep()));
        draft.input.snapshot().groups().stream()
                .filter(group -> wasServedBy(node, group))
                .forEach(group -> proves.add(new Condition.GroupServed(group.id())));
        return draft.ofNode(source, node, List.of(), proves, "The service of " + node + " comes back as it was.");
    }

    private boolean wasServedBy(NodeId node, Group group) {
        return group.countsAsService()
                && !(group.placement() instanceof Placement.Spread)
                && draft.input
                        .records()
                        .originalPlacement()
                        .getOrDefault(group.id(), List.of())
                        .contains(node);
    }
}
