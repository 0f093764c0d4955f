package understudy.driver.bigfix.observe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.driver.bigfix.StatusText;

/**
 * One look: every computer, what the cluster says by one of its members, which Fixlets are relevant where, our marks.
 *
 * @param relevant site, Fixlet and computer, as {@link #key}
 * @param actions what the actions of a patch have come to, by patch
 */
public record View(
        List<Computer> computers, Set<String> relevant, Map<String, List<OnComputer>> actions, List<Mark> marks) {
    /** What an action of ours has come to on a computer. */
    record OnComputer(int computer, StatusText.Meaning meaning) {}

    public View {
        computers = List.copyOf(computers);
        relevant = Set.copyOf(relevant);
        actions = Map.copyOf(actions);
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

    /** An action of ours for this patch says that it awaits a restart of the computer. */
    boolean saysPendingRestart(String patch, Computer computer) {
        return has(patch, computer, StatusText.Meaning.AWAITS_RESTART);
    }

    /** The patch was installed by us, and is not to be judged before the computer has restarted, whatever its action's status. */
    boolean awaitsRestart(String patch, Computer computer) {
        boolean ran =
                has(patch, computer, StatusText.Meaning.FAILED) || has(patch, computer, StatusText.Meaning.SAYS_DONE);
        return saysPendingRestart(patch, computer)
                || (ran && computer.awaitsRestart().orElse(false));
    }

    private boolean has(String patch, Computer computer, StatusText.Meaning meaning) {
        return actions.getOrDefault(patch, List.of()).contains(new OnComputer(computer.id(), meaning));
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
                .filter(group ->
                        owner(group).filter(node.value()::equalsIgnoreCase).isPresent())
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
        return resources(group).stream()
                .anyMatch(resource -> types.getOrDefault(resource, "").contains(type));
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
                .allMatch(resource -> owners.stream().anyMatch((resource + "|" + node)::equalsIgnoreCase));
    }
}
