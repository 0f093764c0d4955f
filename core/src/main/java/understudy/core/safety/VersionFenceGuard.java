package understudy.core.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.Group;
import understudy.core.model.MayHost;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.procedure.Verb;

/**
 * A group that newer binaries have started goes to no node without them, and before newer binaries start it, no node without them may
 * host it (rule G4). Recovery passes this guard as little as anything else does.
 */
final class VersionFenceGuard implements Guard {
    @Override
    public List<Finding> judge(GuardInput input) {
        boolean fence = input.fresh().patch().versionFence()
                || input.fresh().procedure().versionFence();
        Optional<Group> group = input.step().group().flatMap(input.now()::group);
        if (!fence || group.isEmpty() || group.get().weight() == 0) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        input.step().destination().ifPresent(to -> judge(input, group.get(), to, findings));
        return findings;
    }

    private static void judge(GuardInput input, Group group, NodeId to, List<Finding> findings) {
        boolean moves = input.step().verb() instanceof Verb.HandOver || input.atTheDoor();
        boolean starts = startsGroup(input);
        if (!moves && !starts) {
            return;
        }
        Optional<Node> destination = input.now().node(to);
        boolean older = destination.filter(node -> isNewer(node, input)).isEmpty();
        if (older && isFenced(group, input)) {
            findings.add(Finding.error(
                    "VERSION-FENCE",
                    group.id().value(),
                    group.id() + " does not go to " + to + ", because newer binaries have started it and " + to
                            + " is not known to have them.",
                    "Choose a destination that has the patch."));
        }
        if (!older && starts) {
            notWithdrawn(input, group, findings);
        }
    }

    private static boolean startsGroup(GuardInput input) {
        boolean stoppedBefore =
                input.fresh().procedure().handover().stream().anyMatch(step -> step.verb() instanceof Verb.StopGroup);
        return input.step().verb() instanceof Verb.UpgradeGroup
                || input.step().verb() instanceof Verb.StartGroup
                || (input.step().verb() instanceof Verb.HandOver && !stoppedBefore);
    }

    private static boolean isFenced(Group group, GuardInput input) {
        boolean upgraded = group.patch() instanceof PatchState.Patched;
        return upgraded
                || group.owner()
                        .flatMap(input.now()::node)
                        .filter(node -> isNewer(node, input))
                        .isPresent();
    }

    /** A node that is taken back reaches its targets with the older binaries. */
    private static boolean isNewer(Node node, GuardInput input) {
        boolean back = input.fresh().records().targets().isTakenBack(node.id());
        return back ? node.patch() instanceof PatchState.Behind : node.patch().isPatched();
    }

    private static void notWithdrawn(GuardInput input, Group group, List<Finding> findings) {
        for (Node node : input.now().nodes()) {
            boolean isOwner = group.serving().contains(node.id());
            boolean allowed = !(group.mayHost(node.id()) instanceof MayHost.No);
            if (!isNewer(node, input) && allowed && !isOwner) {
                findings.add(Finding.error(
                        "FENCE-NOT-UP",
                        group.id().value(),
                        input.step().id() + " does not start, because the cluster could still place " + group.id()
                                + " on " + node.id() + ", which is not known to have the newer binaries.",
                        "Withdraw the right of " + node.id() + " to host " + group.id() + ", then try again."));
            }
        }
    }
}
