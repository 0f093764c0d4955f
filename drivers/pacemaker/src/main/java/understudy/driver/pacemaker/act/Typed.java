package understudy.driver.pacemaker.act;

import java.util.List;
import understudy.core.model.NodeId;
import understudy.engine.ports.ManualCommand;
import understudy.remote.shell.Quoting;

/** Lines that a person types: quoted as our own commands are, and those that wait for the cluster. */
final class Typed {
    private Typed() {}

    static ManualCommand on(NodeId node, List<String> arguments, String note) {
        return ManualCommand.on(node, Quoting.typed(arguments), note);
    }

    static ManualCommand anywhere(List<String> arguments, String note) {
        return ManualCommand.anywhere(Quoting.typed(arguments), note);
    }

    /** Ends when the cluster has nothing left to do. */
    static ManualCommand settled(String note) {
        return anywhere(List.of("crm_resource", "--wait"), ("Ends when the cluster has settled. " + note).strip());
    }

    /** Ends at once, or breaks off when the node goes down; typed once more after that it ends at once. */
    static ManualCommand upAgain(NodeId node) {
        return ManualCommand.on(
                node,
                "while systemctl is-system-running | grep -q stopping; do sleep 1; done",
                "Where " + node + " goes down, the connection breaks off: wait until it can be logged in to again, and"
                        + " type this once more. Look at its console if it does not come back.");
    }

    /** Ends when the others see the node as a settled member. */
    static ManualCommand member(NodeId node) {
        return ManualCommand.anywhere(
                "until " + shown(node, "online=\"true\" [^>]*pending=\"false\"") + "; do sleep 2; done",
                "Ends when " + node + " is back in the cluster.");
    }

    /** Ends when the others see that the node has left in good order; on the node itself, which sees nothing any more, at once. */
    static ManualCommand left(NodeId node) {
        return ManualCommand.anywhere(
                "until ! systemctl is-active --quiet pacemaker.service || "
                        + shown(node, "online=\"false\" [^>]*unclean=\"false\"") + "; do sleep 2; done",
                "Ends when " + node + " is seen to have left in good order.");
    }

    private static String shown(NodeId node, String state) {
        return Quoting.typed(List.of("crm_mon", "--one-shot", "--inactive", "--output-as=xml"))
                + " | "
                + Quoting.typed(List.of("grep", "-q", "<node name=\"" + pattern(node.value()) + "\" [^>]*" + state));
    }

    /** A basic regular expression that finds the name; a sign that means something else there is any sign. */
    static String pattern(String name) {
        return name.replaceAll("[^A-Za-z0-9_-]", ".");
    }
}
