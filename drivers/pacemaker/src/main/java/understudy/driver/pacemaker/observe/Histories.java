package understudy.driver.pacemaker.observe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import understudy.core.model.GroupId;
import understudy.core.model.Operation;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.node.Script;
import understudy.driver.pacemaker.observe.ClusterLook.Judged;
import understudy.driver.pacemaker.observe.OperationLog.NodeClock;
import understudy.engine.ports.History;
import understudy.remote.Answer;

/** Asks every node at once what its controller did with a group's resources, and joins the answers on our clock. */
public final class Histories {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /** What the cluster asks of every node after each start of its own, and no part of a handover. */
    private static final String LOOKING_WHETHER_IT_RUNS = "probe";

    private final ClusterTalk talk;
    private final ExecutorService threads;
    private final InstantSource clock;

    public Histories(ClusterTalk talk, ExecutorService threads, InstantSource clock) {
        this.talk = talk;
        this.threads = threads;
        this.clock = clock;
    }

    private record NodeHistory(List<Operation> operations, Optional<String> gap) {
        static NodeHistory gap(String sentence) {
            return new NodeHistory(List.of(), Optional.of(sentence));
        }
    }

    /** The group's operations that touch the span. */
    public History history(GroupId group, Instant from, Instant until) {
        Map<String, String> agents = agents(group);
        if (agents.isEmpty()) {
            return new History(List.of(), Optional.of("The cluster did not say which resources " + group + " has."));
        }
        List<CompletableFuture<NodeHistory>> asked = talk.links().stream()
                .map(link -> CompletableFuture.supplyAsync(() -> ask(link, agents), threads))
                .toList();
        List<Operation> operations = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        for (CompletableFuture<NodeHistory> one : asked) {
            NodeHistory said = one.join();
            said.gap().ifPresent(gaps::add);
            said.operations().stream()
                    .filter(operation -> operation.began().isBefore(until)
                            && operation.ended().isAfter(from))
                    .forEach(operations::add);
        }
        operations.sort(Comparator.comparing(Operation::began));
        return new History(operations, gaps.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", gaps)));
    }

    private Map<String, String> agents(GroupId group) {
        Map<String, String> agents = new LinkedHashMap<>();
        if (talk.look() instanceof Judged.Believed(ClusterLook look)) {
            look.mon()
                    .resource(group.value())
                    .ifPresent(resource -> resource.primitives().forEach(part -> agents.put(part.id(), part.agent())));
        }
        return agents;
    }

    private NodeHistory ask(NodeLink link, Map<String, String> agents) {
        var script = Script.of(List.of("history"), List.of());
        var sent = clock.instant();
        var answer = link.run(script, DEADLINE);
        var received = clock.instant();
        if (!(answer instanceof Answer.Finished finished)) {
            return NodeHistory.gap(link.nodeName() + " was not asked for its history, because it did not answer.");
        }
        var blocks = script.blocks(finished.output());
        var nodeClock = blocks.good("clock").flatMap(NodeClock::of);
        var log = blocks.good("operations");
        if (nodeClock.isEmpty() || log.isEmpty()) {
            return NodeHistory.gap("Pacemaker's log on " + link.nodeName() + " tells of no operation.");
        }
        var ahead = ahead(nodeClock.get().now(), sent, received);
        List<Operation> operations = new ArrayList<>();
        for (OperationLog.Entry entry : OperationLog.read(log.get(), nodeClock.get())) {
            Optional.ofNullable(agents.get(entry.resource()))
                    .filter(_ -> !entry.task().equals(LOOKING_WHETHER_IT_RUNS))
                    .ifPresent(agent -> operations.add(new Operation(
                            entry.resource(),
                            agent,
                            entry.task(),
                            link.node(),
                            entry.began().minus(ahead),
                            entry.took(),
                            entry.result())));
        }
        return new NodeHistory(operations, Optional.empty());
    }

    /** By how much the node's clock is ahead of ours, as far as that can be told: within the exchange it is not. */
    private static Duration ahead(Instant said, Instant sent, Instant received) {
        if (said.isBefore(sent)) {
            return Duration.between(sent, said);
        }
        return said.isAfter(received) ? Duration.between(received, said) : Duration.ZERO;
    }
}
