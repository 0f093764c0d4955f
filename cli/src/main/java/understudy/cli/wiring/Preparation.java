package understudy.cli.wiring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.cli.report.Experience;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.core.planning.Planner;
import understudy.core.planning.Planning;
import understudy.core.planning.PlanningInput;
import understudy.core.planning.RunRecords;
import understudy.core.run.RunHeader;
import understudy.engine.ports.Observation;
import understudy.engine.ports.Offer;
import understudy.engine.run.Freezing;

/**
 * What is known before anything moves: what the patch would change, the versions that this freezes, one look, the plan.
 *
 * @param targets the frozen versions for each node
 */
public record Preparation(Offer offer, Targets targets, ClusterSnapshot snapshot, Planning planning, Before before) {
    /**
     * What was before this run.
     *
     * @param adopted the run whose marks the plan takes for this run's own
     * @param experience how long the procedure's steps have taken
     */
    public record Before(Optional<RunId> adopted, Experience experience) {
        /** Nothing that is known. */
        public static Before nothing() {
            return new Before(Optional.empty(), Experience.none());
        }
    }

    /**
     * Looks and plans; changes nothing.
     *
     * @throws NotSeen where the cluster gave no believable answer
     */
    public static Preparation of(Assignment assignment, Member member) {
        return of(assignment, member, Before.nothing());
    }

    /** The same for a run that adopts what another one has left, or learns from earlier ones. */
    public static Preparation of(Assignment assignment, Member member, Before before) {
        Offer offer = member.driver().offer(assignment.patch());
        Targets targets = Freezing.targets(offer);
        ClusterSnapshot snapshot = switch (member.driver().observe(targets)) {
            case Observation.Seen(ClusterSnapshot seen) -> seen;
            case Observation.NotSeen(var why) -> throw new NotSeen(why.toString());
        };
        Planning planning = refusal(offer)
                .orElseGet(() -> Planner.plan(new PlanningInput(
                        snapshot,
                        RunRecords.atStart(targets)
                                .expecting(before.experience().expected())
                                .owing(inherited(snapshot, before.adopted())
                                        .map(member.driver().handbook()::entry)
                                        .toList()),
                        assignment.procedure(),
                        assignment.patch(),
                        assignment.cluster().policy(),
                        member.time().instant())));
        return new Preparation(offer, targets, snapshot, planning, before);
    }

    /** Of no node can be said what the patch would change, so that there is nothing to plan. */
    private static Optional<Planning> refusal(Offer offer) {
        List<Finding> blocking =
                offer.findings().stream().filter(Finding::blocks).toList();
        return offer.nodes().isEmpty() && !blocking.isEmpty()
                ? Optional.of(new Planning.Refused(blocking))
                : Optional.empty();
    }

    /** There is something to patch, or something of the adopted run to give back. */
    public boolean hasWork() {
        return switch (planning) {
            case Planning.Planned _ -> true;
            case Planning.NothingToDo _ ->
                inherited(snapshot, before.adopted()).findAny().isPresent();
            case Planning.Refused _ -> false;
        };
    }

    private static Stream<Mark> inherited(ClusterSnapshot snapshot, Optional<RunId> adopted) {
        return snapshot.marks().stream()
                .filter(mark -> adopted.filter(mark.run()::equals).isPresent() && mark.kind() != LedgerEntry.Kind.LOCK);
    }

    /** The first line of the journal of a run that carries this plan out. */
    RunHeader header(RunId run, Assignment assignment) {
        return new RunHeader(
                RunHeader.FORMAT,
                run,
                assignment.cluster().name(),
                assignment.inputs(),
                assignment.procedure().id(),
                assignment.patch().id(),
                targets,
                placement(),
                before.experience().expected(),
                assignment.cluster().policy());
    }

    private Map<GroupId, List<NodeId>> placement() {
        Map<GroupId, List<NodeId>> placement = new LinkedHashMap<>();
        snapshot.groups().forEach(group -> placement.put(group.id(), group.serving()));
        return placement;
    }

    /** No node gave a believable answer. */
    public static final class NotSeen extends RuntimeException {
        NotSeen(String sentence) {
            super(sentence);
        }
    }
}
