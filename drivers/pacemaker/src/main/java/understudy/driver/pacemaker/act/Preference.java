package understudy.driver.pacemaker.act;

import java.util.List;
import java.util.Optional;
import understudy.core.model.Group;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Placement;

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
        List<String> weighted = cluster.groups(look).stream()
                .filter(group -> group.weight() > 0 && !(group.placement() instanceof Placement.Spread))
                .map(Group::id)
                .map(Object::toString)
                .toList();
        if (!cluster.simulate(Optional.of(edit)).moving(weighted).isEmpty()) {
            return false;
        }
        cluster.mustEdit(edit, "the end of our constraint");
        return true;
    }
}
