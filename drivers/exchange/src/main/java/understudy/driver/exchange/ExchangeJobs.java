package understudy.driver.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import understudy.core.model.NodeId;
import understudy.driver.exchange.observe.Pauses;
import understudy.engine.ports.NodeJobs;
import understudy.remote.windows.WindowsJobs;
import understudy.remote.windows.WindowsJobs.State;

/** The long commands on every node, whoever has started them. */
final class ExchangeJobs implements NodeJobs {
    private final ExchangeNodes nodes;
    private final ExchangeSettings settings;

    ExchangeJobs(ExchangeNodes nodes, ExchangeSettings settings) {
        this.nodes = nodes;
        this.settings = settings;
    }

    @Override
    public List<NodeId> nodes() {
        return nodes.all().stream().map(node -> new NodeId(node.name())).toList();
    }

    @Override
    public Answer live(NodeId node) {
        return ask(node, OptionalLong.empty());
    }

    @Override
    public Answer fence(NodeId node, long token) {
        return ask(node, OptionalLong.of(token));
    }

    private Answer ask(NodeId id, OptionalLong token) {
        var node = nodes.find(id);
        if (node.isEmpty()) {
            return new Answer.Silent("The inventory has no node " + id + ".");
        }
        return switch (nodes.jobs(node.get()).live(token)) {
            case WindowsJobs.Live.Jobs(List<String> actions) ->
                new Answer.Live(actions.stream()
                        .map(action -> new LiveJob(id, WindowsJobs.name(action), action))
                        .toList());
            case WindowsJobs.Live.Silent(String reason) -> new Answer.Silent(reason);
        };
    }

    @Override
    public Waited await(LiveJob job, Duration atMost) {
        var node = nodes.find(job.node());
        if (node.isEmpty()) {
            return new Waited.Silent("The inventory has no node " + job.node() + ".");
        }
        Instant until = settings.clock().instant().plus(atMost);
        while (true) {
            var state = nodes.jobs(node.get()).find(job.action());
            boolean runs = state instanceof State.Running || state instanceof State.Ready;
            if (!runs) {
                return switch (state) {
                    case State.Ended(var said) -> new Waited.Over("it ended with " + said.exit());
                    case State.BrokenOff _ -> new Waited.Over("it was broken off");
                    case State.Unseen(String reason) -> new Waited.Silent(reason);
                    case State.Absent(), State.Ready(), State.Running(), State.Refused _ ->
                        new Waited.Over("nothing of it is there");
                };
            }
            if (!settings.clock().instant().isBefore(until)
                    || Thread.currentThread().isInterrupted()) {
                return new Waited.Running();
            }
            Pauses.pause(settings);
        }
    }
}
