package understudy.driver.simulated.scenario;

import java.time.Duration;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;

/**
 * One thing that goes wrong.
 *
 * @param voter the voter that is lost, empty for other faults
 * @param lasts after which somebody or something has put it right; empty means never
 * @param workGoesOn where the caller loses a step: the work on the node goes on
 */
public record Fault(
        FaultKind kind,
        Trigger trigger,
        Optional<NodeId> node,
        Optional<GroupId> group,
        String voter,
        Optional<Duration> lasts,
        boolean workGoesOn) {
    public Fault {
        if (needsNode(kind) && node.isEmpty()) {
            throw new IllegalArgumentException("The fault " + kind.written() + " needs a node.");
        }
        if ((kind == FaultKind.START_FAILS || kind == FaultKind.STOP_HANGS || kind == FaultKind.GROUP_MOVES_BY_ITSELF)
                && group.isEmpty()) {
            throw new IllegalArgumentException("The fault " + kind.written() + " needs a group.");
        }
        if (kind == FaultKind.VOTER_LOST && voter.isEmpty()) {
            throw new IllegalArgumentException("The fault " + kind.written() + " needs a voter.");
        }
    }

    private static boolean needsNode(FaultKind kind) {
        return switch (kind) {
            case NODE_POWER_LOSS,
                    NETWORK_CUT,
                    START_FAILS,
                    STOP_HANGS,
                    SOMEBODY_DRAINS,
                    SOMEBODY_PATCHES,
                    DISK_FULL,
                    PACKAGE_LOCK_HELD,
                    NODE_UNREADABLE -> true;
            case INSTALL_FAILS,
                    INSTALL_HANGS,
                    BAD_PACKAGE,
                    CONNECTION_LOST,
                    COMMAND_LIES,
                    CALLER_DIES,
                    RESTART_NEVER_COMES_BACK,
                    RESTART_COMES_BACK_OLD_BOOT,
                    RESTART_STILL_NEEDED,
                    QUORUM_LOSS,
                    VOTER_LOST,
                    GROUP_MOVES_BY_ITSELF,
                    SOMEBODY_TAKES_LOCK,
                    CLUSTER_MAINTENANCE,
                    FENCING_FAILS,
                    NO_ANSWER -> false;
        };
    }

    public static Fault of(FaultKind kind, Trigger trigger) {
        return new Fault(kind, trigger, Optional.empty(), Optional.empty(), "", Optional.empty(), true);
    }

    /** A fault of a node, or of the steps about it. */
    public static Fault on(FaultKind kind, String node, Trigger trigger) {
        return new Fault(kind, trigger, Optional.of(new NodeId(node)), Optional.empty(), "", Optional.empty(), true);
    }

    public static Fault of(FaultKind kind, String group, String node, Trigger trigger) {
        return new Fault(
                kind,
                trigger,
                Optional.of(new NodeId(node)),
                Optional.of(new GroupId(group)),
                "",
                Optional.empty(),
                true);
    }

    public static Fault voterLost(String voter, Trigger trigger) {
        return new Fault(
                FaultKind.VOTER_LOST, trigger, Optional.empty(), Optional.empty(), voter, Optional.empty(), true);
    }

    public Fault lasting(Duration duration) {
        return new Fault(kind, trigger, node, group, voter, Optional.of(duration), workGoesOn);
    }

    public Fault withoutWork() {
        return new Fault(kind, trigger, node, group, voter, lasts, false);
    }
}
