package understudy.emulated.powershell;

/** What leaves a script's blocks without being an error. */
sealed class Signal extends Exception {
    private static final long serialVersionUID = 1;

    private Signal() {
        super(null, null, false, false);
    }

    /** {@code return}: its values are in the output already. */
    static final class Returned extends Signal {
        private static final long serialVersionUID = 1;
    }

    /** {@code exit}. */
    static final class Exited extends Signal {
        private static final long serialVersionUID = 1;
        private final int code;

        Exited(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
