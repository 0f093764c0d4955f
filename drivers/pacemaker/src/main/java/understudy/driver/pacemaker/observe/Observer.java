package understudy.driver.pacemaker.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Fact;
import understudy.core.model.Finding;
import understudy.core.model.Membership;
import understudy.core.model.Targets;
import understudy.driver.pacemaker.PacemakerSettings;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.node.NodeReport;
import understudy.driver.pacemaker.node.Script;
import understudy.engine.ports.Observation;
import understudy.remote.Answer;

/** Looks at the whole cluster: the cluster's own view from one member that is to be believed, and every node's word on itself, at once. */
public final class Observer {
    private static final Duration NODE_DEADLINE = Duration.ofSeconds(15);
    /** How long a settled member is waited for once the cluster's view is there, and how long any other node. */
    private static final Duration PATIENCE_WITH_MEMBERS = Duration.ofSeconds(10);

    private static final Duration PATIENCE_WITH_OTHERS = Duration.ofMillis(400);

    private final PacemakerSettings settings;
    private final ClusterTalk talk;
    private final ExecutorService threads;
    private final SnapshotReader reader;
    private final Map<String, CompletableFuture<Optional<NodeReport>>> asked = new ConcurrentHashMap<>();

    public Observer(PacemakerSettings settings, ClusterTalk talk, ExecutorService threads) {
        this.settings = settings;
        this.talk = talk;
        this.threads = threads;
        this.reader = new SnapshotReader(settings.cluster(), settings.groups());
    }

    /** One look, not older than the call. */
    public Observation observe(Targets targets) {
        var askedAt = settings.clock().instant();
        Map<String, CompletableFuture<Optional<NodeReport>>> reports = new LinkedHashMap<>();
        for (NodeLink link : talk.links()) {
            reports.put(link.nodeName(), ask(link));
        }
        return switch (talk.look()) {
            case ClusterLook.Judged.NotBelieved(String reason) -> new Observation.NotSeen(notSeen(reason));
            case ClusterLook.Judged.Believed(ClusterLook look) ->
                new Observation.Seen(reader.read(look, collect(look, reports), targets, askedAt));
        };
    }

    /** Waits on a node until the cluster has changed, and looks then. */
    public Observation observeChange(ClusterSnapshot last, Targets targets, Duration atMost) {
        var until = settings.clock().instant().plus(atMost);
        var version = fact(last, SnapshotReader.CIB_VERSION);
        var deciding = fact(last, SnapshotReader.DECIDING_NODE);
        boolean busy = last.changing();
        while (true) {
            var left = Duration.between(settings.clock().instant(), until);
            if (left.isPositive()) {
                var waited = talk.await(new ClusterTalk.Since(version, busy, deciding), left);
                if (waited instanceof ClusterLook.Judged.Believed(ClusterLook look)) {
                    version = look.cib().version();
                    deciding = look.mon().dc().orElse("");
                    busy = !look.isIdle();
                }
            }
            var seen = observe(targets);
            boolean same = seen instanceof Observation.Seen(ClusterSnapshot now) && now.showsTheSameAs(last);
            if (!same || !left.isPositive()) {
                return seen;
            }
        }
    }

    /** A node that still owes an answer is not asked again; its old answer does not count as one to this question. */
    private CompletableFuture<Optional<NodeReport>> ask(NodeLink link) {
        var last = asked.get(link.nodeName());
        if (last != null && !last.isDone()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var report = CompletableFuture.supplyAsync(() -> report(link), threads);
        asked.put(link.nodeName(), report);
        return report;
    }

    /** What the node says of itself; empty where it does not answer. */
    public static Optional<NodeReport> report(NodeLink link) {
        var script = Script.of(List.of("observe"), List.of());
        return link.run(script, NODE_DEADLINE) instanceof Answer.Finished finished
                ? Optional.of(NodeReport.of(link.nodeName(), script.blocks(finished.output())))
                : Optional.empty();
    }

    private static Map<String, NodeReport> collect(
            ClusterLook look, Map<String, CompletableFuture<Optional<NodeReport>>> reports) {
        Map<String, NodeReport> collected = new LinkedHashMap<>();
        reports.forEach((name, report) -> {
            boolean member = look.mon()
                    .node(name)
                    .map(node -> node.membership() == Membership.MEMBER)
                    .orElse(false);
            await(report, member ? PATIENCE_WITH_MEMBERS : PATIENCE_WITH_OTHERS)
                    .ifPresent(said -> collected.put(name, said));
        });
        return collected;
    }

    private static Optional<NodeReport> await(CompletableFuture<Optional<NodeReport>> report, Duration patience) {
        try {
            return report.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("Reading a node's answer failed.", bug);
        }
    }

    private Finding notSeen(String reason) {
        return Finding.error(
                "PACEMAKER-NOT-SEEN",
                settings.cluster(),
                "No node of " + settings.cluster() + " gave a believable view of the cluster: " + reason,
                "Look at the nodes with crm_mon -1 and corosync-quorumtool -s.");
    }

    private static String fact(ClusterSnapshot snapshot, String name) {
        return snapshot.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst()
                .orElse("");
    }

    /** The nodes of the cluster that the inventory does not name: they would be patched by nobody. */
    public static List<String> unnamed(ClusterLook look, List<NodeLink> links) {
        List<String> unnamed = new ArrayList<>();
        look.mon().nodes().stream()
                .filter(MonNode::isFullNode)
                .map(MonNode::name)
                .filter(name -> links.stream().noneMatch(link -> link.nodeName().equals(name)))
                .forEach(unnamed::add);
        return unnamed;
    }
}
