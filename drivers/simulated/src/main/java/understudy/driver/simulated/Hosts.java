package understudy.driver.simulated;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.MayHost;
import understudy.core.model.Membership;
import understudy.driver.simulated.scenario.Hosting;
import understudy.driver.simulated.scenario.NotBefore;

/** Which node may host which group, by the cluster's own rules. */
final class Hosts {
    private final World world;
    private final Map<GroupId, List<SimulatedGroup>> companies = new HashMap<>();

    Hosts(World world) {
        this.world = world;
    }

    /** What the cluster would say of a node, whether or not it is there or drained now. */
    MayHost mayHost(SimulatedGroup group, SimulatedNode node) {
        Hosting hosting = group.setup.hosting();
        if (!hosting.allowed().isEmpty() && !hosting.allowed().contains(node.id)) {
            return new MayHost.No(node.id + " is not among the possible owners of " + group.id);
        }
        String ban = hosting.banned().get(node.id);
        if (ban != null) {
            return new MayHost.No(ban);
        }
        if (group.withdrawn.contains(node.id)) {
            return new MayHost.No("the right of " + node.id + " to host " + group.id + " was withdrawn");
        }
        if (isTooSmall(group, node)) {
            return new MayHost.No(node.id + " is too small for " + group.id);
        }
        NotBefore notYet = hosting.notYet().get(node.id);
        if (notYet != null && world.now().isBefore(opens(notYet))) {
            return new MayHost.NotYet(notYet.reason());
        }
        if (world.rules.hostsOnlyAfterRestart() && node.awaitsRestart) {
            return new MayHost.NotYet("setup on " + node.id + " is finished only by a restart");
        }
        return new MayHost.Yes();
    }

    /** Which nodes may host the group depends on nothing that happens; with many groups a look would else mostly count rights. */
    boolean isConstant(SimulatedGroup group) {
        return group.withdrawn.isEmpty()
                && group.setup.hosting().notYet().isEmpty()
                && !world.rules.hostsOnlyAfterRestart();
    }

    Instant opens(NotBefore notYet) {
        return world.scenario.start().plus(notYet.until());
    }

    private static boolean isTooSmall(SimulatedGroup group, SimulatedNode node) {
        return group.setup.load().entrySet().stream().anyMatch(load -> {
            Integer limit = node.setup.capacity().get(load.getKey());
            return limit != null && load.getValue() > limit;
        });
    }

    /** A copy that is on the node may stay there. */
    boolean mayStay(SimulatedGroup group, SimulatedNode node) {
        if (!node.isOpen() || !(mayHost(group, node) instanceof MayHost.Yes)) {
            return false;
        }
        SimulatedGroup leader = leader(group);
        return leader == group || isHeadingFor(leader, node);
    }

    /** A copy may be started on the node now. */
    boolean mayStart(SimulatedGroup group, SimulatedNode node) {
        return node.isOpen()
                && !group.failedOn.contains(node.id)
                && mayHost(group, node) instanceof MayHost.Yes
                && fits(group, node)
                && isFreeOfRivals(group, node)
                && isWithItsOwn(group, node);
    }

    /** The node on which it is to be started, if there is one. */
    Optional<SimulatedNode> best(SimulatedGroup group) {
        Optional<SimulatedNode> own = owner(group);
        if (own.isPresent()) {
            return own.filter(node -> mayStart(group, node));
        }
        return heir(group);
    }

    /** The best of all nodes on which it may be started. */
    Optional<SimulatedNode> heir(SimulatedGroup group) {
        Comparator<SimulatedNode> order = Comparator.comparingInt(node -> rank(group, node));
        // A cluster whose groups have owners goes by the order of its nodes, any other one spreads what it has.
        return world.nodes.values().stream()
                .filter(node -> mayStart(group, node))
                .min(world.rules.keepsOwnerWhenStopped() ? order : order.thenComparingInt(this::busy));
    }

    /** Where a group without a copy has an owner that lives, it is started there before any other node is thought of. */
    private Optional<SimulatedNode> owner(SimulatedGroup group) {
        boolean owned = world.rules.keepsOwnerWhenStopped()
                && group.isSingle()
                && group.copies.isEmpty()
                && group.preference.isEmpty();
        return owned
                ? group.home.map(world::node).filter(home -> isThere(home) && !group.failedOn.contains(home.id))
                : Optional.empty();
    }

