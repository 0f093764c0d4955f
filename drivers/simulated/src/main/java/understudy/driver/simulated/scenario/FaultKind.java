package understudy.driver.simulated.scenario;

import java.util.Locale;

/** What can go wrong in a simulated cluster. */
public enum FaultKind {
    /** The installation ends with an error, and has changed nothing. */
    INSTALL_FAILS(true),
    /** The installation never ends. */
    INSTALL_HANGS(true),
    /** The package's own script fails, so that the node's packages are left half installed; installing again does not help. */
    BAD_PACKAGE(true),
    /** The caller loses the step's answer; whether the work goes on, the fault says. */
    CONNECTION_LOST(true),
    /** The command says yes and does nothing. */
    COMMAND_LIES(true),
    /** The caller's process dies at the step. */
    CALLER_DIES(true),
    RESTART_NEVER_COMES_BACK(true),
    /** The command says yes, the services go and come back, and the node never booted. */
    RESTART_COMES_BACK_OLD_BOOT(true),
    /** The node still asks for a restart after it. */
    RESTART_STILL_NEEDED(true),
    NODE_POWER_LOSS(false),
    /** The node is cut off from everybody; without fencing its work goes on. */
    NETWORK_CUT(false),
    START_FAILS(false),
    STOP_HANGS(false),
    QUORUM_LOSS(false),
    VOTER_LOST(false),
    GROUP_MOVES_BY_ITSELF(false),
    SOMEBODY_DRAINS(false),
    SOMEBODY_PATCHES(false),
    SOMEBODY_TAKES_LOCK(false),
    CLUSTER_MAINTENANCE(false),
    DISK_FULL(false),
    /** Another package tool works on the node. */
    PACKAGE_LOCK_HELD(false),
    FENCING_FAILS(false),
    /** The node's versions cannot be read. */
    NODE_UNREADABLE(false),
    /** No node answers a look. */
    NO_ANSWER(false);

    private final boolean ofStep;

    FaultKind(boolean ofStep) {
        this.ofStep = ofStep;
    }

    /** As a scenario writes it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** It changes the course of one step, rather than the cluster. */
    public boolean isOfStep() {
        return ofStep;
    }
}
