package understudy.documents;

/** Leaves the reading of one mapping whose problems have been noted; whoever reads its neighbours goes on. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable() {
        super("noted among the document's problems", null, false, false);
    }
}
