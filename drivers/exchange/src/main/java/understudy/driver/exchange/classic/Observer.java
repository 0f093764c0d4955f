package understudy.driver.exchange.classic;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Targets;
import understudy.driver.exchange.classic.ClusterEyes.Look;
import understudy.engine.ports.Observation;

/** Looks at the cluster and at each node at once, and puts one snapshot together. */
final class Observer {
    private final Host host;
    private final ClusterEyes eyes;
    private final Nodes nodes;
    private final AloneServer alone;

    Observer(Host host, ClusterEyes eyes, Nodes nodes) {
        this.host = host;
        this.eyes = eyes;
        this.nodes = nodes;
        this.alone = new AloneServer(host, nodes);
    }

    Observation observe(Targets targets) {
        Instant askedAt = host.settings().clock().instant();
        Map<String, Nodes.Report> reports = reports();
        if (host.settings().alone()) {
            return new Observation.Seen(new Snapshots(host.settings(), ClusterLook.nothing(), reports, targets)
                    .alone(askedAt, alone.health(reports), alone.kind()));
        }
        return switch (eyes.look()) {
            case Look.Seen(ClusterLook look) ->
                new Observation.Seen(new Snapshots(host.settings(), look, reports, targets).clustered(askedAt));
            case Look.NotSeen(String reason) -> new Observation.NotSeen(host.silent(reason));
        };
    }

    private Map<String, Nodes.Report> reports() {
        List<Callable<Optional<Nodes.Report>>> questions = host.settings().nodes().stream()
                .<Callable<Optional<Nodes.Report>>>map(node -> () -> nodes.report(node.value()))
                .toList();
        Map<String, Nodes.Report> reports = new LinkedHashMap<>();
        try {
            host.settings()
                    .clock()
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

    Observation observeChange(ClusterSnapshot last, Targets targets, Duration atMost) {
        Instant until = host.settings().clock().instant().plus(atMost);
        while (true) {
            var seen = observe(targets);
            boolean same = seen instanceof Observation.Seen(ClusterSnapshot now) && now.showsTheSameAs(last);
            if (!same
                    || !host.settings().clock().instant().isBefore(until)
                    || Thread.currentThread().isInterrupted()) {
                return seen;
            }
            host.pause();
        }
    }
}
