package understudy.emulated.classic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A group of the cluster with its resources; all of it is guarded by its world's lock. */
public final class OldGroup {
    /** The state of a resource. */
    public enum State {
        ONLINE("Online"),
        OFFLINE("Offline"),
        FAILED("Failed"),
        ONLINE_PENDING("Online Pending"),
        OFFLINE_PENDING("Offline Pending");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        boolean isPending() {
            return this == ONLINE_PENDING || this == OFFLINE_PENDING;
        }
    }

    /** A resource of it. */
    public static final class Resource {
        final String name;
        final String type;
        final List<String> dependsOn;
        final List<String> possibleOwners;
        volatile State state = State.ONLINE;
        /** Whether it is to be online, as far as the cluster remembers. */
        volatile boolean wanted = true;

        Resource(String name, String type, List<String> dependsOn, List<String> possibleOwners) {
            this.name = name;
            this.type = type;
            this.dependsOn = List.copyOf(dependsOn);
            this.possibleOwners = new ArrayList<>(possibleOwners);
        }

        public String name() {
            return name;
        }

        public State state() {
            return state;
        }

        public List<String> possibleOwners() {
            return List.copyOf(possibleOwners);
        }
    }

    final String name;
    final List<Resource> resources = new ArrayList<>();
    final Map<String, String> properties = new LinkedHashMap<>();
    /** Where it has failed since it was last sent off. */
    private final Set<String> tried = new HashSet<>();

    volatile String owner;

    OldGroup(String name, String owner) {
        this.name = name;
        this.owner = owner;
    }

    public String name() {
        return name;
    }

    public String owner() {
        return owner;
    }

    public List<Resource> resources() {
        return List.copyOf(resources);
    }

    public Map<String, String> properties() {
        return new LinkedHashMap<>(properties);
    }

    List<Resource> wanted() {
        return resources.stream().filter(resource -> resource.wanted).toList();
    }

    /** Somebody or the cluster brings it online or takes it elsewhere: what failed before counts no more. */
    void sentOff() {
        tried.clear();
    }

    void failedHere() {
        tried.add(owner);
    }

    boolean hasFailedOn(String node) {
        return tried.contains(node);
    }

    /** In the words of cluster.exe. */
    public String status() {
        List<State> states = resources.stream().map(Resource::state).distinct().toList();
        if (states.stream().anyMatch(State::isPending)) {
            return "Pending";
        }
        if (states.contains(State.FAILED)) {
            return "Failed";
        }
        return states.size() == 1 ? states.getFirst().word() : "Partially Online";
    }

    public boolean isOnline() {
        return status().equals("Online");
    }

    boolean mayGoTo(String node) {
        return resources.stream()
                .allMatch(resource -> resource.possibleOwners.stream().anyMatch(node::equalsIgnoreCase));
    }
}
