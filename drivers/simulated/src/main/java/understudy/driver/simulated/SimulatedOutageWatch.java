package understudy.driver.simulated;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.engine.ports.OutageWatch;

/** Reads the outages from the simulated cluster's own log, to the instant. */
final class SimulatedOutageWatch implements OutageWatch {
    private final World world;
    private Instant since = Instant.MAX;

    SimulatedOutageWatch(World world) {
        this.world = world;
    }

    @Override
    public void start() {
        since = world.now();
    }

    @Override
    public List<Outage> outages() {
        return Turn.of(
                world.time,
                () -> world.service.outages().stream()
                        .filter(outage -> world.group(outage.group()).setup.weight() > 0)
                        .filter(outage ->
                                outage.until().map(end -> end.isAfter(since)).orElse(!since.equals(Instant.MAX)))
                        .map(outage -> outage.from().isBefore(since)
                                ? new Outage(outage.group(), since, outage.until(), outage.detail(), outage.sessions())
                                : outage)
                        .toList());
    }

    @Override
    public Optional<Boolean> answers(GroupId group) {
        return Turn.of(
                world.time,
                () -> Optional.of(world.group(group))
                        .filter(one -> one.setup.weight() > 0)
                        .map(SimulatedGroup::isServed));
    }

    @Override
    public void close() {}
}
