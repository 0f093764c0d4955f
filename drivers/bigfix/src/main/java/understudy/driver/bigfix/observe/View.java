package understudy.driver.bigfix.observe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;

/**
 * One look: every computer, what the cluster says by one of its members, which Fixlets are relevant where, our marks.
 *
 * @param relevant site, Fixlet and computer, as {@link #key}
 * @param awaiting computers on which a patch's action awaits a restart, by patch
 */
public record View(
        List<Computer> computers, Set<String> relevant, Map<String, List<Integer>> awaiting, List<Mark> marks) {
    public View {
        computers = List.copyOf(computers);
        relevant = Set.copyOf(relevant);
        awaiting = Map.copyOf(awaiting);
        marks = List.copyOf(marks);
    }

    static String key(String site, int fixlet, int computer) {
        return site + "/" + fixlet + "/" + computer;
    }

    /** A node's computer. */
    public Optional<Computer> computer(NodeId node) {
        return computers.stream().filter(one -> one.node().equals(node)).findFirst();
    }

    /** Whether the Fixlet is relevant on the computer, by its last report. */
    public boolean isRelevant(String site, int fixlet, int computer) {
        return relevant.contains(key(site, fixlet, computer));
    }

    /** An action of ours for this patch has been carried out on the computer, and awaits its restart. */
    boolean awaitsRestart(String patch, int computer) {
        return awaiting.getOrDefault(patch, List.of()).contains(computer);
    }

    /** The member by which the cluster is seen: the one that has reported last. */
    Optional<Computer> teller() {
        return computers.stream()
                .filter(Computer::tellsOfTheCluster)
                .reduce((one, other) -> other.lastReport().isAfter(one.lastReport()) ? other : one);
    }

    private Map<String, String> pairs(String property) {
        Map<String, String> pairs = new LinkedHashMap<>();
        teller().ifPresent(teller -> teller.all(property).forEach(line -> {
            int at = line.lastIndexOf('|');
            if (at > 0) {
                pairs.put(line.substring(0, at), line.substring(at + 1));
            }
        }));
        return pairs;
    }

    /** The number of a node's state in the cluster: 0 up, 1 down, 2 paused, 3 joining; empty where it was not told. */
    public String state(NodeId node) {
        return pairs("cluster nodes").entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(node.value()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Paused. */
    public boolean isPaused(NodeId node) {
        return state(node).equals("2");
    }

    /** The groups and the numbers of their states, in the cluster's order. */
    public Map<String, String> groups() {
        return pairs("cluster groups");
    }

    /** Who owns a group. */
    public Optional<String> owner(String group) {
        return Optional.ofNullable(pairs("group owners").get(group));
    }

    /** The groups that a node owns. */
    public List<String> ownedBy(NodeId node) {
        return groups().keySet().stream()
                .filter(group -> owner(group).filter(node.value()::equalsIgnoreCase).isPresent())
                .toList();
    }

    private List<String> resources(String group) {
        return teller().map(teller -> teller.all("group resources")).orElse(List.of()).stream()
                .filter(line -> line.startsWith(group + "|"))
                .map(line -> line.substring(group.length() + 1))
                .toList();
    }

    private boolean holds(String group, String type) {
        var types = pairs("resource types");
        return resources(group).stream().anyMatch(resource -> types.getOrDefault(resource, "").contains(type));
    }

    /** A clustered mailbox server of Exchange 2007. */
    public boolean isMailboxServer(String group) {
        return holds(group, "Microsoft Exchange System Attendant");
    }

    /** The mailbox server's data lies on disks that the cluster carries over. */
    boolean isShared(String group) {
        return holds(group, "Physical Disk");
    }

    /** A possible owner of each of the group's resources. */
    boolean mayHost(String group, NodeId node) {
        var owners = teller().map(teller -> teller.all("possible owners")).orElse(List.of());
        return resources(group).stream()
                .allMatch(resource -> owners.stream()
                        .anyMatch((resource + "|" + node)::equalsIgnoreCase));
    }
}
