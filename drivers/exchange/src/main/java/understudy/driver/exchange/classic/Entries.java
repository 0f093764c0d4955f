package understudy.driver.exchange.classic;

import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.driver.exchange.Marks;

/** The ledger entries that this driver makes; their ids stay the same when a step is given again. */
final class Entries {
    private Entries() {}

    static LedgerEntry membership(RunId run, NodeId node) {
        return new LedgerEntry(
                Marks.plain("leave." + node),
                run,
                LedgerEntry.Kind.MEMBERSHIP,
                Optional.of(node),
                Optional.empty(),
                Nodes.CLUSTER_SERVICE + "=auto",
                "sc \\\\" + node + " config ClusSvc start= auto, then sc \\\\" + node + " start ClusSvc");
    }

    static LedgerEntry paused(RunId run, NodeId node) {
        return new LedgerEntry(
                Marks.plain("pause." + node),
                run,
                LedgerEntry.Kind.DRAIN,
                Optional.of(node),
                Optional.empty(),
                "up",
                "cluster node " + node + " /resume");
    }

    static LedgerEntry withdrawn(RunId run, GroupId group, NodeId node) {
        return new LedgerEntry(
                Marks.plain("withdraw." + group + "." + node),
                run,
                LedgerEntry.Kind.HOSTING_RIGHT,
                Optional.of(node),
                Optional.of(group),
                "possible owner",
                "cluster res \"RESOURCE\" /addowner:" + node + " for every resource of " + group);
    }

    /** @param before {@code running} or {@code stopped} */
    static LedgerEntry service(RunId run, NodeId node, String step, String service, String before) {
        return new LedgerEntry(
                Marks.plain("service." + node + "." + step),
                run,
                LedgerEntry.Kind.SERVICE,
                Optional.of(node),
                Optional.empty(),
                service + "=" + before,
                "sc \\\\" + node + (before.equals("running") ? " start " : " stop ") + service);
    }
}
