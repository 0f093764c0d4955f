package understudy.driver.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.Patch;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.driver.simulated.scenario.Latency;
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

/** A driver to a simulated cluster; the cluster outlives it, as a real one would. */
final class SimulatedDriver implements ClusterDriver {
    private final World world;
    private final Parts parts;

    /** What a driver needs of its cluster. */
    record Parts(Look look, StepDesk desk, Readiness readiness, SimulatedLock lock, GivingBack givingBack) {}

    SimulatedDriver(World world, Parts parts) {
        this.world = world;
        this.parts = parts;
    }

    @Override
    public Observation observe(Targets targets) {
        return Turn.of(world.time, () -> {
            Turn.pause(world, Latency.LOOK, "look");
            return parts.look().observe(targets);
        });
    }

    @Override
    public Observation observeChange(ClusterSnapshot last, Targets targets, Duration atMost) {
        return Turn.of(world.time, () -> {
            Instant until = world.now().plus(atMost);
            while (true) {
                Observation seen = parts.look().observe(targets);
                if (differs(seen, last)) {
                    Turn.pause(world, Latency.LOOK, "look");
                    return parts.look().observe(targets);
                }
                if (!world.time.await(world.changed, until)) {
                    return parts.look().observe(targets);
                }
            }
        });
    }

    private static boolean differs(Observation seen, ClusterSnapshot last) {
        return switch (seen) {
            case Observation.NotSeen(Finding _) -> true;
            case Observation.Seen(ClusterSnapshot now) ->
                !(now.nodes().equals(last.nodes())
                        && now.groups().equals(last.groups())
                        && now.quorum().equals(last.quorum())
                        && now.marks().equals(last.marks())
                        && now.fencing().equals(last.fencing())
                        && now.maintenance() == last.maintenance()
                        && now.changing() == last.changing());
        };
    }

    @Override
    public Offer offer(Patch patch) {
        return Turn.of(world.time, () -> {
            Turn.pause(world, Latency.LOOK, "offer");
            return parts.readiness().offer(patch);
        });
    }

    @Override
    public List<Finding> check(Patch patch) {
        return Turn.of(world.time, () -> {
            Turn.pause(world, Latency.LOOK, "check");
            return parts.readiness().check();
        });
    }

    @Override
    public Outcome perform(Order order) {
        return Turn.of(world.time, () -> parts.desk().perform(order));
    }

    @Override
    public Progress probe(Order order) {
        return Turn.of(world.time, () -> {
            Turn.pause(world, Latency.LOOK, "probe");
            return parts.desk().probe(order);
        });
    }

    @Override
    public History history(GroupId group, Instant from, Instant until) {
        return History.none();
    }

    @Override
    public ClusterLock lock() {
        return parts.lock();
    }

    @Override
    public Outcome giveBack(LedgerEntry entry) {
        return Turn.of(world.time, () -> {
            Turn.pause(world, Latency.COMMAND, "give-back");
            if (!world.votes.held()) {
                return new Outcome.Failed(Finding.error(
                        "NO-QUORUM", entry.id(), "Without quorum " + entry.id() + " cannot be given back.", ""));
            }
            return new Outcome.Succeeded(
                    parts.givingBack().giveBack(entry) ? "" : entry.id() + " was given back already");
        });
    }

    @Override
    public Outcome adopt(Mark mark, RunId heir) {
        return Turn.of(world.time, () -> {
            Turn.pause(world, Latency.COMMAND, "adopt");
            LedgerEntry old = world.marks.get(mark.entry());
            if (old == null || !old.run().equals(mark.run())) {
                return new Outcome.Failed(Finding.error(
                        "NOT-ADOPTED", mark.entry(), "Run " + mark.run() + " has no mark " + mark.entry() + ".", ""));
            }
            world.marks.put(
                    old.id(),
                    new LedgerEntry(old.id(), heir, old.kind(), old.node(), old.group(), old.before(), old.byHand()));
            world.changed();
            return new Outcome.Succeeded("");
        });
    }

    @Override
    public NodeJobs jobs() {
        return new SimulatedJobs(world, parts.desk());
    }

    @Override
    public Handbook handbook() {
        return new SimulatedHandbook();
    }

    @Override
    public void close() {}
}
