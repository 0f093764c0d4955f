package understudy.engine.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import understudy.core.model.NodeId;
import understudy.engine.ports.NodeJobs;

/** Jobs on nodes, in memory: what runs where, and who does not answer. */
final class TestingJobs implements NodeJobs {
    final Map<NodeId, List<String>> live = new LinkedHashMap<>();
    final List<NodeId> silent = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    boolean endless;
    Runnable atAwait = () -> {};

    @Override
    public List<NodeId> nodes() {
        return List.copyOf(live.keySet());
    }

    @Override
    public Answer live(NodeId node) {
        if (silent.contains(node)) {
            return new Answer.Silent(node + " does not answer.");
        }
        return new Answer.Live(live.getOrDefault(node, List.of()).stream()
                .map(name -> new LiveJob(node, name, name))
                .toList());
    }

    @Override
    public Answer fence(NodeId node, long token) {
        asked.add("fence " + node + " " + token);
        return live(node);
    }

    @Override
    public Waited await(LiveJob job, Duration atMost) {
        asked.add("await " + job.name());
        atAwait.run();
        if (endless) {
            return new Waited.Running();
        }
        live.put(
                job.node(),
                live.getOrDefault(job.node(), List.of()).stream()
                        .filter(name -> !name.equals(job.name()))
                        .toList());
        return new Waited.Over("ended with 0");
    }
}
