package understudy.driver.simulated;

/** The fault that ends the caller's process in the middle of a step; an error, so that nobody catches it and goes on. */
public final class CallerDied extends Error {
    private static final long serialVersionUID = 1;

    CallerDied(String step) {
        super("The scenario ends the caller's process at the step " + step + ".");
    }
}
