package understudy.engine.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.Group;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.planning.Plan;
import understudy.core.planning.Planning;
import understudy.core.planning.PlanningInput;
import understudy.core.run.Event;
import understudy.core.run.PlanShape;
import understudy.core.run.State;
import understudy.core.run.Walk;
import understudy.engine.ports.Observation;

/** Looks at the cluster and plans what is left; a plan is adopted only where the rest has changed, with the reason. */
final class PlanDesk {
    private final Crew crew;
    private final Rules rules;

    PlanDesk(Crew crew, Rules rules) {
        this.crew = crew;
        this.rules = rules;
    }

    void lookAndPlan() throws InterruptedException {
        switch (crew.patience().look(State.PLANNING)) {
            case Observation.NotSeen(Finding why) -> crew.patience().blocked(State.PLANNING, List.of(why));
            case Observation.Seen(ClusterSnapshot seen)
            when isPassing(seen) -> crew.patience().blocked(State.PLANNING, List.of(changing(seen)));
            case Observation.Seen(ClusterSnapshot seen) -> plan(seen);
        }
    }

    /** After a miss the cluster often moves by itself: what is planned on the way would be planned again a moment later. */
    private boolean isPassing(ClusterSnapshot seen) {
        return seen.changing() && !crew.recorder().state().walk().missed().isEmpty();
    }

    private static Finding changing(ClusterSnapshot seen) {
        return Finding.error(
                "CLUSTER-CHANGING",
                seen.cluster(),
                "The rest is not planned again while the cluster is in the middle of a change of its own.",
                "Wait until the cluster has settled.");
    }

    private void plan(ClusterSnapshot seen) {
        Instant now = crew.time().instant();
        switch (planning(seen)) {
            case Planning.Refused(List<Finding> findings) -> crew.patience().blocked(State.PLANNING, findings);
            case Planning.NothingToDo(List<Finding> notes, boolean incomplete) ->
                crew.recorder().record(new Event.NothingLeft(now, notes, incomplete));
            case Planning.Planned(Plan plan)
            when plan.steps().isEmpty() -> crew.recorder().record(new Event.NothingLeft(now, plan.warnings(), false));
            case Planning.Planned(Plan plan) -> {
                crew.recorder().record(adoption(plan, seen, now));
                crew.situation().plannedOn(seen);
            }
        }
    }

    /** As long as nothing was missed, what is left of the plan is kept where it still holds. */
    private Planning planning(ClusterSnapshot seen) {
        PlanningInput input = crew.situation().input(seen);
        Walk walk = crew.recorder().state().walk();
        Optional<Plan> before = walk.plan().filter(_ -> walk.missed().isEmpty());
        return before.isEmpty()
                ? rules.plan(input)
                : rules.again(input, walk.rest(), before.get().exact());
    }

    private Event adoption(Plan plan, ClusterSnapshot seen, Instant now) {
        Walk walk = crew.recorder().state().walk();
        String hash = PlanShape.hash(plan);
        if (walk.revision() == 0) {
            return new Event.PlanAdopted(now, plan, hash, "The first plan of this run.");
        }
        if (isTheSame(plan, walk)) {
            return new Event.PlanConfirmed(now, walk.hash());
        }
        return new Event.PlanAdopted(now, plan, hash, reason(walk, seen));
    }

    /** Where a guard forbids the step behind a preparation, to prepare it again would change nothing: what is forbidden is waited for. */
    private boolean isTheSame(Plan plan, Walk walk) {
        List<String> rest = PlanShape.of(walk.rest());
        boolean isBlocked = walk.missed().isEmpty()
                && crew.recorder().state().blocks().keySet().stream().anyMatch(step -> !step.equals(State.PLANNING));
        return PlanShape.of(plan.stages()).equals(rest)
                || (isBlocked
                        && PlanShape.withoutRepeatedPreparation(plan.stages()).equals(rest));
    }

    private String reason(Walk walk, ClusterSnapshot seen) {
        List<String> reasons = new ArrayList<>();
        walk.missed().forEach(step -> reasons.add("step " + step + " did not succeed"));
        crew.situation().plannedOn().ifPresent(before -> differences(before, seen, reasons));
        takenBack(reasons);
        return reasons.isEmpty()
                ? "The cluster asks for other steps than were left."
                : "The rest has changed: " + String.join(", ", reasons) + ".";
    }

    private void takenBack(List<String> reasons) {
        List<NodeId> nodes = crew.recorder().state().wishes().back().nodes();
        if (!nodes.isEmpty()) {
            reasons.add(String.join(" and ", nodes.stream().map(NodeId::value).toList())
                    + (nodes.size() == 1 ? " is" : " are") + " taken back");
        }
    }

    private static void differences(ClusterSnapshot before, ClusterSnapshot now, List<String> reasons) {
        for (Group group : now.groups()) {
            Optional<Group> then = before.group(group.id());
            if (then.isPresent() && !then.get().serving().equals(group.serving())) {
                reasons.add(group.id() + " is on "
                        + (group.serving().isEmpty()
                                ? "no node"
                                : group.serving().getFirst()));
            }
        }
        for (Node node : now.nodes()) {
            Optional<Node> then = before.node(node.id());
            if (then.isPresent() && then.get().membership() != node.membership()) {
                reasons.add(node.id() + " is " + node.membership().name().toLowerCase(java.util.Locale.ROOT));
            }
        }
    }
}
