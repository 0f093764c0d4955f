package understudy.driver.simulated.scenario;

import java.util.List;
import understudy.core.model.Change;
import understudy.core.model.GroupId;

/**
 * What the nodes' own sources offer.
 *
 * @param changes each component with the version before, the one offered, and its size
 * @param restart a node asks to be restarted once they are installed
 * @param versionFence a group that a patched node has started breaks on a node without the patch
 * @param wayBack the versions before can still be had; by their nature some platforms have no way back all the same
 * @param breaks groups that do not start on a node with the patch
 */
public record PatchSetup(
        List<Change> changes, boolean restart, boolean versionFence, boolean wayBack, List<GroupId> breaks) {
    public PatchSetup {
        changes = List.copyOf(changes);
        breaks = List.copyOf(breaks);
    }

    public PatchSetup(List<Change> changes, boolean restart, boolean versionFence) {
        this(changes, restart, versionFence, true, List.of());
    }

    /** One component from one version to the next, with a restart and without a fence. */
    public static PatchSetup standard() {
        return new PatchSetup(List.of(new Change("component", "1", "2", 1_000_000)), true, false);
    }

    public PatchSetup withoutRestart() {
        return new PatchSetup(changes, false, versionFence, wayBack, breaks);
    }

    public PatchSetup fencing() {
        return new PatchSetup(changes, restart, true, wayBack, breaks);
    }

    public PatchSetup withoutWayBack() {
        return new PatchSetup(changes, restart, versionFence, false, breaks);
    }

    /** The same, and the group does not start with it. */
    public PatchSetup breaking(String group) {
        return new PatchSetup(changes, restart, versionFence, wayBack, List.of(new GroupId(group)));
    }
}
