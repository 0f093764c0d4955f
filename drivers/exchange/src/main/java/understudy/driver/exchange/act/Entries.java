package understudy.driver.exchange.act;

import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.driver.exchange.Marks;

/** The ledger entries that this driver makes; their ids stay the same when a step is given again. */
final class Entries {
    private Entries() {}

    static LedgerEntry drain(RunId run, NodeId node) {
        return new LedgerEntry(
                Marks.plain("drain." + node),
                run,
                LedgerEntry.Kind.DRAIN,
                Optional.of(node),
                Optional.empty(),
                "not paused",
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

    /** @param before the services' states and start-up types */
    static LedgerEntry startTypes(RunId run, NodeId node, String step, String before) {
        return new LedgerEntry(
                service(run, node, step, "", "").id(),
                run,
                LedgerEntry.Kind.SERVICE,
                Optional.of(node),
                Optional.empty(),
                before,
                "on " + node
                        + ", for each service that starts otherwise: sc config SERVICE start= auto|demand|disabled ("
                        + before + ")");
    }

    /**
     * @param before the setting and what was there
     * @param byHand how a person writes that again
     */
    static LedgerEntry setting(RunId run, NodeId node, String step, String before, String byHand) {
        return new LedgerEntry(
                Marks.plain("setting." + node + "." + step),
                run,
                LedgerEntry.Kind.SETTING,
                Optional.of(node),
                Optional.empty(),
                before,
                "on " + node + ", " + byHand);
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
                before.equals("running") ? "net start " + service : "net stop " + service);
    }
}
