package understudy.driver.pacemaker.act;

import java.util.List;
import java.util.stream.Stream;
import understudy.core.model.ActionId;
import understudy.core.model.NodeId;
import understudy.core.planning.Condition;
import understudy.core.planning.Step;
import understudy.driver.pacemaker.Tools;
import understudy.engine.ports.ManualCommand;

/** A node leaves the cluster, restarts, comes back, by a person. */
final class ManualMembership {
    static final List<String> UNITS = List.of("corosync.service", "pacemaker.service");

    private ManualMembership() {}

    /** It leaves first and is seen to have left, so that nobody power fences it. */
    static List<ManualCommand> restart(NodeId node, Step step) {
        String note = step.proves().contains(new Condition.NodeRestartedIfAsked(node))
                ? "The restart may be left out where nothing asks for it: no /run/reboot-required, and"
                        + " `needrestart -b` names nothing."
                : "";
        if (isHeldOut(node, step)) {
            return List.of(Typed.on(node, List.of("systemctl", "reboot"), note), Typed.upAgain(node));
        }
        return List.of(
                Typed.on(node, Tools.stopCluster(), note),
                Typed.left(node),
                Typed.on(node, List.of("systemctl", "reboot"), ""),
                Typed.upAgain(node),
                Typed.on(node, Tools.startCluster(), "Does nothing where the cluster starts at boot."),
                Typed.member(node));
    }

    /** A restart that we began may have been broken off before it, in it, or after it: in each case this brings the node back. */
    static List<ManualCommand> back(NodeId node, ActionId action, Step step) {
        if (isHeldOut(node, step)) {
            return List.of(ManualJob.waited(node, action), Typed.upAgain(node));
        }
        return List.of(
                ManualJob.waited(node, action),
                Typed.upAgain(node),
                Typed.on(node, Tools.startCluster(), "Does nothing where the cluster runs."),
                Typed.member(node));
    }

    /** The plan knows: a restart between leaving and rejoining does not prove the membership. */
    private static boolean isHeldOut(NodeId node, Step step) {
        return !step.proves().contains(new Condition.NodeIsMember(node));
    }

    static List<ManualCommand> leave(NodeId node) {
        return List.of(
                Typed.on(node, Tools.holdCluster(), "Keeps it out through restarts."),
                Typed.on(node, Tools.stopCluster(), ""),
                Typed.left(node));
    }

    static List<ManualCommand> rejoin(NodeId node, List<String> units) {
        List<ManualCommand> start = List.of(Typed.on(node, Tools.startCluster(), ""), Typed.member(node));
        if (units.isEmpty()) {
            return start;
        }
        return Stream.concat(Stream.of(Typed.on(node, Tools.unholdCluster(units), "")), start.stream())
                .toList();
    }
}