    /** It failed on its owner, or its owner is held. */
    boolean ownerCannotStart(SimulatedGroup group) {
        return world.rules.keepsOwnerWhenStopped()
                && group.home
                        .map(world::node)
                        .filter(home -> isThere(home) && (home.drained || group.failedOn.contains(home.id)))
                        .isPresent();
    }

    private static boolean isThere(SimulatedNode node) {
        return node.powered && node.membership == Membership.MEMBER;
    }

    /** The lower the better: our preference, the cluster's, home, anywhere. */
    int rank(SimulatedGroup group, SimulatedNode node) {
        if (group.preference.equals(Optional.of(node.id))) {
            return -1;
        }
        int preferred = group.setup.hosting().preferred().indexOf(node.id);
        if (preferred >= 0) {
            return preferred;
        }
        return group.home.equals(Optional.of(node.id)) ? 1000 : 1001;
    }

    private int busy(SimulatedNode node) {
        int weighted = 0;
        for (SimulatedGroup group : world.groups.values()) {
            if (group.setup.weight() > 0 && group.copies.containsKey(node.id)) {
                weighted++;
            }
        }
        return weighted;
    }

    /** The group that the others of its kind follow: the first of those that must be together. */
    SimulatedGroup leader(SimulatedGroup group) {
        List<SimulatedGroup> company = company(group);
        return company.getFirst();
    }

    /** All that must be together with it, itself included, in the scenario's order. */
    List<SimulatedGroup> company(SimulatedGroup group) {
        return companies.computeIfAbsent(group.id, id -> linked(group));
    }

    private List<SimulatedGroup> linked(SimulatedGroup group) {
        List<GroupId> names = new ArrayList<>(List.of(group.id));
        for (int i = 0; i < names.size(); i++) {
            GroupId name = names.get(i);
            for (SimulatedGroup other : world.groups.values()) {
                boolean linked = other.setup.together().contains(name)
                        || world.group(name).setup.together().contains(other.id);
                if (linked && !names.contains(other.id)) {
                    names.add(other.id);
                }
            }
        }
        return names.size() == 1
                ? List.of(group)
                : world.groups.values().stream()
                        .filter(other -> names.contains(other.id))
                        .toList();
    }

    private static boolean isHeadingFor(SimulatedGroup leader, SimulatedNode node) {
        Copy copy = leader.copies.get(node.id);
        return copy != null && copy.phase != Copy.Phase.STOPPING && copy.phase != Copy.Phase.LOST;
    }

    private boolean isWithItsOwn(SimulatedGroup group, SimulatedNode node) {
        List<SimulatedGroup> company = company(group);
        SimulatedGroup leader = company.getFirst();
        if (leader != group) {
            return isHeadingFor(leader, node);
        }
        return company.stream()
                .allMatch(other -> other == group
                        || !other.wanted
                        || (mayHost(other, node) instanceof MayHost.Yes
                                && isFreeOfRivals(other, node)
                                && !other.failedOn.contains(node.id)));
    }

    private boolean isFreeOfRivals(SimulatedGroup group, SimulatedNode node) {
        for (SimulatedGroup other : world.groups.values()) {
            if (other == group || !isOn(other, node)) {
                continue;
            }
            boolean apart = group.setup.apart().contains(other.id)
                    || other.setup.apart().contains(group.id);
            boolean crowded = world.rules.oneVersionedGroupPerNode() && group.isVersioned() && other.isVersioned();
            if (apart || crowded) {
                return false;
            }
        }
        return true;
    }

    /** It runs there, or is owned by the node while it is stopped. */
    boolean isOn(SimulatedGroup group, SimulatedNode node) {
        return group.copies.containsKey(node.id)
                || (world.rules.keepsOwnerWhenStopped()
                        && group.copies.isEmpty()
                        && group.home.equals(Optional.of(node.id)));
    }

    private boolean fits(SimulatedGroup group, SimulatedNode node) {
        if (node.setup.capacity().isEmpty()) {
            return true;
        }
        List<SimulatedGroup> company = company(group);
        for (Map.Entry<String, Integer> limit : node.setup.capacity().entrySet()) {
            int load = 0;
            for (SimulatedGroup other : world.groups.values()) {
                boolean comes =
                        other == group || (company.getFirst() == group && company.contains(other) && other.wanted);
                if (comes || other.copies.containsKey(node.id)) {
                    load += other.setup.load().getOrDefault(limit.getKey(), 0);
                }
            }
            if (load > limit.getValue()) {
                return false;
            }
        }
        return true;
    }
}
