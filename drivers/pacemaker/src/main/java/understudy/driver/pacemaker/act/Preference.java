package understudy.driver.pacemaker.act;

import java.util.Optional;
import understudy.core.model.LedgerEntry;

/** A constraint of ours, and how it goes: only once it is shown that no weighted group moves by it. */
final class Preference {
    private final Cluster cluster;

    Preference(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Takes it away and answers true, or keeps it and answers false because a group would move. */
    boolean giveBack(LedgerEntry entry) throws Refusal {
        var look = cluster.look();
        var edit = CibEdit.noLocation(entry);
        if (!cluster.simulate(Optional.of(edit)).moving(cluster.served(look)).isEmpty()) {
            return false;
        }
        cluster.mustEdit(edit, "the end of our constraint");
        return true;
    }
}
