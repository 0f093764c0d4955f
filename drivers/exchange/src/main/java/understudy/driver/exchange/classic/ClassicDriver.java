package understudy.driver.exchange.classic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.Patch;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.driver.exchange.lock.PlainLock;
import understudy.engine.ports.ClusterDriver;
import understudy.engine.ports.ClusterLock;
import understudy.engine.ports.Handbook;
import understudy.engine.ports.History;
import understudy.engine.ports.NodeJobs;
import understudy.engine.ports.Observation;
import understudy.engine.ports.Offer;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.engine.ports.Progress;

/** Exchange 5.5, 2000 or 2003 in a cluster or alone, on nodes that only a management host reaches. Never tried on a real system. */
public final class ClassicDriver implements ClusterDriver {
    private final ClassicSettings settings;
    private final Cluster cluster;
    private final Observer observer;
    private final Readiness readiness;
    private final Verbs verbs;

    private ClassicDriver(ClassicSettings settings) {
        this.settings = settings;
        var host = new Host(settings);
        var eyes = new ClusterEyes(host);
        var nodes = new Nodes(host);
        this.cluster = new Cluster(host, eyes, nodes);
        this.observer = new Observer(host, eyes, nodes);
        this.readiness = new Readiness(cluster);
        this.verbs = new Verbs(cluster);
    }

    /** A driver for this cluster. Nothing is connected before the first question; the shell stays the caller's to close. */
    public static ClassicDriver open(ClassicSettings settings) {
        return new ClassicDriver(settings);
    }

    @Override
    public Observation observe(Targets targets) {
        return observer.observe(targets);
    }

    @Override
    public Observation observeChange(ClusterSnapshot last, Targets targets, Duration atMost) {
        return observer.observeChange(last, targets, atMost);
    }

    @Override
    public Offer offer(Patch patch) {
        return readiness.offer(patch);
    }

    @Override
    public List<Finding> check(Patch patch) {
        return readiness.check(patch);
    }

    @Override
    public Outcome perform(Order order) {
        return verbs.perform(order);
    }

    @Override
    public Progress probe(Order order) {
        return verbs.probe(order);
    }

    @Override
    public History history(GroupId group, Instant from, Instant until) {
        return History.none();
    }

    @Override
    public ClusterLock lock() {
        return new PlainLock(settings.alone() ? ofTheServer() : ofTheCluster(), settings.clock());
    }

    private PlainLock.Place ofTheCluster() {
        return new PlainLock.Place() {
            @Override
            public Optional<String> read() {
                return cluster.host()
                        .askCluster("group", ClusterLook.CLUSTER_GROUP, "/priv")
                        .filter(Host.Reply.Ended::succeeded)
                        .map(said -> Tables.properties(said.lines(), ClusterLook.CLUSTER_GROUP, "Understudy")
                                .getOrDefault(ClusterLook.LOCK, ""));
            }

            @Override
            public boolean write(String text) {
                return cluster.host()
                        .askCluster("group", ClusterLook.CLUSTER_GROUP, "/priv", ClusterLook.LOCK + "=" + text)
                        .filter(Host.Reply.Ended::succeeded)
                        .isPresent();
            }
        };
    }

    private PlainLock.Place ofTheServer() {
        var node = settings.nodes().getFirst().value();
        return new PlainLock.Place() {
            @Override
            public Optional<String> read() {
                return cluster.nodes()
                        .hasKey(node, Nodes.UNDERSTUDY)
                        .map(there -> there
                                ? cluster.nodes()
                                        .registry(node, Nodes.UNDERSTUDY)
                                        .map(values -> values.getOrDefault("Lock", ""))
                                        .orElse("?")
                                : "");
            }

            @Override
            public boolean write(String text) {
                try {
                    cluster.nodes().write(node, Nodes.UNDERSTUDY, "Lock", text);
                    return true;
                } catch (Refusal unknown) {
                    return false;
                }
            }
        };
    }

    @Override
    public Outcome giveBack(LedgerEntry entry) {
        return verbs.giveBack(entry);
    }

    @Override
    public Outcome adopt(Mark mark, RunId heir) {
        return verbs.adopt(mark, heir);
    }

    @Override
    public NodeJobs jobs() {
        return new Jobs(cluster);
    }

    @Override
    public Handbook handbook() {
        return new ClassicHandbook(settings);
    }

    @Override
    public void close() {
        // The shell is the caller's.
    }
}
