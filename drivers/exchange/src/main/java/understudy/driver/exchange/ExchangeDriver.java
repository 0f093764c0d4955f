package understudy.driver.exchange;

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
import understudy.driver.exchange.act.Verbs;
import understudy.driver.exchange.lock.PropertyLock;
import understudy.driver.exchange.observe.Observer;
import understudy.driver.exchange.observe.Talk;
import understudy.driver.exchange.ready.Readiness;
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

/** Exchange 2007 on a cluster of Windows nodes, seen and acted on by PowerShell and cluster.exe on each node. */
public final class ExchangeDriver implements ClusterDriver {
    private final ExchangeSettings settings;
    private final ExchangeNodes nodes;
    private final Observer observer;
    private final Readiness readiness;
    private final Verbs verbs;
    private final ClusterLock lock;

    private ExchangeDriver(ExchangeSettings settings) {
        this.settings = settings;
        this.nodes = new ExchangeNodes(settings);
        var talk = new Talk(nodes);
        this.observer = new Observer(settings, talk);
        this.readiness = new Readiness(settings, talk);
        this.verbs = new Verbs(settings, talk);
        this.lock = new PropertyLock(talk, settings.clock());
    }

    /** A driver for this cluster. Nothing is connected before the first question; the shells stay the caller's to close. */
    public static ExchangeDriver open(ExchangeSettings settings) {
        return new ExchangeDriver(settings);
    }

    @Override
    public Observation observe(Targets targets) {
        return observer.observe(targets);
    }

    @Override
    public Observation observeChange(ClusterSnapshot last, Targets targets, Duration atMost) {
        return observer.observeChange(last, targets, atMost);
    }

    @Override
    public Offer offer(Patch patch) {
        return readiness.offer(patch);
    }

    @Override
    public List<Finding> check(Patch patch) {
        return readiness.check(patch);
    }

    @Override
    public Outcome perform(Order order) {
        return verbs.perform(order);
    }

    @Override
    public Progress probe(Order order) {
        return verbs.probe(order);
    }

    @Override
    public History history(GroupId group, Instant from, Instant until) {
        return History.none();
    }

    @Override
    public ClusterLock lock() {
        return lock;
    }

    @Override
    public Outcome giveBack(LedgerEntry entry) {
        return verbs.giveBack(entry);
    }

    @Override
    public Outcome adopt(Mark mark, RunId heir) {
        return verbs.adopt(mark, heir);
    }

    @Override
    public NodeJobs jobs() {
        return new ExchangeJobs(nodes, settings);
    }

    @Override
    public Handbook handbook() {
        return new ExchangeHandbook();
    }

    @Override
    public void close() {
        // The shells are the caller's.
    }
}
