package understudy.lab;

/** What to do to a node's network cable. */
public enum Cable {
    CUT,
    HEAL
}
