package understudy.driver.simulated;

import java.util.Optional;

/**
 * Exchange 5.5's setup on a cluster, which works where the node stands (catalogue P7): a service pack stops the group's services and starts them
 * again, a single fix (Q271634) knows nothing of a cluster.
 */
final class InPlaceSetup {
    private final World world;
    private final Hosts hosts;

    InPlaceSetup(World world, Hosts hosts) {
        this.world = world;
        this.hosts = hosts;
    }

    /** Whether it installs on the node; where not, the job has failed. */
    boolean agrees(SimulatedNode node, Job job) {
        boolean knowsClusters = world.scenario.patch().versionFence();
        for (SimulatedGroup group : world.groups.values()) {
            if (group.setup.weight() > 0 && !(knowsClusters ? keeps(group, node, job) : finds(group, node, job))) {
                return false;
            }
        }
        return true;
    }

    /** The services that it stops are a failure to the cluster, which takes the group to a node that may have it. */
    private boolean keeps(SimulatedGroup group, SimulatedNode node, Job job) {
        Copy copy = group.copies.get(node.id);
        boolean leaves = copy != null
                && copy.phase == Copy.Phase.UP
                && world.nodes.values().stream().anyMatch(other -> other != node && hosts.mayStart(group, other));
        if (leaves) {
            new Failover(world, hosts).of(group, Optional.empty());
            world.changed();
            job.fail(
                    "SETUP-LOST-GROUP",
                    node.id.value(),
                    "Setup stopped the services of " + group.id + " on " + node.id
                            + ", and the cluster took the group to another node.",
                    "Take the right to host it from the other nodes first.");
        }
        return !leaves;
    }

    private boolean finds(SimulatedGroup group, SimulatedNode node, Job job) {
        boolean runs = !group.copies.isEmpty();
        if (runs || !hosts.isOn(group, node)) {
            job.fail(
                    runs ? "SETUP-SERVICES-RUN" : "SETUP-NOT-OWNER",
                    node.id.value(),
                    runs
                            ? "The package refuses " + node.id + ", because the services of " + group.id + " run."
                            : "The package refuses " + node.id + ", because it does not own " + group.id + ".",
                    runs ? "Stop the group first." : "Move the stopped group to the node first.");
            return false;
        }
        return true;
    }
}
