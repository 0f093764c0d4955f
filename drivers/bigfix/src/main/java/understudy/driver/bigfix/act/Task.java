package understudy.driver.bigfix.act;

import java.util.Map;
import understudy.core.model.NodeId;
import understudy.driver.bigfix.FixletRef;
import understudy.remote.job.JobName;

/**
 * One action of a step: what is done by which Fixlet on which computer. Its title is how it is found again.
 *
 * @param action whose it is: run, step and attempt
 * @param what one word or two, such as {@code pause}; two actions of one step differ in it
 */
record Task(
        String action,
        String what,
        FixletRef fixlet,
        NodeId node,
        int computer,
        Map<String, String> parameters,
        String detail) {
    private static final int MOST = 250;

    Task(String action, String what, FixletRef fixlet, NodeId node, int computer, Map<String, String> parameters) {
        this(action, what, fixlet, node, computer, parameters, "");
    }

    /** The same with something in its title that is needed after an interruption. */
    Task noting(String text) {
        return new Task(action, what, fixlet, node, computer, parameters, text);
    }

    /** What its title begins with, in each process that carries out the same action. */
    String name() {
        return JobName.of(action + " " + what).value();
    }

    /** Readable for whoever looks at the console; the name alone tells it apart. */
    String title() {
        var rest = " " + what + " " + fixlet + " on " + node + (detail.isEmpty() ? "" : " [" + detail + "]");
        var whole = name() + " " + action + rest;
        return whole.length() <= MOST ? whole : name() + rest;
    }

    @Override
    public String toString() {
        return what + " (" + fixlet + ")";
    }
}
