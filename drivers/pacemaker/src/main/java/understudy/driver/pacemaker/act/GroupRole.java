package understudy.driver.pacemaker.act;

import java.util.List;
import java.util.Optional;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.procedure.Verb;
import understudy.driver.pacemaker.act.Cluster.Waited;
import understudy.driver.pacemaker.observe.Cib;
import understudy.driver.pacemaker.observe.ClusterLook;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** Stops a whole group by its target role, and starts it again by giving back what stood there before. */
final class GroupRole {
    private static final String BEFORE = "target-role=";

    private final Cluster cluster;

    GroupRole(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome stop(Order order, GroupId id, Verb.Selector part) throws Refusal {
        refusePart(id, part);
        var look = cluster.look();
        InMaintenance.refuse(cluster.group(look, id));
        var before = role(look, id);
        if (before.filter("Stopped"::equals).isEmpty()) {
            var entry = Entries.stopped(order.action().run(), id, before);
            order.ledger().open(entry);
            cluster.mustEdit(CibEdit.targetRole(look.cib(), entry, id.value(), "Stopped"), "the stop of " + id);
        }
        return await(order, id, false);
    }

    Outcome start(Order order, GroupId id, Verb.Selector part) throws Refusal {
        refusePart(id, part);
        var run = order.action().run();
        var entry = order.ledger().open().stream()
                .filter(one -> one.run().equals(run)
                        && one.id()
                                .equals(Entries.stopped(run, id, Optional.empty())
                                        .id()))
                .findFirst()
                .orElse(Entries.stopped(run, id, Optional.empty()));
        giveBack(entry);
        order.ledger().returned(entry);
        return await(order, id, true);
    }

    /** Restores the target role that stood there before the stop, and takes our mark away. */
    void giveBack(LedgerEntry entry) throws Refusal {
        var group = entry.group().orElseThrow();
        var before = before(entry);
        if (before.isPresent()) {
            cluster.mustEdit(
                    CibEdit.targetRole(cluster.look().cib(), entry, group.value(), before.get()),
                    "the start of " + group);
        } else {
            cluster.mustEdit(CibEdit.noTargetRole(group.value()), "the start of " + group);
        }
        cluster.mustEdit(CibEdit.noMark(entry), "the end of our mark for " + group);
    }

    /** The target role that stood there before; empty where there was none. */
    static Optional<String> before(LedgerEntry entry) {
        return Optional.of(entry.before())
                .filter(text -> text.startsWith(BEFORE))
                .map(text -> text.substring(BEFORE.length()));
    }

    private Outcome await(Order order, GroupId id, boolean running) throws Refusal {
        var until = cluster.clock().instant().plus(order.deadline());
        return switch (cluster.await(look -> isSo(look, id, running), until, List.of())) {
            case Waited.Holds _ -> new Outcome.Succeeded(id + (running ? " is in service." : " is out of service."));
            case Waited.TimedOut(Optional<ClusterLook> last, String reason) ->
                throw new Refusal(
                        running ? "PACEMAKER-NOT-STARTED" : "PACEMAKER-NOT-STOPPED",
                        id.value(),
                        id + (running ? " is not in service" : " is not out of service") + " after "
                                + order.deadline().toSeconds() + " s. "
                                + (last.isPresent()
                                        ? Failures.listed(last.get(), cluster.group(last.get(), id))
                                        : reason)
                                + ".",
                        "Look at it with crm_mon -1.",
                        true);
        };
    }

    private boolean isSo(ClusterLook look, GroupId id, boolean running) {
        return look.isIdle()
                && cluster.groups(look).stream()
                        .filter(group -> group.id().equals(id))
                        .anyMatch(group -> running
                                ? group.health() == GroupHealth.ONLINE
                                : group.serving().isEmpty() && group.health() == GroupHealth.STOPPED);
    }

    private static Optional<String> role(ClusterLook look, GroupId id) {
        return look.cib()
                .topResources()
                .filter(top -> top.attribute("id").equals(id.value()))
                .findFirst()
                .flatMap(top -> Cib.meta(top, "target-role"));
    }

    private static void refusePart(GroupId id, Verb.Selector part) throws Refusal {
        if (!part.equals(Verb.Selector.whole())) {
            throw new Refusal(
                    "PACEMAKER-NO-PARTS",
                    id.value(),
                    "A part of " + id + " cannot be stopped or started by this driver, only the whole group.",
                    "Name the whole group in the procedure.");
        }
    }
}
