package understudy.driver.exchange.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.Targets;
import understudy.driver.exchange.ExchangeSettings;
import understudy.engine.ports.Observation;

/** Looks at the whole cluster: its own view from one member, and every node's word on itself, at once. */
public final class Observer {
    private final ExchangeSettings settings;
    private final Talk talk;

    public Observer(ExchangeSettings settings, Talk talk) {
        this.settings = settings;
        this.talk = talk;
    }

    /** One look, not older than the call. */
    public Observation observe(Targets targets) {
        Instant askedAt = settings.clock().instant();
        var cluster = new AtomicReference<Talk.Look>(new Talk.Look.NotSeen("the look was broken off."));
        Map<String, NodeReport> reports = reports(() -> cluster.set(talk.look()));
        return switch (cluster.get()) {
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

    /** Every node's word on itself, asked of all at once; who does not answer has none. */
    private Map<String, NodeReport> reports(Runnable meanwhile) {
        List<Callable<Optional<NodeReport>>> questions = new ArrayList<>();
        questions.add(() -> {
            meanwhile.run();
            return Optional.empty();
        });
        talk.nodes().all().forEach(node -> questions.add(() -> Talk.report(node)));
        Map<String, NodeReport> reports = new LinkedHashMap<>();
        try {
            settings.clock()
                    .together(questions)
                    .forEach(report -> report.ifPresent(one -> reports.put(one.node(), one)));
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException escaped) {
            throw escaped;
        } catch (Exception impossible) {
            throw new IllegalStateException("a question to a node throws nothing else", impossible);
        }
        return reports;
    }

    /** Looks again and again until the cluster differs from the last look. */
    public Observation observeChange(ClusterSnapshot last, Targets targets, Duration atMost) {
        Instant until = settings.clock().instant().plus(atMost);
        while (true) {
            var seen = observe(targets);
            boolean same = seen instanceof Observation.Seen(ClusterSnapshot now) && now.showsTheSameAs(last);
            if (!same
                    || !settings.clock().instant().isBefore(until)
                    || Thread.currentThread().isInterrupted()) {
                return seen;
            }
            Pauses.pause(settings);
        }
    }
}
