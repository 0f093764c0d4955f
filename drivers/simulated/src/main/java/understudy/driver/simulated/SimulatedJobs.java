package understudy.driver.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.NodeId;
import understudy.engine.ports.NodeJobs;

/** The jobs of a simulated cluster, on those of its nodes that can be asked. */
final class SimulatedJobs implements NodeJobs {
    private final World world;
    private final StepDesk desk;

    SimulatedJobs(World world, StepDesk desk) {
        this.world = world;
        this.desk = desk;
    }

    @Override
    public List<NodeId> nodes() {
        return Turn.of(world.time, () -> List.copyOf(world.nodes.keySet()));
    }

    @Override
    public Answer live(NodeId node) {
        return Turn.of(world.time, () -> answer(node));
    }

    @Override
    public Answer fence(NodeId node, long token) {
        return Turn.of(world.time, () -> {
            desk.fence(token);
            return answer(node);
        });
    }

    private Answer answer(NodeId node) {
        if (!world.node(node).answers()) {
            return new Answer.Silent(node + " does not answer.");
        }
        List<LiveJob> live = new ArrayList<>();
        desk.live(node).keySet().forEach(action -> live.add(new LiveJob(node, action.toString(), action.toString())));
        return new Answer.Live(live);
    }

    @Override
    public Waited await(LiveJob job, Duration atMost) {
        return Turn.of(world.time, () -> {
            Instant until = world.now().plus(atMost);
            Optional<Job> running = find(job);
            while (running.isPresent()) {
                if (!world.time.await(running.get().news, until)) {
                    return new Waited.Running();
                }
                running = find(job);
            }
            return new Waited.Over("ended");
        });
    }

    private Optional<Job> find(LiveJob job) {
        return desk.live(job.node()).entrySet().stream()
                .filter(entry -> entry.getKey().toString().equals(job.name()))
                .map(java.util.Map.Entry::getValue)
                .findFirst();
    }
}
