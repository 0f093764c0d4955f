package understudy.core.model;

/**
 * One attempt at one step of one run: the key by which an action is found again after a loss of the connection, of us, or of
 * the node, and by which it is never done twice.
 *
 * @param attempt from 1
 */
public record ActionId(RunId run, StepId step, int attempt) {
    public ActionId {
        if (attempt < 1) {
            throw new IllegalArgumentException("An attempt is counted from 1, not " + attempt + ".");
        }
    }

    @Override
    public String toString() {
        return run + "/" + step + "/" + attempt;
    }
}
