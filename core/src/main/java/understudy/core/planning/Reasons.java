package understudy.core.planning;

import java.util.List;
import understudy.core.model.GroupId;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.RestartNeed;
import understudy.core.planning.NodeWork.Restart;
import understudy.core.procedure.Verb;

/** Why a step stands where it stands, in sentences that an operator would sign. */
final class Reasons {
    private Reasons() {}

    static String install(Node node) {
        int behind = VisitWriter.behind(node);
        String components = behind == 1 ? "one component" : behind + " components";
        return behind == 0
                ? node.id() + " does not have the patch."
                : node.id() + " is below its targets in " + components + ".";
    }

    static String downgrade(Node node) {
        return node.id() + " gets the packages again that it had before the patch; they were kept there.";
    }

    static String restart(Restart restart, boolean always, Node node) {
        return switch (restart) {
            case NONE -> "";
            case IF_ASKED ->
                "Restarts " + node.id() + " if the system asks for it once the patch is installed, and only then.";
            case ASKED ->
                node.restart() instanceof RestartNeed.Needed(String why)
                        ? node.id() + " asks for a restart before its patch counts: " + why
                        : node.id() + " asks for a restart before its patch counts.";
            case DEMANDED ->
                always
                        ? "The procedure restarts every node after its installation, " + node.id() + " too."
                        : "The patch demands a restart of " + node.id() + ".";
        };
    }

    static String drain(Node node) {
        return "Holds " + node.id() + " empty through its patch and restart, so that no group comes to it half way.";
    }

    static String release(Node node) {
        return node.id() + " may take groups again once it is patched and back in the cluster.";
    }

    static String verify(Node node) {
        return "An installer's word is no proof: the versions on " + node.id()
                + " are read back and compared with its targets.";
    }

    static String leave(Node node, List<String> changing) {
        return changing.isEmpty()
                ? "The procedure takes " + node.id() + " out of the cluster in good order before it is changed."
                : "The patch replaces what makes " + node.id() + " a member of the cluster (" + changing.getFirst()
                        + (changing.size() == 1 ? "" : " and " + (changing.size() - 1) + " more")
                        + "), so that it leaves in good order before.";
    }

    static String rejoin(Node node) {
        return node.id() + " goes back into the cluster once it has the patch.";
    }

    static String hold(String service, Verb.ServiceState state, Node node) {
        return switch (state) {
            case STOPPED -> service + " on " + node.id() + " would hold files open that the installation replaces.";
            case RUNNING -> "The installation on " + node.id() + " needs " + service + " to run.";
            case RESTARTED -> "The installation on " + node.id() + " needs " + service + " freshly started.";
        };
    }

    static String keep(String setting, String value, NodeId node) {
        return value.isEmpty()
                ? "Notes what " + setting + " is on " + node + ", so that it is given back whatever becomes of it."
                : "The procedure needs the setting " + setting + " on " + node + ".";
    }

    static String once(Verb verb, Node node) {
        if (verb instanceof Verb.Check(String check, var _)) {
            return "The procedure asks " + check + " of " + node.id() + " here.";
        }
        return verb instanceof Verb.Confirm
                ? "A person answers for " + node.id() + " here."
                : "The procedure demands it of " + node.id() + " here.";
    }

    static String grant(GroupId group, Node node) {
        return node.id() + " has the newer binaries now, so that " + group + " may go to it again.";
    }

    static String withdraw(GroupId group, NodeId node) {
        return "Newer binaries will have started " + group + ", so that the cluster must never place it on " + node
                + " before that has them too.";
    }

    static String await(GroupId group, NodeId node, String why) {
        return node + " may not host " + group + " yet, and the outage does not begin before it may: " + why;
    }
}
