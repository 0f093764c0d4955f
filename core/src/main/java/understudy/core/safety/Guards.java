package understudy.core.safety;

import java.util.ArrayList;
import java.util.List;
import understudy.core.model.Finding;

/** All guards in one place: every one of them runs before every step, on a fresh look, and every finding is reported. */
public final class Guards {
    private static final List<Guard> ALL = List.of(
            new LockGuard(),
            new QuorumGuard(),
            new RedundancyGuard(),
            new LostNodeGuard(),
            new VersionFenceGuard(),
            new OwnerGuard(),
            new OldOwnerGuard(),
            new ForeignChangeGuard(),
            new MaintenanceGuard(),
            new ReleaseGuard(),
            new PreconditionGuard(),
            new WindowGuard(),
            new BudgetGuard());

    /** What no failure and no hurry ever passes. */
    private static final List<Guard> NEVER_PASSED = List.of(new LockGuard(), new VersionFenceGuard());

    private Guards() {}

    /** The reasons against the step; it may go on exactly if none of them {@link Finding#blocks()}. */
    public static List<Finding> judge(GuardInput input) {
        return judge(ALL, input);
    }

    /**
     * The reasons against a step inside an outage path: window, budget and all that could wait were judged at its door, lock and
     * version fence are judged here too (safety rules 1, 2, 4 and 9).
     */
    public static List<Finding> judgeInside(GuardInput input) {
        return judge(NEVER_PASSED, input);
    }

    private static List<Finding> judge(List<Guard> guards, GuardInput input) {
        List<Finding> findings = new ArrayList<>();
        guards.forEach(guard -> findings.addAll(guard.judge(input)));
        return List.copyOf(findings);
    }
}
