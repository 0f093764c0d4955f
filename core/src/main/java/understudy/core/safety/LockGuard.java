package understudy.core.safety;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import understudy.core.model.Finding;
import understudy.core.procedure.Verb;

/**
 * Nothing starts unless the cluster's lock is ours and outlives it (safety rule 4). At the door of an outage path the lease must
 * outlive the whole path, because it is never renewed inside.
 */
final class LockGuard implements Guard {
    @Override
    public List<Finding> judge(GuardInput input) {
        if (input.lease().isEmpty() || input.step().verb() instanceof Verb.Confirm) {
            return List.of();
        }
        Lease lease = input.lease().get();
        String step = input.step().id().value();
        if (!lease.ours()) {
            return List.of(Finding.error(
                    "LOCK-NOT-OURS",
                    step,
                    step + " does not start, because the cluster's lock is not ours.",
                    "See which run holds it with `understudy runs`, wait for its end, or take it over by name."));
        }
        Duration deadline = input.step().source().deadline();
        Duration needed = input.atTheDoor() && input.pessimisticOutage().compareTo(deadline) > 0
                ? input.pessimisticOutage()
                : deadline;
        Instant end = input.fresh().now().plus(needed);
        if (!lease.until().isBefore(end)) {
            return List.of();
        }
        if (input.insideOutage() && lease.until().isAfter(input.fresh().now())) {
            return List.of();
        }
        return List.of(Finding.error(
                "LOCK-ENDS-TOO-EARLY",
                step,
                step + " may last until " + end + ", but the lease of the cluster's lock ends at " + lease.until()
                        + ".",
                "Renew the lock and try the step again."));
    }
}
