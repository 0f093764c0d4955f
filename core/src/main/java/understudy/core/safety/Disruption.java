package understudy.core.safety;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;

/** Which steps take something away that was there before, so that guards about loss look at them. */
final class Disruption {
    private Disruption() {}

    /** After it the node may be absent, or serves less than before. */
    static boolean takesNodeAway(Step step) {
        return switch (step.verb()) {
            case Verb.Install(), Verb.Downgrade() -> true;
            case Verb.Restart(boolean _) -> true;
            case Verb.Drain() -> true;
            case Verb.LeaveCluster _ -> true;
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

    /** The nodes that are absent now, with all that this stage may take away at once. */
    static List<NodeId> away(GuardInput input) {
        SequencedSet<NodeId> away = new LinkedHashSet<>();
        for (Node node : input.now().nodes()) {
            if (!node.membership().isMember()) {
                away.add(node.id());
            }
        }
        input.stage().tracks().stream().map(Stage.Track::node).forEach(away::add);
        input.step().node().ifPresent(away::add);
        return List.copyOf(away);
    }

    static String list(Collection<NodeId> nodes) {
        return nodes.stream().map(NodeId::value).collect(Collectors.joining(", "));
    }
}
