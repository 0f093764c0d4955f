package understudy.engine.run;

/** Stands for the end of our process: nothing of ours runs after it. */
final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed(String where) {
        super(where);
    }
}
