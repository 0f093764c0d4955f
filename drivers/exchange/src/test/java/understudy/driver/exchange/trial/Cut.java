package understudy.driver.exchange.trial;

/**
 * One way in which a command over the wire is cut.
 *
 * @param call which command of the run, from 0
 * @param place 0 before it leaves, then before the so-manieth cmdlet or program in its script, then {@link #AFTER}
 */
record Cut(int call, int place, How how) {
    /** The script has ended and its answer is on the way. */
    static final int AFTER = Integer.MAX_VALUE;

    /** What becomes of us and of the script. */
    enum How {
        /** Our process ends, and the node ends what it has started for us. */
        KILLED,
        /** Our process ends, and the script goes on. */
        KILLED_AND_THE_SCRIPT_GOES_ON,
        /** The connection breaks, and the node ends what it has started for us. */
        LOST,
        /** The connection breaks, and the script goes on. */
        LOST_AND_THE_SCRIPT_GOES_ON;

        boolean kills() {
            return this == KILLED || this == KILLED_AND_THE_SCRIPT_GOES_ON;
        }

        boolean endsTheScript() {
            return this == KILLED || this == LOST;
        }
    }
}
