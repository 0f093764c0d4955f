package understudy.engine.run;

import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Node;
import understudy.core.model.PatchState;
import understudy.core.model.RestartNeed;

/** Whether a ledger entry may be given back on this look (safety rule 3); no node is let back to work half patched. */
final class Release {
    private Release() {}

    /** Why not; empty where it may. */
    static Optional<String> forbids(LedgerEntry entry, ClusterSnapshot seen) {
        return switch (entry.kind()) {
            case LOCK, PREFERENCE, FAILBACK, OLD_PACKAGES -> Optional.empty();
            case HOSTING_RIGHT -> node(entry, seen).flatMap(Release::notPatched);
            case DRAIN, MEMBERSHIP -> node(entry, seen).flatMap(node -> unfit(node, entry));
            case SERVICE, SETTING, FILE -> node(entry, seen).flatMap(Release::halfDone);
        };
    }

    private static Optional<Node> node(LedgerEntry entry, ClusterSnapshot seen) {
        return entry.node().flatMap(seen::node);
    }

    private static Optional<String> notPatched(Node node) {
        return node.patch().isPatched()
                ? Optional.empty()
                : Optional.of(
                        node.id() + " does not have the newer binaries, so it may not host what they have started.");
    }

    private static Optional<String> unfit(Node node, LedgerEntry entry) {
        if (entry.kind() == LedgerEntry.Kind.DRAIN && !node.membership().isMember()) {
            return Optional.of(node.id() + " is not a settled member of the cluster.");
        }
        return halfDone(node).or(() -> switch (node.restart()) {
            case RestartNeed.NotNeeded() -> Optional.empty();
            case RestartNeed.Needed(String reason) ->
                Optional.of(node.id() + " asks for a restart that has not happened: " + reason);
            case RestartNeed.Unknown(String reason) ->
                Optional.of("Whether " + node.id() + " asks for a restart could not be seen: " + reason);
        });
    }

    private static Optional<String> halfDone(Node node) {
        return switch (node.patch()) {
            case PatchState.Patched(), PatchState.Behind _, PatchState.NotVersioned() -> Optional.empty();
            case PatchState.Broken(String reason, String remedy) ->
                Optional.of("An installation on " + node.id() + " is half done: " + reason + " " + remedy);
            case PatchState.Unknown(String reason) ->
                Optional.of("The versions on " + node.id() + " could not be read: " + reason);
        };
    }
}
