package understudy.core.run;

import java.util.ArrayList;
import java.util.List;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep.By;

/**
 * The stretch of a plan in which a group's clients are not served: all that could forbid it is judged at its door, inside only
 * failure leaves it (safety rule 1).
 */
public final class OutagePath {
    private OutagePath() {}

    /** The step is the first, or the only one, that the clients of a group notice. */
    public static boolean isDoor(Step step) {
        return switch (step.source().outage()) {
            case BEGINS, WHOLE -> true;
            case NONE -> !step.interrupts().isEmpty();
            case INSIDE, ENDS -> false;
        };
    }

    /** Clients are already waiting when this step begins. */
    public static boolean isInside(Step step) {
        return switch (step.source().outage()) {
            case INSIDE, ENDS -> true;
            case NONE, BEGINS, WHOLE -> false;
        };
    }

    /** Clients are waiting: of what is left, a step inside an outage path comes before any door. */
    static boolean isEntered(List<Step> rest) {
        return rest.stream()
                .filter(step -> isDoor(step) || isInside(step))
                .findFirst()
                .filter(OutagePath::isInside)
                .isPresent();
    }

    /** Clients wait now or may wait from one moment to the next: a step of such a path is under way, or the end of one is still to come. */
    public static boolean isOn(State state) {
        return state.underWay().stream().anyMatch(step -> isDoor(step) || isInside(step))
                || state.walk().lanes().stream().anyMatch(OutagePath::isEntered)
                || isOpen(state.walk());
    }

    /** A group was taken down and is brought up in this stage or in a later one, as where all its nodes are patched as one. */
    static boolean isOpen(Walk walk) {
        return walk.plan().stream()
                .flatMap(plan -> plan.stages().stream().skip(walk.stage()))
                .flatMap(stage -> stage.steps().stream())
                .filter(step -> isDoor(step) || isInside(step))
                .filter(step -> !walk.done().contains(step.id()))
                .findFirst()
                .filter(OutagePath::isInside)
                .isPresent();
    }

    /** The steps from the first of {@code rest} to the end of the outage path that it opens; only that one if it opens none. */
    public static List<Step> from(List<Step> rest) {
        List<Step> path = new ArrayList<>();
        for (Step step : rest) {
            if (!path.isEmpty() && !isInside(step)) {
                break;
            }
            path.add(step);
        }
        return List.copyOf(path);
    }

    /** A person has a part in it. */
    static boolean needsOperator(List<Step> path) {
        return path.stream().anyMatch(step -> step.source().by() == By.OPERATOR);
    }
}
