package understudy.core.safety;

import java.util.Collection;
import java.util.stream.Collectors;
import understudy.core.model.NodeId;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;

/** Which steps take something away that was there before, so that guards about loss look at them. */
final class Disruption {
    private Disruption() {}

    /** After it the node may be absent, or serves less than before. */
    static boolean takesNodeAway(Step step) {
        return switch (step.verb()) {
            case Verb.Install() -> true;
            case Verb.Restart(boolean _) -> true;
            case Verb.Drain() -> true;
            case Verb.LeaveCluster() -> true;
            case Verb.Fetch(),
                    Verb.Release(),
                    Verb.Verify(),
                    Verb.Prepare(),
                    Verb.AwaitHost(),
                    Verb.HandOver(),
                    Verb.StopGroup _,
                    Verb.StartGroup _,
                    Verb.UpgradeGroup(),
                    Verb.RejoinCluster(),
                    Verb.WithdrawHosting(),
                    Verb.GrantHosting(),
                    Verb.HoldService _,
                    Verb.KeepSetting _,
                    Verb.GiveBack _,
                    Verb.Check _,
                    Verb.Confirm _,
                    Verb.SiteCommand _ -> false;
        };
    }

    static String list(Collection<NodeId> nodes) {
        return nodes.stream().map(NodeId::value).collect(Collectors.joining(", "));
    }
}
