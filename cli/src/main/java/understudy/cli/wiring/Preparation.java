package understudy.cli.wiring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.core.model.ClusterSnapshot;
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
 * @param adopted the run whose marks the plan takes for this run's own
 */
public record Preparation(
        Offer offer, Targets targets, ClusterSnapshot snapshot, Planning planning, Optional<RunId> adopted) {
    /**
     * Looks and plans; changes nothing.
     *
     * @throws NotSeen where the cluster gave no believable answer
     */
    public static Preparation of(Assignment assignment, Member member) {
        return of(assignment, member, Optional.empty());
    }

    /** The same for a run that adopts what another one has left. */
    public static Preparation of(Assignment assignment, Member member, Optional<RunId> adopted) {
        Offer offer = member.driver().offer(assignment.patch());
        Targets targets = Freezing.targets(offer);
        ClusterSnapshot snapshot = switch (member.driver().observe(targets)) {
            case Observation.Seen(ClusterSnapshot seen) -> seen;
            case Observation.NotSeen(var why) -> throw new NotSeen(why.toString());
        };
        Planning planning = Planner.plan(new PlanningInput(
                snapshot,
                RunRecords.atStart(targets)
                        .owing(inherited(snapshot, adopted)
                                .map(member.driver().handbook()::entry)
                                .toList()),
                assignment.procedure(),
                assignment.patch(),
                assignment.cluster().policy(),
                member.time().instant()));
        return new Preparation(offer, targets, snapshot, planning, adopted);
    }

    /** There is something to patch, or something of the adopted run to give back. */
    public boolean hasWork() {
        return switch (planning) {
            case Planning.Planned _ -> true;
            case Planning.NothingToDo _ ->
                inherited(snapshot, adopted).findAny().isPresent();
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
                Map.of(),
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
