package understudy.core.safety;

/** The answer to one question about a look: it holds, it does not, or nobody can tell; only the first passes. */
public sealed interface Verdict {
    /** It holds. */
    record Holds() implements Verdict {}

    /** It surely does not hold, and why. */
    record Fails(String reason) implements Verdict {}

    /** It could not be seen, and why. */
    record Unknown(String reason) implements Verdict {}

    default boolean holds() {
        return this instanceof Holds;
    }
}
