package understudy.emulated.world;

import java.util.ArrayList;
import java.util.List;

/** What an administrator changes in the cluster's configuration. */
public final class ClusterSettings {
    private final World world;

    public ClusterSettings(World world) {
        this.world = world;
    }

    /** A paused node gets no groups and keeps those it has; the pause survives a restart. */
    public void pause(String name, boolean paused) throws Refused {
        synchronized (world) {
            var node = world.node(name).orElseThrow(() -> new Refused(5042, "The cluster has no node " + name + "."));
            if (!world.isMember(node)) {
                throw new Refused(Placing.NODE_DOWN, "The cluster node " + name + " is down.");
            }
            node.paused = paused;
        }
        new Placing(world).inherited();
    }

    /** Adds or takes away a possible owner of a resource. */
    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "The owner of a resource cannot be taken from its possible owners.")
    public void possibleOwner(String resource, String node, boolean possible) throws Refused {
        synchronized (world) {
            for (Group group : world.groups()) {
                for (int at = 0; at < group.resources.size(); at++) {
                    var one = group.resources.get(at);
                    if (one.name().equalsIgnoreCase(resource)) {
                        if (!possible && group.owner.equalsIgnoreCase(node)) {
                            throw new Refused(5073, node + " owns " + resource + " now.");
                        }
                        group.resources.set(
                                at, new Group.Resource(one.name(), one.type(), owners(one, node, possible)));
                        if (possible) {
                            new Placing(world).inherited();
                        }
                        return;
                    }
                }
            }
        }
        throw new Refused(5007, "The cluster has no resource " + resource + ".");
    }

    private static List<String> owners(Group.Resource resource, String node, boolean possible) {
        List<String> owners = new ArrayList<>(resource.possibleOwners());
        owners.removeIf(node::equalsIgnoreCase);
        if (possible) {
            owners.add(node);
        }
        return List.copyOf(owners);
    }

    /** Writes a private property of a group; an empty value takes it away. */
    public void property(String name, String property, String value) throws Refused {
        synchronized (world) {
            var group = world.group(name)
                    .orElseThrow(() -> new Refused(Placing.NO_SUCH_GROUP, "The cluster has no group " + name + "."));
            if (value.isEmpty()) {
                group.properties.remove(property);
            } else {
                group.properties.put(property, value);
            }
        }
    }
}
