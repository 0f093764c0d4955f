package understudy.driver.exchange.classic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.procedure.Verb;
import understudy.driver.exchange.ExchangeVersion;
import understudy.driver.exchange.Marks;

/**
 * What the cluster says, as one look saw it.
 *
 * @param nodes the status of each node, in cluster.exe's words
 * @param versions of each virtual server, as the directory has them
 * @param storageGroups how many each virtual server has
 */
record ClusterLook(
        Map<String, String> nodes,
        Map<String, Group> groups,
        Map<String, String> properties,
        Map<String, ExchangeVersion> versions,
        Map<String, Integer> storageGroups) {
    static final String CLUSTER_GROUP = "Cluster Group";
    static final String LOCK = "UnderstudyLock";

    /** A group as it is listed. */
    record Group(String name, String owner, String status, List<Resource> resources) {
        /** Exchange is in it. */
        boolean serves() {
            return resources.stream().anyMatch(resource -> resource.type().startsWith("Microsoft Exchange"));
        }

        boolean isOn(String node) {
            return owner.equalsIgnoreCase(node);
        }

        /** Its resources of the kinds that a step is about. */
        List<Resource> part(Verb.Selector part) {
            return resources.stream().filter(resource -> resource.isIn(part)).toList();
        }
    }

    /** A resource as it is listed; {@code owners} only where somebody wants to know. */
    record Resource(String name, String type, String status, List<String> owners) {
        boolean mayBeOwnedBy(String node) {
            return owners.stream().anyMatch(node::equalsIgnoreCase);
        }

        private boolean isIn(Verb.Selector part) {
            var kind = kind();
            return (part.only().isEmpty() || part.only().contains(kind))
                    && !part.except().contains(kind);
        }

        private Verb.Part kind() {
            return switch (type) {
                case "IP Address" -> Verb.Part.ADDRESS;
                case "Network Name" -> Verb.Part.NAME;
                case "Physical Disk" -> Verb.Part.STORAGE;
                default -> Verb.Part.SERVICE;
            };
        }
    }

    Optional<Group> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    List<Group> servers() {
        return groups.values().stream().filter(Group::serves).toList();
    }

    boolean isUp(String node) {
        return status(node).equals("up");
    }

    String status(String node) {
        return nodes.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(node))
                .map(entry -> entry.getValue().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    boolean mayHost(String group, String node) {
        return group(group)
                .filter(one -> one.resources().stream()
                        .allMatch(resource -> resource.owners().isEmpty() || resource.mayBeOwnedBy(node)))
                .isPresent();
    }

    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        properties.forEach((name, value) -> {
            if (name.startsWith(Marks.PREFIX)) {
                Marks.read(name.substring(Marks.PREFIX.length()), value).ifPresent(marks::add);
            }
        });
        return marks;
    }

    boolean isMarked(LedgerEntry entry) {
        return marks().stream()
                .anyMatch(mark -> mark.run().equals(entry.run()) && mark.entry().equals(Marks.plain(entry.id())));
    }

    String lock() {
        return properties.getOrDefault(LOCK, "");
    }

    static ClusterLook nothing() {
        return new ClusterLook(Map.of(), new LinkedHashMap<>(), Map.of(), Map.of(), Map.of());
    }
}
