package understudy.emulated.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** All nodes and what the cluster knows: one lock guards it, and nothing waits while it holds that. */
public final class World {
    private final WorldClock clock;
    private volatile boolean clustered = true;
    private final Timing timing;
    private final Map<String, WindowsNode> nodes = new LinkedHashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<MailboxServer> mailboxServers = new ArrayList<>();
    private final Directory directory = new Directory();
    private final List<String> journal = new CopyOnWriteArrayList<>();
    private final List<Surprise> surprises = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final List<ScriptWatcher> scriptWatchers = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<WindowsNode, Boolean>> powerWatchers = new CopyOnWriteArrayList<>();

    /** Something that happens when a line is written to the journal that holds these words. */
    private record Surprise(String words, Runnable happens) {}

    public World(WorldClock clock, Timing timing) {
        this.clock = clock;
        this.timing = timing;
    }

    public WorldClock clock() {
        return clock;
    }

    public Timing timing() {
        return timing;
    }

    /** What the directory knows beside the cluster. */
    public Directory directory() {
        return directory;
    }

    /** Its one node is in no cluster. */
    void standsAlone() {
        clustered = false;
    }

    public boolean isClustered() {
        return clustered;
    }

    /** Adds a node that is up and a member. */
    public synchronized WindowsNode addNode(String name) {
        var node = new WindowsNode(name, clock.now().minusSeconds(86_400L * 30 + nodes.size() * 61L));
        nodes.put(name, node);
        return node;
    }

    /** Adds a group that is online on its owner. */
    public synchronized Group addGroup(String name, String owner, List<Group.Resource> resources) {
        var group = new Group(name, owner);
        group.resources.addAll(resources);
        groups.add(group);
        return group;
    }

    /** Says that the group is a clustered mailbox server of this version. */
    public synchronized MailboxServer addMailboxServer(Group group, Build version) {
        return add(new MailboxServer(group, version, Optional.empty()));
    }

    /** The same, replicated to another node. */
    public synchronized MailboxServer addReplicatedServer(Group group, Build version) {
        return add(new MailboxServer(group, version, Optional.of(new Copies(clock))));
    }

    private MailboxServer add(MailboxServer server) {
        mailboxServers.add(server);
        return server;
    }

    public synchronized List<WindowsNode> nodes() {
        return List.copyOf(nodes.values());
    }

    public synchronized Optional<WindowsNode> node(String name) {
        return nodes.values().stream()
                .filter(node -> node.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public synchronized List<Group> groups() {
        return List.copyOf(groups);
    }

    public synchronized Optional<Group> group(String name) {
        return groups.stream()
                .filter(group -> group.name.equalsIgnoreCase(name))
                .findFirst();
    }

    public synchronized List<MailboxServer> mailboxServers() {
        return List.copyOf(mailboxServers);
    }

    public synchronized Optional<MailboxServer> mailboxServer(String name) {
        return mailboxServers.stream()
                .filter(server -> server.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public synchronized boolean isPowered(WindowsNode node) {
        return node.powered;
    }

    /** Up, its Cluster service running: a member. */
    public synchronized boolean isMember(WindowsNode node) {
        return node.powered && node.member;
    }

    public synchronized boolean isPaused(WindowsNode node) {
        return node.paused;
    }

    public synchronized Instant bootOf(WindowsNode node) {
        return node.boot;
    }

    /** Writes what changes something into the journal, in the order in which it was asked for. */
    public void note(WindowsNode node, String command) {
        journal.add(node.name() + ": " + command);
        List<Surprise> due = surprises.stream()
                .filter(surprise -> (node.name() + ": " + command).contains(surprise.words()))
                .toList();
        due.stream()
                .filter(surprises::remove)
                .forEach(surprise -> surprise.happens().run());
    }

    /** What was asked of the nodes that changes something. */
    public List<String> journal() {
        return List.copyOf(journal);
    }

    /** Something happens, once, as soon as the journal gets a line with these words. */
    public void when(String words, Runnable happens) {
        surprises.add(new Surprise(words, happens));
    }

    /** Somebody who is told of every cmdlet and program in a script before it is run, and may end the script there. */
    public interface ScriptWatcher {
        /** An interruption ends the script, as an end of its process would. */
        void about(WindowsNode node, String command) throws InterruptedException;
    }

    /** Tells a watcher of what scripts do from now on. */
    public void watchScripts(ScriptWatcher watcher) {
        scriptWatchers.add(watcher);
    }

    /** A script is about to run a cmdlet or a program. */
    public void about(WindowsNode node, String command) throws InterruptedException {
        for (ScriptWatcher watcher : scriptWatchers) {
            watcher.about(node, command);
        }
    }

    /** What happened that must never happen, such as an old node to which a newer group has come. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    void violated(String sentence) {
        violations.add(sentence);
    }

    /** Tells of every node that loses or gets its power. */
    public void watchPower(BiConsumer<WindowsNode, Boolean> watcher) {
        powerWatchers.add(watcher);
    }

    void tellPower(WindowsNode node, boolean on) {
        powerWatchers.forEach(watcher -> watcher.accept(node, on));
    }
}
