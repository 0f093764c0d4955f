package understudy.core.model;

import java.util.List;

/** How a node or a group stands to the frozen targets of the patch; newer than the target counts as patched. */
public sealed interface PatchState {
    /** Every target is reached. */
    record Patched() implements PatchState {}

    /** These components are still below their targets. */
    record Behind(List<Change> changes) implements PatchState {
        public Behind {
            changes = List.copyOf(changes);
        }
    }

    /** An installation was left half done: nothing is installed, restarted or released before it is repaired. */
    record Broken(String reason, String remedy) implements PatchState {}

    /** It could not be seen; never a guess. */
    record Unknown(String reason) implements PatchState {}

    /** The subject has no version of its own (most groups). */
    record NotVersioned() implements PatchState {}

    /** True only where every target is surely reached. */
    default boolean isPatched() {
        return this instanceof Patched || this instanceof NotVersioned;
    }
}
