package understudy.core.planning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.MayHost;
import understudy.core.model.NodeId;
import understudy.core.model.Placement;
import understudy.core.model.Policy;
import understudy.core.planning.Plan.PlannedOutage;
import understudy.core.procedure.Procedure;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.ProcedureStep.Outage;
import understudy.core.procedure.Verb;

/** Writes how groups are taken down as one before their first node is visited, and brought up after the last. */
final class AllTogetherWriter {
    private final Draft draft;
    private final Problem problem;
    private final GapWriter gap;
    private final SequencedSet<Group> stopped = new LinkedHashSet<>();

    /** Where the plan has brought what it has taken down. */
    private final Map<GroupId, NodeId> placed = new LinkedHashMap<>();

    AllTogetherWriter(Draft draft, Problem problem, GapWriter gap) {
        this.gap = gap;
        this.draft = draft;
        this.problem = problem;
        if (draft.input.procedure().visit() == Procedure.Visit.ALL_TOGETHER) {
            draft.input.snapshot().groups().stream().filter(this::isDownByUs).forEach(stopped::add);
        }
    }

    /** The procedure's own steps for a group, less those about a destination; the planner's where it has none. */
    private List<ProcedureStep> own() {
        return draft.input.procedure().handover().stream()
                .filter(step -> !(step.verb() instanceof Verb.HandOver
                        || step.verb() instanceof Verb.Prepare
                        || step.verb() instanceof Verb.AwaitHost))
                .toList();
    }

    private List<ProcedureStep> stops() {
        List<ProcedureStep> stops =
                own().stream().takeWhile(step -> !brings(step)).toList();
        boolean stop = stops.stream().anyMatch(step -> step.verb() instanceof Verb.StopGroup);
        return stop ? stops : List.of(OwnSteps.STOP_GROUP);
    }

    private List<ProcedureStep> starts() {
        List<ProcedureStep> starts =
                new ArrayList<>(own().stream().dropWhile(step -> !brings(step)).toList());
        boolean start = starts.stream().anyMatch(step -> step.verb() instanceof Verb.StartGroup);
        if (!start) {
            starts.add(OwnSteps.START_GROUP);
        }
        return starts;
    }

    private static boolean brings(ProcedureStep step) {
        return step.verb() instanceof Verb.StartGroup || step.outage() == Outage.ENDS;
    }

    /** As the records have it; or it was served when the run began and is stopped, as after a stop whose answer was lost. */
    private boolean isDownByUs(Group group) {
        int stops = stops().stream()
                .mapToInt(step -> draft.done.count(DoneSteps.key(step.id(), group.id())))
                .sum();
        int starts = starts().stream()
                .mapToInt(step -> draft.done.count(DoneSteps.key(step.id(), group.id())))
                .sum();
        boolean wasServed = !draft.input
                .records()
                .originalPlacement()
                .getOrDefault(group.id(), List.of())
                .isEmpty();
        return stops > starts || (wasServed && group.weight() > 0 && group.health() == GroupHealth.STOPPED);
    }

    /** Takes down the groups that these nodes serve, all their nodes at once. */
    List<Step> stop(BitSet visits, Duration expected) {
        List<Step> steps = new ArrayList<>();
        for (Group group : draft.input.snapshot().groups()) {
            boolean here = group.countsAsService()
                    && group.serving().stream()
                            .map(problem.index::get)
                            .anyMatch(node -> node != null
                                    && visits.get(node)
                                    && problem.works.get(node).disruptive());
            if (here && stopped.add(group)) {
                NodeId first = group.serving().getFirst();
                String why = "The procedure takes " + group.id() + " down on all its nodes as one.";
                draft.outages.add(new PlannedOutage(
                        group.id(), group.weight(), draft.stageNumber(), first, first, expected, false, why));
                if (!isForced(group)) {
                    gap.asOne(group.id().value());
                }
                steps.addAll(bind(stops(), group, why, Optional.of(expected)));
            }
        }
        return steps;
    }

    /** What is down goes, still down, to the node that is visited next, where the procedure hands it over to each node. */
    List<Step> bring(NodeId node) {
        Optional<ProcedureStep> source = draft.input.procedure().handover().stream()
                .filter(step -> step.verb() instanceof Verb.HandOver && step.where() == ProcedureStep.Where.EACH_NODE)
                .findFirst();
        List<Step> steps = new ArrayList<>();
        for (Group group : stopped) {
            Optional<NodeId> at = Optional.ofNullable(placed.get(group.id())).or(group::owner);
            boolean may =
                    !(group.placement() instanceof Placement.Spread) && !(group.mayHost(node) instanceof MayHost.No);
            if (source.isPresent() && may && at.isPresent() && !at.get().equals(node)) {
                steps.add(move(source.get(), group, at.get(), node));
                placed.put(group.id(), node);
            }
        }
        return steps;
    }

    private Step move(ProcedureStep source, Group group, NodeId from, NodeId to) {
        return new Step(
                draft.done.next(DoneSteps.key(source.id(), group.id(), to)),
                source,
                Optional.of(from),
                Optional.of(group.id()),
                Optional.of(from),
                Optional.of(to),
                List.of(new Condition.NodeIsMember(to)),
                List.of(new Condition.GroupPlacedOn(group.id(), to)),
                List.of(),
                group.id() + " goes, still down, to " + to + ", because the patch is installed where it is.");
    }

    private boolean isForced(Group group) {
        var bound = new Bound(problem);
        return group.placement() instanceof Placement.Spread
                ? bound.isForced(group)
                : problem.units.stream().anyMatch(unit -> unit.members().contains(group) && bound.isForced(unit));
    }

    /** Brings up what was taken down, once every node has been visited. */
    void start() {
        List<Step> lead = new ArrayList<>(bringHome());
        for (Group group : stopped) {
            String why = "Every node of " + group.id() + " has been visited, so that it is brought up as one.";
            lead.addAll(bind(starts(), group, why, Optional.empty()));
        }
        if (!lead.isEmpty()) {
            draft.stages.add(
                    new Stage("Bring the groups up", lead, List.of(), "Every node that they need has been visited."));
        }
    }

    private List<Step> bringHome() {
        List<Step> steps = new ArrayList<>();
        if (draft.input.policy().moveBack() == Policy.MoveBack.ORIGINAL) {
            for (Group group : stopped) {
                draft.input.records().originalPlacement().getOrDefault(group.id(), List.of()).stream()
                        .findFirst()
                        .ifPresent(home -> steps.addAll(bring(home)));
            }
        }
        return steps;
    }

    private List<Step> bind(List<ProcedureStep> sources, Group group, String reason, Optional<Duration> outage) {
        List<Step> steps = new ArrayList<>();
        for (ProcedureStep source : sources) {
            Step step = new Step(
                    draft.done.next(DoneSteps.key(source.id(), group.id())),
                    source,
                    Optional.empty(),
                    Optional.of(group.id()),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    proves(source, group),
                    List.of(),
                    reason);
            boolean begins = outage.isPresent() && steps.isEmpty();
            steps.add(
                    begins ? Draft.interrupting(step, List.of(new Step.Interruption(group.id(), outage.get()))) : step);
        }
        return steps;
    }

    private static List<Condition> proves(ProcedureStep source, Group group) {
        if (source.verb() instanceof Verb.StopGroup) {
            return List.of(new Condition.GroupStopped(group.id()));
        }
        return source.verb() instanceof Verb.StartGroup
                ? List.of(new Condition.GroupServed(group.id()))
                : List.of(new Condition.ProvenByStep());
    }
}
