package understudy.emulated.world;

/** The cluster or Exchange does not do what it was asked for. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final int code;

    /** @param code the Win32 error code with which a program would end */
    public Refused(int code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public int code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
