package understudy.documents;

/** Anything that a YAML document can hold, with the place where it stands. */
public sealed interface Value permits Scalar, Sequence, Mapping {
    Position position();

    /** What a reader of a message calls it: "a list", "the number 12". */
    String described();
}
