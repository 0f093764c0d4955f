package understudy.driver.pacemaker.act;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.Targets;
import understudy.driver.pacemaker.Marks;
import understudy.driver.pacemaker.act.Cluster.Waited;
import understudy.driver.pacemaker.observe.ClusterLook;
import understudy.driver.pacemaker.observe.Observer;
import understudy.engine.ports.Outcome;

/** Takes a node out of the standby that we put it in, once it is shown that no group moves by it. */
final class Release {
    private final Cluster cluster;

    Release(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome release(LedgerEntry entry, Duration deadline) throws Refusal {
        var node = entry.node().orElseThrow();
        var look = cluster.look();
        boolean marked = Marks.in(look.cib()).stream()
                .anyMatch(mark -> mark.run().equals(entry.run()) && mark.entry().equals(entry.id()));
        boolean standby = look.cib().standbyConfigured(node.value());
        if (!marked) {
            return new Outcome.Succeeded(
                    standby ? node + " stays in standby, which is not ours." : node + " carries no drain of ours.");
        }
        refuseInconsistent(node);
        if (standby) {
            refuseMoves(look, node);
            cluster.mustEdit(CibEdit.noStandby(node), "the end of the standby of " + node);
        }
        cluster.mustEdit(CibEdit.noMark(entry), "the end of our mark for " + node);
        var until = cluster.clock().instant().plus(deadline);
        return switch (cluster.await(now -> isReleased(now, node), until, List.of())) {
            case Waited.Holds _ -> new Outcome.Succeeded(node + " may host groups again.");
            case Waited.TimedOut(Optional<ClusterLook> _, String reason) ->
                throw new Refusal(
                        "PACEMAKER-NOT-SETTLED",
                        node.value(),
                        "The standby of " + node + " is taken back, and the cluster has not settled after "
                                + deadline.toSeconds() + " s. " + reason,
                        "Look at the cluster with crm_mon -1.",
                        true);
        };
    }

    private static boolean isReleased(ClusterLook look, NodeId node) {
        return look.isIdle() && !look.cib().standbyConfigured(node.value());
    }

    /** Packages that are half installed keep a node out of service, whatever else is known. */
    private void refuseInconsistent(NodeId node) throws Refusal {
        var report = cluster.talk().link(node.value()).flatMap(Observer::report);
        var state = report.map(one -> one.against(Targets.none()))
                .orElse(new PatchState.Unknown(node + " did not answer."));
        switch (state) {
            case PatchState.Patched(), PatchState.NotVersioned(), PatchState.Behind _ -> {}
            case PatchState.Broken(String reason, String remedy) ->
                throw new Refusal("PACEMAKER-NOT-RELEASED", node.value(), node + " stays drained. " + reason, remedy);
            case PatchState.Unknown(String reason) ->
                throw new Refusal(
                        "PACEMAKER-NOT-RELEASED",
                        node.value(),
                        node + " stays drained, because its packages are not known to be consistent. " + reason,
                        "Try again once it answers.");
        }
    }

    private void refuseMoves(ClusterLook look, NodeId node) throws Refusal {
        var moving = cluster.simulate(Optional.of(CibEdit.noStandby(node))).moving(cluster.served(look));
        if (!moving.isEmpty()) {
            throw new Refusal(
                    "PACEMAKER-RELEASE-WOULD-MOVE",
                    node.value(),
                    node + " stays drained, because " + Sentences.listed(moving)
                            + " would move once it is released: the resources stick too little to where they are.",
                    "Give the group a resource-stickiness that is higher than its preference for " + node
                            + ", or release it in a quiet moment with crm_standby --node " + node + " --delete.");
        }
    }
}
