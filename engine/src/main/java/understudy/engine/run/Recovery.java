package understudy.engine.run;

import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;

/**
 * Which steps are recovery after a failure: those that give something back, and those that bring a group into service that is out of
 * it. Any other step is as dangerous after a failure as before, and passes no guard because of one (safety rule 9).
 */
final class Recovery {
    private Recovery() {}

    static boolean is(Step step, ClusterSnapshot seen) {
        return switch (step.verb()) {
            case Verb.Release _, Verb.RejoinCluster _, Verb.GrantHosting _, Verb.GiveBack _ -> true;
            case Verb.StartGroup _, Verb.UpgradeGroup _, Verb.HandOver _ -> isOutOfService(step, seen);
            case Verb.Fetch _,
                    Verb.Install _,
                    Verb.Downgrade _,
                    Verb.Restart _,
                    Verb.Drain _,
                    Verb.Verify _,
                    Verb.Prepare _,
                    Verb.AwaitHost _,
                    Verb.StopGroup _,
                    Verb.LeaveCluster _,
                    Verb.WithdrawHosting _,
                    Verb.HoldService _,
                    Verb.KeepSetting _,
                    Verb.Check _,
                    Verb.Confirm _,
                    Verb.SiteCommand _ -> false;
        };
    }

    private static boolean isOutOfService(Step step, ClusterSnapshot seen) {
        return step.group()
                .flatMap(seen::group)
                .map(Group::health)
                .filter(health -> health == GroupHealth.STOPPED || health == GroupHealth.FAILED)
                .isPresent();
    }
}
