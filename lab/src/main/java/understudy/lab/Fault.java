package understudy.lab;

import java.util.Locale;

/** A way to break a lab; each can be taken back with {@link Lab#heal}, and {@link Lab#restore} takes back all. */
public enum Fault {
    /** The node's plug is pulled. Where fencing is on, the cluster switches the node on again. */
    POWER_LOSS,
    /** The node's plug is pulled and put back. */
    POWER_CYCLE,
    /** The node's network cable is pulled; it stays so through the restart by which the cluster fences the node. */
    NETWORK_CUT,
    /** The fence agent is gone from all nodes: whoever is lost cannot be fenced. */
    FENCING_FAILS,
    /** The service's main process on this node, which owns the group, is killed. */
    PROCESS_DIES,
    /** The service's configuration on this node is broken, as its own check of it tells. */
    CONFIGURATION_BROKEN,
    /** The service cannot start on this node, and no check tells so beforehand; a restart of the node heals it. */
    START_FAILS,
    /** The service on this node ignores its stop, until the cluster's patience ends and the node is fenced. */
    STOP_HANGS,
    /** The node's disk has no room left. */
    DISK_FULL,
    /** The node's disk has 4 MB left: enough to begin an installation. */
    DISK_NEARLY_FULL,
    /** Another program holds the lock of the node's package system. */
    DPKG_LOCKED,
    /** A package on the node is unpacked but not configured; it is healed with the newer version. */
    PACKAGE_UNPACKED,
    /**
     * A package on the node is half-configured, because its installation has failed; its bad version is published too. It is
     * healed with the newest sound version.
     */
    PACKAGE_HALF_CONFIGURED,
    /** A newer version of a package is published whose installation fails; no node has it yet. */
    BAD_PACKAGE,
    /** All nodes but this one lose their power at once. */
    QUORUM_LOST,
    /** Somebody has stopped Pacemaker on the node by hand; corosync is still running. */
    PACEMAKER_STOPPED,
    /** Corosync on the node is killed. */
    COROSYNC_DIES,
    /** The whole cluster is in maintenance: it watches nothing and starts nothing. */
    MAINTENANCE,
    /** The node alone is in maintenance. */
    NODE_MAINTENANCE,
    /** Somebody else moves the first group to this node, and leaves the preference for it behind. */
    GROUP_MOVED;

    /** The word for the command line, for instance {@code power-loss}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a fault as it is written on a command line. */
    public static Fault parse(String word) {
        for (var fault : values()) {
            if (fault.word().equals(word)) {
                return fault;
            }
        }
        var words = new StringBuilder();
        for (var fault : values()) {
            words.append(words.isEmpty() ? "" : ", ").append(fault.word());
        }
        throw new LabException("The lab has no fault '" + word + "': take one of " + words + ".");
    }
}
