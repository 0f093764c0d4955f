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

    private Guards() {}

    /** The reasons against the step; it may go on exactly if none of them {@link Finding#blocks()}. */
    public static List<Finding> judge(GuardInput input) {
        List<Finding> findings = new ArrayList<>();
        ALL.forEach(guard -> findings.addAll(guard.judge(input)));
        return List.copyOf(findings);
    }
}
