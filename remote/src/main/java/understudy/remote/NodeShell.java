package understudy.remote;

/**
 * A way to run commands on one node, safe for use by many threads at once.
 *
 * <p>Nothing that goes wrong on the way is thrown: it is an {@link Answer}. What is thrown is a bug.
 */
public interface NodeShell {
    /** The node's name as the inventory has it. */
    String nodeName();

    /** Runs the command and waits for its end, at most until its deadline. */
    Answer run(Command command);
}
