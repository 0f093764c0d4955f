package understudy.core.safety;

import java.time.Instant;
import java.util.List;
import understudy.core.model.Finding;
import understudy.core.model.MaintenanceWindow;

/** An outage begins only if it ends, seen darkly, within a maintenance window; asked at the door and never inside. */
final class WindowGuard implements Guard {
    @Override
    public List<Finding> judge(GuardInput input) {
        List<MaintenanceWindow> windows = input.fresh().policy().windows();
        if (!input.atTheDoor() || input.recovery() || windows.isEmpty()) {
            return List.of();
        }
        Instant from = input.fresh().now();
        Instant until = from.plus(input.pessimisticOutage());
        if (windows.stream().anyMatch(window -> window.covers(from, until))) {
            return List.of();
        }
        return List.of(Finding.error(
                "OUTSIDE-WINDOW",
                input.step().id().value(),
                input.step().id() + " may interrupt service from " + from + " until " + until
                        + ", which no maintenance window of the policy covers.",
                "Resume when a window opens, or change the policy's windows."));
    }
}
