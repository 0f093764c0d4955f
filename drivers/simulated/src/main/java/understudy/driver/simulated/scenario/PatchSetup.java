package understudy.driver.simulated.scenario;

import java.util.List;
import understudy.core.model.Change;

/**
 * What the nodes' own sources offer.
 *
 * @param changes each component with the version before, the one offered, and its size
 * @param restart a node asks to be restarted once they are installed
 * @param versionFence a group that a patched node has started breaks on a node without the patch
 */
public record PatchSetup(List<Change> changes, boolean restart, boolean versionFence) {
    public PatchSetup {
        changes = List.copyOf(changes);
    }

    /** One component from one version to the next, with a restart and without a fence. */
    public static PatchSetup standard() {
        return new PatchSetup(List.of(new Change("component", "1", "2", 1_000_000)), true, false);
    }

    public PatchSetup withoutRestart() {
        return new PatchSetup(changes, false, versionFence);
    }

    public PatchSetup fencing() {
        return new PatchSetup(changes, restart, true);
    }
}
