package understudy.driver.pacemaker.act;

import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.RunId;
import understudy.driver.pacemaker.Tools;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** The packages that a patch replaces, kept in a folder of their node until its run ends well; the mark is a file beside. */
final class OldPackages {
    private static final String PARENT = "/var/lib/understudy/packages/";

    private final NodeLink link;

    OldPackages(NodeLink link) {
        this.link = link;
    }

    /** The folders of all runs, as a shell's pattern. */
    static String folder() {
        return PARENT + "*";
    }

    static String folder(RunId run) {
        return PARENT + run;
    }

    /** Before anything is kept. */
    void mark(Order order) throws Refusal {
        var entry = Entries.oldPackages(order.action().run(), link.node());
        boolean known =
                order.ledger().open().stream().anyMatch(open -> open.id().equals(entry.id()));
        if (!known) {
            order.ledger().open(entry);
        }
        MembershipHold.mark(link, entry);
    }

    /** The mark of the heir is written first, so that what is kept is never without one. */
    Outcome adopt(Mark mark, RunId heir) throws Refusal {
        var old = Entries.oldPackages(mark.run(), link.node());
        MembershipHold.mark(link, Entries.oldPackages(heir, link.node()));
        MembershipHold.must(link, Tools.mergeFolder(folder(mark.run()), folder(heir)), "hand over what was kept");
        MembershipHold.must(link, Tools.removeFile(MembershipHold.file(old)), "lose the old mark");
        return new Outcome.Succeeded(mark.entry() + " is ours now.");
    }

    Outcome giveBack(LedgerEntry entry) throws Refusal {
        MembershipHold.must(link, Tools.removeFolder(folder(entry.run())), "lose the packages that were kept");
        MembershipHold.must(link, Tools.removeFile(MembershipHold.file(entry)), "lose our mark");
        return new Outcome.Succeeded("What " + link.nodeName() + " had before the patch is no longer kept.");
    }
}
