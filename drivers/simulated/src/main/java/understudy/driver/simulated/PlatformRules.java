package understudy.driver.simulated;

/**
 * In what the platforms differ that Understudy patches, as a simulated cluster enforces it.
 *
 * @param setupRefusesOwner setup does not run on a node that owns a group, the cluster group included
 * @param countersBlockSetup setup fails where a service holds performance counters open
 * @param setupStaysInPlace in a cluster, setup works on the node that owns the group as on any other
 * @param upgradesGroups a group with a version of its own does not start on newer binaries before it has been upgraded
 * @param oneVersionedGroupPerNode a node that hosts one mailbox server takes no second one
 * @param hostsOnlyAfterRestart a node whose setup demands a restart hosts nothing before it
 * @param keepsOwnerWhenStopped a stopped group still has an owner, and can be moved
 * @param pauseKeepsGroups a held node keeps the groups that it has, and no group is brought online on it
 * @param emptiedFirst a node is drained, taken out or restarted only once whatever serves has left it by a command of its own
 * @param upgradeStarts the upgrade of a group also brings it online
 */
record PlatformRules(
        boolean setupRefusesOwner,
        boolean countersBlockSetup,
        boolean setupStaysInPlace,
        boolean upgradesGroups,
        boolean oneVersionedGroupPerNode,
        boolean hostsOnlyAfterRestart,
        boolean keepsOwnerWhenStopped,
        boolean pauseKeepsGroups,
        boolean emptiedFirst,
        boolean upgradeStarts) {

    /** What Exchange's setup has installed it never takes back. */
    boolean canGoBack() {
        return !keepsOwnerWhenStopped;
    }

    /** @param kind without a cluster nothing can leave the node first, and setup takes the services down itself */
    static PlatformRules of(String platform, String kind) {
        if (!platform.startsWith("exchange")) {
            return new PlatformRules(false, false, false, false, false, false, false, false, false, false);
        }
        boolean alone = kind.equals("stand-alone") || kind.equals("small-business");
        boolean inPlace = alone || platform.equals("exchange-5.5");
        boolean newest = !alone && platform.equals("exchange-2007");
        return new PlatformRules(
                !inPlace, true, inPlace && !alone, !inPlace, newest, newest, true, true, !inPlace, newest);
    }
}
