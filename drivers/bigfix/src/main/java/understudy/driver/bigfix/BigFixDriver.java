package understudy.driver.bigfix;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.Patch;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.driver.bigfix.act.Verbs;
import understudy.driver.bigfix.lock.Marks;
import understudy.driver.bigfix.lock.RecordLock;
import understudy.driver.bigfix.observe.Observer;
import understudy.driver.bigfix.observe.View;
import understudy.driver.bigfix.wire.BigFixApi;
import understudy.driver.bigfix.wire.Definition;
import understudy.driver.bigfix.wire.Silence;
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

/** A Windows cluster seen and acted on through a BigFix server: session relevance, and actions on one computer at a time. */
public final class BigFixDriver implements ClusterDriver {
    private final BigFixSettings settings;
    private final Observer observer;
    private final Readiness readiness;
    private final Verbs verbs;
    private final RecordLock lock;
    private final BigFixJobs jobs;

    private BigFixDriver(BigFixSettings settings) {
        this.settings = settings;
        var api = new BigFixApi(settings.wire());
        var marks = new Marks(api, settings.cluster());
        this.lock = new RecordLock(api, settings.cluster(), settings.clock());
        this.observer = new Observer(settings, api, marks);
        this.readiness = new Readiness(settings, api, observer);
        this.verbs = new Verbs(settings, api, observer, marks, lock);
        this.jobs = new BigFixJobs(settings, api);
    }

    /** A driver for this cluster. Nothing is connected before the first question. */
    public static BigFixDriver open(BigFixSettings settings) {
        return new BigFixDriver(settings);
    }

    /** What has to be taken once on each node, and takes it. */
    public Preparation preparation() {
        return new Preparation(settings, new BigFixApi(settings.wire()), observer);
    }

    /** The computers of the nodes, as one look has them. */
    public View look() throws Refusal {
        try {
            return observer.look(Set.of());
        } catch (Silence silence) {
            throw Refusal.silent(silence, settings.wire().server());
        }
    }

    /** What the server says of a Fixlet; empty where its site has none of that number. */
    public Optional<Definition> definition(FixletRef ref) throws Refusal {
        try {
            return new BigFixApi(settings.wire()).definition(ref.siteName(), ref.id());
        } catch (Silence silence) {
            throw Refusal.silent(silence, settings.wire().server());
        }
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
        return jobs;
    }

    @Override
    public Handbook handbook() {
        return new BigFixHandbook(settings.fixlets());
    }

    @Override
    public void close() {
        // The wire is the caller's.
    }
}
