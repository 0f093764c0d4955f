package understudy.core.model;

/** Whether a node may host a group; what is not known never passes for a yes. */
public sealed interface MayHost {
    /** It may. */
    record Yes() implements MayHost {}

    /** It may not, and waiting does not change that: a ban, not a possible owner, another kind of capacity. */
    record No(String reason) implements MayHost {}

    /** It may later: a copy that is behind, a ticket that is awaited. Becomes a waiting step. */
    record NotYet(String reason) implements MayHost {}

    /** It could not be seen. */
    record Unknown(String reason) implements MayHost {}
}
