package understudy.driver.exchange.observe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import understudy.core.model.Mark;
import understudy.driver.exchange.Marks;
import understudy.remote.windows.Said;

/** What the cluster says, as one of its members tells it. */
public record ClusterReport(String teller, Said said) {
    private static final Pattern PROPERTY = Pattern.compile("S +Cluster Group +(Understudy[^ ]+) +([^ ]+) *");
    private static final String LOCK = "UnderstudyLock";

    /** One line of two columns. */
    private record Row(String left, String right) {}

    private List<Row> rows(String name) {
        return said.all(name).stream()
                .map(line -> line.split("\t", 2))
                .filter(words -> words.length == 2)
                .map(words -> new Row(named(words[0]), named(words[1])))
                .toList();
    }

    /** The name within an object path of WMI, or the text itself. */
    private static String named(String text) {
        int quote = text.indexOf('"');
        return text.startsWith("MSCluster_") || text.startsWith("\\\\")
                ? text.substring(quote + 1, text.length() - 1)
                : text.strip();
    }

    private Map<String, String> table(String name) {
        return rows(name).stream()
                .collect(Collectors.toMap(Row::left, Row::right, (first, _) -> first, java.util.LinkedHashMap::new));
    }

    /** The state of each node, by its name as the cluster has it. */
    public Map<String, String> nodes() {
        return table("node");
    }

    /** The state of each group. */
    public Map<String, String> groups() {
        return table("group");
    }

    /** The node that owns the group. */
    public Optional<String> owner(String group) {
        return rows("owner").stream()
                .filter(row -> row.right().equals(group))
                .map(Row::left)
                .findFirst();
    }

    /** The resources of a group. */
    public List<String> resources(String group) {
        return rows("part").stream()
                .filter(row -> row.left().equals(group))
                .map(Row::right)
                .toList();
    }

    /** Whether the node is a possible owner of every resource of the group. */
    public boolean mayHost(String group, String node) {
        return resources(group).stream().allMatch(resource -> mayOwn(resource, node));
    }

    /** Whether the node is a possible owner of the resource. */
    public boolean mayOwn(String resource, String node) {
        return rows("may").stream()
                .anyMatch(row -> row.left().equals(resource) && row.right().equalsIgnoreCase(node));
    }

    /** The state of each clustered mailbox server, in Exchange's words. */
    public Map<String, String> mailboxServers() {
        return table("mailbox-server");
    }

    /** The version of a mailbox server as the directory shows it. */
    public Optional<String> version(String server) {
        return Optional.ofNullable(table("version").get(server));
    }

    /** Whether the mailbox server's own list of machines has the node. */
    public boolean isRedundant(String server, String node) {
        return rows("redundant").stream()
                .anyMatch(row -> row.left().equals(server) && row.right().equalsIgnoreCase(node));
    }

    /** How the mailbox servers store: {@code Shared} is a single copy cluster, {@code NonShared} continuous replication. */
    public Optional<String> storage() {
        return said.first("kind");
    }

    /** It is a server without a cluster. */
    public boolean isAlone() {
        return storage().filter("Alone"::equals).isPresent();
    }

    /** The groups that a node owns, the cluster group too; nothing leaves a server without a cluster. */
    public List<String> ownedBy(String node) {
        return groups().keySet().stream()
                .filter(group -> !isAlone()
                        && owner(group).filter(node::equalsIgnoreCase).isPresent())
                .toList();
    }

    /** It is said to be alone and has a Cluster service all the same. */
    public boolean isNodeOfACluster() {
        return said.first("clustered").isPresent();
    }

    /** The copy of a storage group on the node that does not serve it, as Get-StorageGroupCopyStatus shows it. */
    public record Copy(String storageGroup, String status, int copyQueue, int replayQueue) {}

    /** The copies of a mailbox server; empty where it has none, or where they could not be seen. */
    public List<Copy> copies(String server) {
        return rows("copy").stream()
                .filter(row -> row.left().equals(server))
                .map(row -> row.right().split("\t", -1))
                .filter(words -> words.length == 4 && isLength(words[2]) && isLength(words[3]))
                .map(words -> new Copy(words[0], words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3])))
                .toList();
    }

    private static boolean isLength(String text) {
        return text.matches("[0-9]{1,9}");
    }

    /** What is down of a mailbox server: databases by group and name, else resources. */
    public List<String> failed(String server) {
        return rows("failed").stream()
                .filter(row -> row.left().equals(server) && !row.right().isEmpty())
                .map(Row::right)
                .toList();
    }

    /** The share that votes with the nodes, and whether the teller reaches it. */
    public record Witness(String share, boolean reached) {}

    /** The witness of a majority node set; empty where there is none. */
    public Optional<Witness> witness() {
        return rows("witness").stream()
                .findFirst()
                .map(row -> new Witness(row.left(), row.right().equalsIgnoreCase("True")));
    }

    /** The marks of ours in the cluster's configuration. */
    public List<Mark> marks() {
        return properties(Marks.PREFIX, name -> name.substring(Marks.PREFIX.length())).entrySet().stream()
                .flatMap(entry -> Marks.read(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    /** What stands in the lock; empty where it was never taken. */
    public String lock() {
        return properties(LOCK, name -> name)
                .getOrDefault(LOCK, said.first("lock").orElse(""));
    }

    private Map<String, String> properties(String prefix, Function<String, String> name) {
        return said.all("property").stream()
                .map(PROPERTY::matcher)
                .filter(matcher -> matcher.matches() && matcher.group(1).startsWith(prefix))
                .collect(Collectors.toMap(
                        matcher -> name.apply(matcher.group(1)),
                        matcher -> matcher.group(2),
                        (first, _) -> first,
                        java.util.LinkedHashMap::new));
    }
}
