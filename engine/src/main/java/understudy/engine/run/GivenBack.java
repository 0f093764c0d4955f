package understudy.engine.run;

import java.util.List;
import understudy.core.model.LedgerEntry;
import understudy.core.model.LedgerEntry.Kind;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;

/**
 * Which ledger entries a step that has succeeded leaves without an object: its driver gives them back itself, but where we were
 * killed between that and the record of it, the driver finds nothing any more and cannot say so.
 */
final class GivenBack {
    private GivenBack() {}

    static List<LedgerEntry> by(Step step, List<LedgerEntry> open) {
        return open.stream().filter(entry -> isGivenBack(step, entry)).toList();
    }

    private static boolean isGivenBack(Step step, LedgerEntry entry) {
        if (step.node().isEmpty() || !entry.node().equals(step.node())) {
            return false;
        }
        return switch (step.verb()) {
            case Verb.Release() -> entry.kind() == Kind.DRAIN;
            case Verb.RejoinCluster() -> entry.kind() == Kind.MEMBERSHIP;
            case Verb.GrantHosting() ->
                entry.kind() == Kind.HOSTING_RIGHT
                        && (step.group().isEmpty() || step.group().equals(entry.group()));
            case Verb.GiveBack(String holder) ->
                isOfANode(entry.kind()) && entry.id().contains(holder);
            case Verb.Fetch _,
                    Verb.Install _,
                    Verb.Downgrade _,
                    Verb.Restart _,
                    Verb.Drain _,
                    Verb.Verify _,
                    Verb.Prepare _,
                    Verb.AwaitHost _,
                    Verb.HandOver _,
                    Verb.StopGroup _,
                    Verb.StartGroup _,
                    Verb.UpgradeGroup _,
                    Verb.LeaveCluster _,
                    Verb.WithdrawHosting _,
                    Verb.HoldService _,
                    Verb.KeepSetting _,
                    Verb.Check _,
                    Verb.Confirm _,
                    Verb.SiteCommand _ -> false;
        };
    }

    private static boolean isOfANode(Kind kind) {
        return kind == Kind.SERVICE || kind == Kind.SETTING || kind == Kind.FILE;
    }
}
