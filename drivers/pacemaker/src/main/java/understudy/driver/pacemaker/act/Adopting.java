package understudy.driver.pacemaker.act;

import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.Placement;
import understudy.core.model.RunId;
import understudy.driver.pacemaker.Marks;
import understudy.driver.pacemaker.observe.ClusterLook;
import understudy.engine.ports.Outcome;

/** Gives a mark of another run the name of its heir: the new one is written first, so that what is marked is never without. */
final class Adopting {
    private final Cluster cluster;

    Adopting(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome adopt(Mark mark, RunId heir) throws Refusal {
        ClusterLook look = cluster.look();
        if (!Marks.in(look.cib()).contains(mark)) {
            throw refused(mark, "it is not in the cluster's configuration (any more)");
        }
        Mark ours = new Mark(mark.entry(), heir, mark.kind(), mark.node(), mark.group());
        LedgerEntry old = ManualReturns.entry(mark);
        LedgerEntry entry = ManualReturns.entry(ours);
        String what = "the mark " + mark.entry() + " of run " + heir;
        switch (mark.kind()) {
            case DRAIN -> {
                if (!look.cib().standbyConfigured(node(mark).value())) {
                    throw refused(mark, node(mark) + " is not in standby any more");
                }
                cluster.mustEdit(CibEdit.standby(look.cib(), entry, node(mark)), what);
                cluster.mustEdit(CibEdit.noMark(old), "the end of the old mark");
            }
            case PREFERENCE -> constraint(look, ours, old, "INFINITY");
            case HOSTING_RIGHT -> constraint(look, ours, old, "-INFINITY");
            case SETTING, MEMBERSHIP, FAILBACK, SERVICE, LOCK, FILE, OLD_PACKAGES ->
                throw refused(mark, "what was there before stands only in that run's journal");
        }
        return new Outcome.Succeeded(mark.entry() + " is ours now.");
    }

    private void constraint(ClusterLook look, Mark ours, LedgerEntry old, String score) throws Refusal {
        GroupId group = ours.group().orElseThrow();
        boolean promoted = cluster.group(look, group).placement() instanceof Placement.Promotable;
        if (!Marks.in(look.cib()).contains(ours)) {
            cluster.mustEdit(
                    CibEdit.location(
                            ManualReturns.entry(ours), group.value(), node(ours).value(), score, promoted),
                    "the constraint " + ours.entry() + " of run " + ours.run());
        }
        cluster.mustEdit(CibEdit.noLocation(old), "the end of the old constraint");
    }

    private static NodeId node(Mark mark) {
        return mark.node().orElseThrow();
    }

    private static Refusal refused(Mark mark, String why) {
        return new Refusal(
                "NOT-ADOPTED",
                mark.entry(),
                mark.entry() + " of run " + mark.run() + " is not adopted, because " + why + ".",
                "Give it back by hand: `understudy take-over " + mark.run() + "` names the commands.");
    }
}
