package understudy.driver.exchange.act;

import java.util.List;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.RunId;
import understudy.engine.ports.Outcome;

/** Gives a mark of another run the name of its heir: the new one is written first, so that what is marked is never without. */
final class Adopting {
    private final Cluster cluster;

    Adopting(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome adopt(Mark mark, RunId heir) throws Refusal {
        var look = cluster.look();
        boolean inCluster = mark.kind() == LedgerEntry.Kind.DRAIN || mark.kind() == LedgerEntry.Kind.HOSTING_RIGHT;
        if (!inCluster || !look.marks().contains(mark)) {
            throw Refusal.failed(
                    "NOT-ADOPTED",
                    mark.entry(),
                    mark.entry() + " of run " + mark.run() + " is not adopted, because "
                            + (inCluster ? "it is not in the cluster any more." : "what it held before is not known."),
                    "Give it back by hand: `understudy take-over " + mark.run() + "` names the commands.");
        }
        cluster.command(
                look,
                List.of(Cluster.mark(bare(mark, heir)), Cluster.unmark(bare(mark, mark.run()))),
                "to give the mark " + mark.entry() + " another name");
        return new Outcome.Succeeded(mark.entry() + " is ours now.");
    }

    private static LedgerEntry bare(Mark mark, RunId run) {
        return new LedgerEntry(mark.entry(), run, mark.kind(), mark.node(), mark.group(), "", "");
    }
}
