package understudy.driver.bigfix.trial;

/** Stands for the end of our process: nobody catches it. */
final class Killed extends Error {
    private static final long serialVersionUID = 1L;
}
