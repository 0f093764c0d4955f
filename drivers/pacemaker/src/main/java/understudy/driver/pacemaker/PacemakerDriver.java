package understudy.driver.pacemaker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.Patch;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.driver.pacemaker.act.ManualSteps;
import understudy.driver.pacemaker.act.Verbs;
import understudy.driver.pacemaker.check.Readiness;
import understudy.driver.pacemaker.lock.CibLock;
import understudy.driver.pacemaker.lock.LinkJobs;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.observe.ClusterTalk;
import understudy.driver.pacemaker.observe.Histories;
import understudy.driver.pacemaker.observe.Observer;
import understudy.driver.pacemaker.offer.Offers;
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

/** A Corosync and Pacemaker cluster, seen and acted on by its own tools through a shell on each node. */
public final class PacemakerDriver implements ClusterDriver {
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("pacemaker-", 0).factory());
    private final ClusterTalk talk;
    private final Observer observer;
    private final Offers offers;
    private final Readiness readiness;
    private final Verbs verbs;
    private final Histories histories;
    private final ClusterLock lock;
    private final Handbook handbook;

    private PacemakerDriver(PacemakerSettings settings) {
        this.talk = new ClusterTalk(settings.nodes().stream().map(NodeLink::new).toList());
        this.observer = new Observer(settings, talk, threads);
        this.offers = new Offers(talk.links(), threads);
        this.readiness = new Readiness(settings, talk, threads);
        this.verbs = new Verbs(settings, talk);
        this.histories = new Histories(talk, threads, settings.clock());
        this.lock = new CibLock(talk, settings.clock());
        this.handbook = new ManualSteps(settings.groups());
    }

    /** A driver for this cluster. Nothing is connected before the first question; the shells stay the caller's to close. */
    public static PacemakerDriver open(PacemakerSettings settings) {
        return new PacemakerDriver(settings);
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
        return offers.offer(patch);
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
        return histories.history(group, from, until);
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
        return new LinkJobs(talk);
    }

    @Override
    public Handbook handbook() {
        return handbook;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
