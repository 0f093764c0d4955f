package understudy.cli.wiring;

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

/** A driver whose commands are known by the step that they belong to. */
record AuditedDriver(ClusterDriver driver) implements ClusterDriver {
    @Override
    public Outcome perform(Order order) {
        return ScopedValue.where(CommandTrail.STEP, order.step().id().value()).call(() -> driver.perform(order));
    }

    @Override
    public Progress probe(Order order) {
        return ScopedValue.where(CommandTrail.STEP, order.step().id().value()).call(() -> driver.probe(order));
    }

    @Override
    public Outcome giveBack(LedgerEntry entry) {
        return ScopedValue.where(CommandTrail.STEP, "give back " + entry.id()).call(() -> driver.giveBack(entry));
    }

    @Override
    public Outcome adopt(Mark mark, RunId heir) {
        return ScopedValue.where(CommandTrail.STEP, "adopt " + mark.entry()).call(() -> driver.adopt(mark, heir));
    }

    @Override
    public Observation observe(Targets targets) {
        return driver.observe(targets);
    }

    @Override
    public Observation observeChange(ClusterSnapshot last, Targets targets, Duration atMost) {
        return driver.observeChange(last, targets, atMost);
    }

    @Override
    public Offer offer(Patch patch) {
        return driver.offer(patch);
    }

    @Override
    public List<Finding> check(Patch patch) {
        return driver.check(patch);
    }

    @Override
    public History history(GroupId group, Instant from, Instant until) {
        return driver.history(group, from, until);
    }

    @Override
    public NodeJobs jobs() {
        return driver.jobs();
    }

    @Override
    public Handbook handbook() {
        return driver.handbook();
    }

    @Override
    public ClusterLock lock() {
        return driver.lock();
    }

    @Override
    public void close() {
        driver.close();
    }
}
