package understudy.driver.exchange.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.Targets;
import understudy.driver.exchange.ExchangeSettings;
import understudy.engine.ports.Observation;
import understudy.remote.windows.WindowsNode;

/** Looks at the whole cluster: its own view from one member, and every node's word on itself, at once. */
public final class Observer {
    private final ExchangeSettings settings;
    private final Talk talk;
    private final ExecutorService threads;

    public Observer(ExchangeSettings settings, Talk talk, ExecutorService threads) {
        this.settings = settings;
        this.talk = talk;
        this.threads = threads;
    }

    /** One look, not older than the call. */
    public Observation observe(Targets targets) {
        Instant askedAt = settings.clock().instant();
        Map<String, CompletableFuture<Optional<NodeReport>>> asked = new LinkedHashMap<>();
        for (WindowsNode node : talk.nodes().all()) {
            asked.put(node.name(), CompletableFuture.supplyAsync(() -> Talk.report(node), threads));
        }
        var look = talk.look();
        Map<String, NodeReport> reports = new LinkedHashMap<>();
        asked.forEach((name, report) -> report.join().ifPresent(one -> reports.put(name, one)));
        return switch (look) {
            case Talk.Look.Seen(ClusterReport report) ->
                new Observation.Seen(new SnapshotReader(settings, report, reports, targets).read(askedAt));
            case Talk.Look.NotSeen(String reason) ->
                new Observation.NotSeen(Finding.error(
                        "EXCHANGE-NOT-SEEN",
                        settings.cluster(),
                        "No node of " + settings.cluster() + " tells what the cluster looks like: " + reason,
                        "Look at the Cluster service on its nodes."));
        };
    }

    /** Looks again and again until the cluster differs from the last look. */
    public Observation observeChange(ClusterSnapshot last, Targets targets, Duration atMost) {
        Instant until = settings.clock().instant().plus(atMost);
        while (true) {
            var seen = observe(targets);
            boolean same = seen instanceof Observation.Seen(ClusterSnapshot now)
                    && timeless(now).equals(timeless(last));
            if (!same
                    || !settings.clock().instant().isBefore(until)
                    || Thread.currentThread().isInterrupted()) {
                return seen;
            }
            Pauses.pause(settings.look());
        }
    }

    private static ClusterSnapshot timeless(ClusterSnapshot snapshot) {
        return new ClusterSnapshot(
                snapshot.cluster(),
                snapshot.platform(),
                snapshot.kind(),
                Instant.EPOCH,
                snapshot.quorum(),
                snapshot.fencing(),
                snapshot.maintenance(),
                snapshot.changing(),
                snapshot.nodes(),
                snapshot.groups(),
                snapshot.marks(),
                List.of());
    }
}
