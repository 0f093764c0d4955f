package understudy.driver.pacemaker.act;

import java.time.Duration;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** Gives back what a run holds in the cluster and on its nodes, by a step or from the ledger, or hands it to another run. */
final class Returns {
    private static final Duration GIVING_BACK = Duration.ofMinutes(5);

    private final Cluster cluster;
    private final Subjects subjects;

    Returns(Cluster cluster) {
        this.cluster = cluster;
        this.subjects = new Subjects(cluster);
    }

    /** By a step; what comes back to the cluster's hands is out of the ledger then. */
    Outcome released(Order order, LedgerEntry entry) throws Refusal {
        var outcome = new Release(cluster).release(entry, order.deadline());
        order.ledger().returned(entry);
        return outcome;
    }

    /** The node of a step comes back into the cluster. */
    Outcome rejoined(Order order, NodeLink link) throws Refusal {
        var id = Entries.left(order.action().run(), link.node(), "").id();
        var entry = order.ledger().open().stream()
                .filter(open -> open.id().equals(id))
                .findFirst()
                .orElse(Entries.left(order.action().run(), link.node(), "corosync.service pacemaker.service"));
        var outcome = new MembershipHold(cluster).rejoin(entry, link, order.deadline());
        order.ledger().returned(entry);
        return outcome;
    }

    /** Gives back one ledger entry with its mark. */
    Outcome giveBack(LedgerEntry entry) {
        try {
            return switch (entry.kind()) {
                case DRAIN -> new Release(cluster).release(entry, GIVING_BACK);
                case PREFERENCE, HOSTING_RIGHT -> constraintGivenBack(entry);
                case SETTING -> {
                    new GroupRole(cluster).giveBack(entry);
                    yield new Outcome.Succeeded(
                            entry.group().map(Object::toString).orElse("") + " is as before.");
                }
                case MEMBERSHIP ->
                    new MembershipHold(cluster)
                            .rejoin(entry, subjects.linkTo(entry.node().orElseThrow()), GIVING_BACK);
                case RIVALS -> new Rivals(subjects.linkTo(entry.node().orElseThrow())).giveBack(entry);
                case OLD_PACKAGES ->
                    new OldPackages(subjects.linkTo(entry.node().orElseThrow())).giveBack(entry);
                case FAILBACK, SERVICE, LOCK, FILE ->
                    throw Refusal.unsupported("Entries of the kind " + entry.kind() + " are not made by this driver");
            };
        } catch (Refusal refusal) {
            return refusal.outcome();
        }
    }

    private Outcome constraintGivenBack(LedgerEntry entry) throws Refusal {
        if (new Preference(cluster).giveBack(entry)) {
            return new Outcome.Succeeded("Our constraint " + entry.id() + " is gone.");
        }
        throw new Refusal(
                "PACEMAKER-KEPT",
                entry.id(),
                "Our constraint " + entry.id() + " stays, because a group would move without it.",
                "Take it away when that may happen: " + entry.byHand());
    }

    /** Gives another run's mark the name of its heir. */
    Outcome adopt(Mark mark, RunId heir) {
        try {
            return switch (mark.kind()) {
                case OLD_PACKAGES -> new OldPackages(subjects.linkTo(nodeOf(mark))).adopt(mark, heir);
                case RIVALS -> new Rivals(subjects.linkTo(nodeOf(mark))).adopt(mark, heir);
                case DRAIN, PREFERENCE, HOSTING_RIGHT, SERVICE, SETTING, MEMBERSHIP, FAILBACK, LOCK, FILE ->
                    new Adopting(cluster).adopt(mark, heir);
            };
        } catch (Refusal refusal) {
            return refusal.outcome();
        }
    }

    private static NodeId nodeOf(Mark mark) {
        return mark.node().orElse(new NodeId("?"));
    }
}
