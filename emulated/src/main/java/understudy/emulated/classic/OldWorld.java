package understudy.emulated.classic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import understudy.emulated.world.Service;
import understudy.emulated.world.WorldClock;

/** All nodes of a time before remote shells, and what their cluster knows: one lock guards it, and nothing waits while it holds that. */
public final class OldWorld {
    private final WorldClock clock;
    private final OldTiming timing;
    private final Product product;
    private final boolean clustered;
    private final Map<String, OldNode> nodes = new LinkedHashMap<>();
    private final List<OldGroup> groups = new ArrayList<>();
    private final List<VirtualServer> virtualServers = new ArrayList<>();
    private final List<String> journal = new CopyOnWriteArrayList<>();
    private final List<Surprise> surprises = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<OldNode, Boolean>> powerWatchers = new CopyOnWriteArrayList<>();

    /** An installation asks for a restart of its node. */
    volatile boolean installerAsksForRestart;

    /** Something that happens when a line with these words is written to the journal. */
    private record Surprise(String words, Runnable happens) {}

    /** Somebody who is told that a program begins or is half way, and may end it there. */
    public interface Watcher {
        void about(String moment) throws InterruptedException;
    }

    public OldWorld(WorldClock clock, OldTiming timing, Product product, boolean clustered) {
        this.clock = clock;
        this.timing = timing;
        this.product = product;
        this.clustered = clustered;
    }

    public WorldClock clock() {
        return clock;
    }

    public OldTiming timing() {
        return timing;
    }

    public Product product() {
        return product;
    }

    public boolean isClustered() {
        return clustered;
    }

    /** From now on installations ask for a restart, or not. */
    public void installerAsksForRestart(boolean asks) {
        installerAsksForRestart = asks;
    }

    synchronized OldNode addNode(String name) {
        var node = new OldNode(name, clock.now().minusSeconds(86_400L * 30 + nodes.size() * 61L));
        nodes.put(name, node);
        return node;
    }

    synchronized OldGroup add(OldGroup group) {
        groups.add(group);
        return group;
    }

    synchronized void add(VirtualServer server) {
        virtualServers.add(server);
    }

    public synchronized List<OldNode> nodes() {
        return List.copyOf(nodes.values());
    }

    public synchronized Optional<OldNode> node(String name) {
        return nodes.values().stream()
                .filter(node -> node.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public synchronized List<OldGroup> groups() {
        return List.copyOf(groups);
    }

    public synchronized Optional<OldGroup> group(String name) {
        return groups.stream()
                .filter(group -> group.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public synchronized List<VirtualServer> virtualServers() {
        return List.copyOf(virtualServers);
    }

    synchronized Optional<VirtualServer> virtualServer(OldGroup group) {
        return virtualServers.stream().filter(server -> server.group == group).findFirst();
    }

    synchronized Optional<OldGroup> groupOf(String resource) {
        return groups.stream()
                .filter(group -> group.resources.stream().anyMatch(one -> one.name.equalsIgnoreCase(resource)))
                .findFirst();
    }

    public synchronized boolean isPowered(OldNode node) {
        return node.powered;
    }

    /** Up, its Cluster service running. */
    public synchronized boolean isMember(OldNode node) {
        return clustered
                && node.powered
                && node.service(OldNode.CLUSTER_SERVICE)
                        .filter(Service::isRunning)
                        .isPresent();
    }

    public synchronized boolean isPaused(OldNode node) {
        return node.paused;
    }

    public synchronized Instant bootOf(OldNode node) {
        return node.boot;
    }

    /** The clients of a virtual server, or of the server without a cluster, are served. */
    public synchronized boolean isServed(String server) {
        return clustered
                ? group(server).filter(OldGroup::isOnline).isPresent()
                : node(server)
                        .filter(node -> node.powered
                                && node.services().stream()
                                        .filter(service -> service.name().startsWith("MSExchange"))
                                        .allMatch(Service::isRunning))
                        .isPresent();
    }

    /** Writes what changes something into the journal, in the order in which it was asked for. */
    void note(String command) {
        journal.add(command);
        surprises.stream().filter(surprise -> command.contains(surprise.words())).toList().stream()
                .filter(surprises::remove)
                .forEach(surprise -> surprise.happens().run());
    }

    public List<String> journal() {
        return List.copyOf(journal);
    }

    /** Something happens, once, as soon as the journal gets a line with these words. */
    public void when(String words, Runnable happens) {
        surprises.add(new Surprise(words, happens));
    }

    /** Tells a watcher of what programs on the management host do from now on. */
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    void about(String moment) throws InterruptedException {
        for (Watcher watcher : watchers) {
            watcher.about(moment);
        }
    }

    /** The cluster takes so much time for something, also where the program that asked for it is ended; whoever watches is told half way. */
    void take(Duration time, Runnable then) throws InterruptedException {
        Duration half = time.dividedBy(2);
        try {
            clock.pass(half);
            about("half way");
        } catch (InterruptedException ended) {
            clock.after(half, then);
            throw ended;
        }
        clock.pass(half, then);
    }

    /** What happened that must never happen, such as older binaries that start newer databases. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    void violated(String sentence) {
        violations.add(sentence);
    }

    /** Tells of every node that loses or gets its power. */
    public void watchPower(BiConsumer<OldNode, Boolean> watcher) {
        powerWatchers.add(watcher);
    }

    void tellPower(OldNode node, boolean on) {
        powerWatchers.forEach(watcher -> watcher.accept(node, on));
    }
}
