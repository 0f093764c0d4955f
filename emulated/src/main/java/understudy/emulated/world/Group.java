package understudy.emulated.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A group of the cluster: its owner, its state, its resources. All of it is guarded by its world's lock. */
public final class Group {
    /** The states of a group, by the numbers of WMI. */
    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "The numbers of MSCluster_ResourceGroup.State.")
    public enum State {
        ONLINE(0),
        OFFLINE(1),
        FAILED(2),
        PENDING(4);

        private final int number;

        State(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    /** A resource of it. */
    public record Resource(String name, String type, List<String> possibleOwners) {}

    final String name;
    final List<Resource> resources = new ArrayList<>();
    final Map<String, String> properties = new LinkedHashMap<>();
    volatile String owner;
    volatile State state = State.ONLINE;
    /** Whether it is to be online; an administrator's stop says no. */
    volatile boolean wanted = true;
    /** The nodes on which it did not come online since somebody last sent it somewhere. */
    private final Set<String> tried = new HashSet<>();

    Group(String name, String owner) {
        this.name = name;
        this.owner = owner;
    }

    public String name() {
        return name;
    }

    public String owner() {
        return owner;
    }

    public State state() {
        return state;
    }

    public List<Resource> resources() {
        return List.copyOf(resources);
    }

    public Map<String, String> properties() {
        return new LinkedHashMap<>(properties);
    }

    /** It is sent on its way: wherever it failed before, it may be tried again. */
    void sentOff() {
        tried.clear();
        state = State.PENDING;
    }

    /** It did not come online where it is. */
    void failed() {
        tried.add(owner);
        state = State.FAILED;
    }

    boolean hasFailedOn(String node) {
        return tried.contains(node);
    }

    boolean mayGoTo(String node) {
        return resources.stream()
                .allMatch(resource -> resource.possibleOwners().stream().anyMatch(node::equalsIgnoreCase));
    }
}
