package understudy.driver.pacemaker.observe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.Placement;
import understudy.driver.pacemaker.GroupSettings;
import understudy.driver.pacemaker.observe.MonResource.CloneOf;
import understudy.driver.pacemaker.observe.MonResource.GroupOf;
import understudy.driver.pacemaker.observe.MonResource.Primitive;

/** Reads what fails over as one: a resource group, a primitive outside any group, a clone. */
public final class GroupReader {
    private final ClusterLook look;
    private final Map<GroupId, GroupSettings> settings;
    private final Neighbours neighbours;

    public GroupReader(ClusterLook look, Map<GroupId, GroupSettings> settings) {
        this.look = look;
        this.settings = settings;
        this.neighbours = new Neighbours(look.cib());
    }

    /** The groups, in the cluster's own order. */
    public List<Group> groups() {
        return look.mon().resources().stream()
                .filter(resource -> resource.primitives().anyMatch(primitive -> !primitive.orphaned()))
                .map(this::group)
                .toList();
    }

    private Group group(MonResource resource) {
        var id = new GroupId(resource.id());
        var own = settings.getOrDefault(id, GroupSettings.weighing(isFencing(resource) ? 0 : 1));
        var placement = placement(resource, own.least());
        var serving = serving(resource);
        return new Group(
                id,
                isFencing(resource) ? 0 : own.weight(),
                placement,
                health(resource, placement, serving),
                resource.managed(),
                serving,
                neighbours.preferred(id.value()).stream().map(NodeId::new).toList(),
                load(resource.id()),
                neighbours.apart(id.value()),
                neighbours.together(id.value()),
                new PatchState.NotVersioned(),
                new HostingRights(look).of(resource));
    }

    private static boolean isFencing(MonResource resource) {
        return resource.primitives().allMatch(Primitive::isFencing);
    }

    private static Placement placement(MonResource resource, int least) {
        return switch (resource) {
            case Primitive _, GroupOf _ -> new Placement.Single();
            case CloneOf clone -> clone.promotable() ? new Placement.Promotable() : new Placement.Spread(least);
        };
    }

    /** The nodes on which every part of it does its work; a node that the cluster has lost serves nothing, whatever is shown on it. */
    private List<NodeId> serving(MonResource resource) {
        return look.mon().nodes().stream()
                .filter(node -> node.online() && !node.unclean())
                .map(MonNode::name)
                .filter(node -> servesOn(resource, node))
                .map(NodeId::new)
                .toList();
    }

    private static boolean servesOn(MonResource resource, String node) {
        return switch (resource) {
            case Primitive primitive -> primitive.servesOn(node);
            case GroupOf group -> all(group.members(), node);
            case CloneOf clone ->
                clone.instances().stream()
                        .filter(instance ->
                                !clone.promotable() || instance.stream().allMatch(Primitive::isPromoted))
                        .anyMatch(instance -> all(instance, node));
        };
    }

    /** A part that was stopped on purpose is not missed. */
    private static boolean all(List<Primitive> parts, String node) {
        var wanted = parts.stream().filter(part -> !part.disabled()).toList();
        return !wanted.isEmpty() && wanted.stream().allMatch(part -> part.servesOn(node));
    }

    private GroupHealth health(MonResource resource, Placement placement, List<NodeId> serving) {
        if (isStoppedOnPurpose(resource)) {
            return GroupHealth.STOPPED;
        }
        int least = placement instanceof Placement.Spread(int wanted) ? wanted : 1;
        if (serving.size() >= least) {
            return GroupHealth.ONLINE;
        }
        return !look.isIdle() || resource.primitives().anyMatch(Primitive::isChanging)
                ? GroupHealth.CHANGING
                : GroupHealth.FAILED;
    }

    private static boolean isStoppedOnPurpose(MonResource resource) {
        return resource.primitives().noneMatch(Primitive::active)
                && (resource.disabled() || resource.primitives().allMatch(Primitive::disabled));
    }

    private Map<String, Integer> load(String id) {
        Map<String, Integer> load = new LinkedHashMap<>();
        if (!Capacity.counts(look.cib())) {
            return load;
        }
        look.cib()
                .topResources()
                .filter(top -> top.attribute("id").equals(id))
                .flatMap(top -> Stream.concat(Stream.of(top), top.children().stream()))
                .map(resource -> Capacity.numbers(Cib.pairs(resource, "utilization")))
                .forEach(each -> each.forEach((dimension, amount) -> load.merge(dimension, amount, Integer::sum)));
        return load;
    }

    /** The groups that are wanted running and served by too few nodes. */
    public static List<GroupId> unserved(List<Group> groups) {
        List<GroupId> unserved = new ArrayList<>();
        groups.stream()
                .filter(group -> group.weight() > 0 && group.health() == GroupHealth.FAILED)
                .forEach(group -> unserved.add(group.id()));
        return unserved;
    }
}
