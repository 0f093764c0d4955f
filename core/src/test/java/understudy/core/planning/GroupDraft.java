package understudy.core.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.HostingRight;
import understudy.core.model.MayHost;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.Placement;

/** A group of a test, changed one property at a time. */
public final class GroupDraft {
    private final Group of;
    private Placement placement;
    private GroupHealth health;
    private boolean managed;
    private List<NodeId> serving;
    private List<NodeId> preferred;
    private Map<String, Integer> load;
    private List<GroupId> apart;
    private List<GroupId> together;
    private PatchState patch;
    private final List<HostingRight> rights;

    GroupDraft(Group of) {
        this.of = of;
        placement = of.placement();
        health = of.health();
        managed = of.managed();
        serving = of.serving();
        preferred = of.preferred();
        load = of.load();
        apart = of.apart();
        together = of.together();
        patch = of.patch();
        rights = new ArrayList<>(of.rights());
    }

    public GroupDraft mayHost(String node, MayHost mayHost) {
        rights.removeIf(right -> right.node().value().equals(node));
        rights.add(new HostingRight(new NodeId(node), mayHost));
        return this;
    }

    public GroupDraft onlyOn(String... nodes) {
        List<String> names = Arrays.asList(nodes);
        List<HostingRight> before = List.copyOf(rights);
        for (HostingRight right : before) {
            if (!names.contains(right.node().value())) {
                mayHost(right.node().value(), new MayHost.No("not a possible owner"));
            }
        }
        return this;
    }

    public GroupDraft load(String dimension, int amount) {
        load = Map.of(dimension, amount);
        return this;
    }

    public GroupDraft apart(String... names) {
        apart = Arrays.stream(names).map(GroupId::new).toList();
        return this;
    }

    public GroupDraft together(String... names) {
        together = Arrays.stream(names).map(GroupId::new).toList();
        return this;
    }

    public GroupDraft preferred(String... names) {
        preferred = Arrays.stream(names).map(NodeId::new).toList();
        return this;
    }

    public GroupDraft serving(String... names) {
        serving = Arrays.stream(names).map(NodeId::new).toList();
        return this;
    }

    public GroupDraft health(GroupHealth newHealth) {
        health = newHealth;
        return this;
    }

    public GroupDraft unmanaged() {
        managed = false;
        return this;
    }

    public GroupDraft patch(PatchState newPatch) {
        patch = newPatch;
        return this;
    }

    public GroupDraft promotable() {
        placement = new Placement.Promotable();
        return this;
    }

    Group build() {
        return new Group(
                of.id(),
                of.weight(),
                placement,
                health,
                managed,
                serving,
                preferred,
                load,
                apart,
                together,
                patch,
                rights);
    }
}
