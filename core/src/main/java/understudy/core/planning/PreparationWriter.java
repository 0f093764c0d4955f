package understudy.core.planning;

import java.util.ArrayList;
import java.util.List;
import understudy.core.model.NodeId;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.ProcedureStep.Where;
import understudy.core.procedure.Verb;

/** Writes what is done once: before anything moves, and at the end. */
final class PreparationWriter {
    private final Draft draft;
    private final Problem problem;

    PreparationWriter(Draft draft, Problem problem) {
        this.draft = draft;
        this.problem = problem;
    }

    /** The procedure's steps before anything moves, less those that the records show to be done. */
    void before() {
        List<NodeId> nodes = problem.toVisit.stream()
                .filter(node -> problem.works.get(node).install())
                .mapToObj(problem::id)
                .filter(node -> !NodeWork.isTakenBack(node, draft.input))
                .toList();
        if (problem.toVisit.isEmpty() || problem.onlyBack) {
            return;
        }
        write(
                draft.input.procedure().before(),
                nodes,
                "Prepare",
                "Everything that can be done before anything moves is done first.");
    }

    /**
     * The procedure's last steps; a run that has done nothing at all has nothing to conclude. Where nothing else is left, only those
     * are asked for that the records can show to be done, so that a run comes to its end.
     */
    void after() {
        boolean nothingDone =
                draft.stages.isEmpty() && draft.input.records().done().isEmpty();
        if (nothingDone || problem.onlyBack) {
            return;
        }
        List<NodeId> nodes = problem.nodes.stream()
                .filter(node -> node.membership().isMember() && !node.maintenance())
                .map(node -> node.id())
                .toList();
        boolean nothingElse = draft.stages.isEmpty();
        List<ProcedureStep> sources = draft.input.procedure().after().stream()
                .filter(step -> !nothingElse || NodeWork.isOnce(step.verb()))
                .toList();
        write(sources, nodes, "Conclude", "The procedure ends with this, once, when every node is done.");
    }

    /** A stage runs its lead first, then its tracks; where the procedure wants it otherwise, there is one more stage. */
    private void write(List<ProcedureStep> sources, List<NodeId> nodes, String title, String reason) {
        int at = 0;
        while (at < sources.size()) {
            List<Step> lead = new ArrayList<>();
            for (; at < sources.size() && sources.get(at).where() != Where.EACH_NODE; at++) {
                ofCluster(sources.get(at), lead);
            }
            int from = at;
            while (at < sources.size() && sources.get(at).where() == Where.EACH_NODE) {
                at++;
            }
            List<Stage.Track> tracks = tracks(sources.subList(from, at), nodes);
            if (!lead.isEmpty() || !tracks.isEmpty()) {
                draft.stages.add(new Stage(title, lead, tracks, reason));
            }
        }
    }

    private void ofCluster(ProcedureStep source, List<Step> lead) {
        String key = DoneSteps.key(source.id(), draft.input.snapshot().cluster());
        if (!draft.done.contains(key)) {
            lead.add(draft.ofCluster(source, List.of(new Condition.ProvenByStep()), reason(source, "the cluster")));
        }
    }

    private List<Stage.Track> tracks(List<ProcedureStep> sources, List<NodeId> nodes) {
        List<Stage.Track> tracks = new ArrayList<>();
        for (NodeId node : nodes) {
            List<Step> steps = new ArrayList<>();
            for (ProcedureStep source : sources) {
                if (!isDone(source, node)) {
                    List<Condition> proves = List.of(new Condition.ProvenByStep());
                    steps.add(draft.ofNode(source, node, List.of(), proves, reason(source, node.value())));
                }
            }
            if (!steps.isEmpty()) {
                tracks.add(new Stage.Track(node, steps));
            }
        }
        return tracks;
    }

    private boolean isDone(ProcedureStep source, NodeId node) {
        boolean recorded = draft.done.contains(DoneSteps.key(source.id(), node));
        return recorded
                && !(source.verb() instanceof Verb.Fetch
                        && NodeWork.mustFetchAgain(source, node, draft.input, draft.done));
    }

    private static String reason(ProcedureStep source, String subject) {
        if (source.verb() instanceof Verb.Fetch) {
            return "The patch is on " + subject + " and its digests are proven before anything moves.";
        }
        return source.verb() instanceof Verb.Confirm
                ? "A person answers for it before the run goes on."
                : "The procedure asks it of " + subject + " here.";
    }
}
