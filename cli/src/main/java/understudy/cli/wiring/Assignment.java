package understudy.cli.wiring;

import java.nio.file.Path;
import java.util.Optional;
import understudy.cli.inventory.ClusterEntry;
import understudy.core.model.Patch;
import understudy.core.procedure.Procedure;

/**
 * What a run is asked to do: which cluster, with what, how.
 *
 * @param words the same as a person wrote it, so that {@code resume} finds it again
 * @param inputs a hash over everything that was read, so that changed inputs are noticed (safety rule 8)
 */
public record Assignment(ClusterEntry cluster, Patch patch, Procedure procedure, Words words, String inputs) {
    /**
     * The assignment in a person's words.
     *
     * @param patch empty means all that the nodes' own sources offer
     * @param procedure the id of a shipped procedure or a file; empty means the patch's or the platform's own
     */
    public record Words(Path inventory, String cluster, Optional<Path> patch, Optional<String> procedure) {
        /** The same, whatever folder a process is started in. */
        Words absolute() {
            return new Words(inventory.toAbsolutePath(), cluster, patch.map(Path::toAbsolutePath), procedure);
        }
    }
}
