package understudy.driver.bigfix.wire;

/** The server gave no answer that says anything. */
public final class Silence extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean doubtful;

    public Silence(String sentence, boolean doubtful) {
        super(sentence);
        this.doubtful = doubtful;
    }

    /** What was asked for may have happened all the same. */
    public boolean isDoubtful() {
        return doubtful;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
