package understudy.driver.simulated;

/**
 * In what the platforms differ that Understudy patches, as a simulated cluster enforces it.
 *
 * @param setupRefusesOwner setup does not run on a node that owns a group, the cluster group included
 * @param upgradesGroups a group with a version of its own does not start on newer binaries before it has been upgraded
 * @param oneVersionedGroupPerNode a node that hosts one mailbox server takes no second one
 * @param hostsOnlyAfterRestart a node whose setup demands a restart hosts nothing before it
 * @param keepsOwnerWhenStopped a stopped group still has an owner, and can be moved
 * @param staysWithoutHome a held node keeps a group that can go nowhere, instead of stopping it
 * @param upgradeStarts the upgrade of a group also brings it online
 */
record PlatformRules(
        boolean setupRefusesOwner,
        boolean upgradesGroups,
        boolean oneVersionedGroupPerNode,
        boolean hostsOnlyAfterRestart,
        boolean keepsOwnerWhenStopped,
        boolean staysWithoutHome,
        boolean upgradeStarts) {

    /** What Exchange's setup has installed it never takes back. */
    boolean canGoBack() {
        return !keepsOwnerWhenStopped;
    }

    static PlatformRules of(String platform) {
        if (!platform.startsWith("exchange")) {
            return new PlatformRules(false, false, false, false, false, false, false);
        }
        boolean inPlace = platform.equals("exchange-5.5");
        boolean newest = platform.equals("exchange-2007");
        return new PlatformRules(!inPlace, !inPlace, newest, newest, true, true, newest);
    }
}
