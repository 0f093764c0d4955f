package understudy.core.safety;

import java.time.Duration;
import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.planning.PlanningInput;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep.Outage;

/**
 * All that the guards look at before one step.
 *
 * @param stage the stage to which the step belongs, whose nodes may all be absent at once
 * @param fresh the look of now with the records, the procedure, the patch, the policy and the time of now
 * @param plannedOn the look on which the plan was made, to tell what others have changed since
 * @param lease the cluster's lock; empty where none is taken, which only a stand-alone server and a simulation may do
 * @param recovery the step brings a group online or gives something back after a failure (safety rule 9)
 */
public record GuardInput(
        Step step,
        Stage stage,
        PlanningInput fresh,
        ClusterSnapshot plannedOn,
        Optional<Lease> lease,
        boolean recovery) {
    /** The step begins an outage: budget, window and the lock's margin are judged here, and not again inside (safety rule 1). */
    public boolean atTheDoor() {
        return !step.interrupts().isEmpty();
    }

    /** The step runs while clients are not served: only what would make things worse may block it. */
    public boolean insideOutage() {
        Outage outage = step.source().outage();
        return !atTheDoor() && (outage == Outage.INSIDE || outage == Outage.ENDS);
    }

    public ClusterSnapshot now() {
        return fresh.snapshot();
    }

    /** How long the outage may take from here, seen darkly: twice what is expected, because a first guess is often short. */
    public Duration pessimisticOutage() {
        Duration longest = Duration.ZERO;
        for (Step.Interruption interruption : step.interrupts()) {
            if (interruption.expected().compareTo(longest) > 0) {
                longest = interruption.expected();
            }
        }
        return longest.multipliedBy(2);
    }
}
