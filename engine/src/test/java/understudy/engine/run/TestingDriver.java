package understudy.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import understudy.core.model.ActionId;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.core.model.RunId;
import understudy.core.model.StepId;
import understudy.core.model.Targets;
import understudy.core.procedure.Verb;
import understudy.engine.ports.ClusterDriver;
import understudy.engine.ports.ClusterLock;
import understudy.engine.ports.Handbook;
import understudy.engine.ports.History;
import understudy.engine.ports.Observation;
import understudy.engine.ports.Offer;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.engine.ports.Progress;

/** Drives the testing cluster: does each action once, however often it is given out; dies, lies or fails where a test wants it. */
final class TestingDriver implements ClusterDriver {
    final List<String> calls = new ArrayList<>();
    final List<ActionId> done = new ArrayList<>();
    final Map<StepId, Function<Order, Optional<Outcome>>> faults = new HashMap<>();
    private final Map<ActionId, Outcome> records = new LinkedHashMap<>();
    private final TestingCluster cluster;
    private final TestingTime time;
    private final TestingLock lock = new TestingLock();
    final TestingJobs testingJobs = new TestingJobs();
    private int killBefore = -1;
    private int killAfter = -1;
    private int count;
    boolean silent;
    History history = History.none();
    Runnable atLook = () -> {};

    TestingDriver(TestingCluster cluster, TestingTime time) {
        this.cluster = cluster;
        this.time = time;
    }

    void killBefore(int call) {
        count = 0;
        killBefore = call;
        killAfter = -1;
    }

    void killAfter(int call) {
        count = 0;
        killAfter = call;
        killBefore = -1;
    }

    void live() {
        killBefore = -1;
        killAfter = -1;
    }

    TestingLock testingLock() {
        return lock;
    }

    private void enter(String call) {
        calls.add(call);
        count++;
        if (count == killBefore) {
            throw new Killed("before " + call);
        }
    }

    private <T> T leave(T answer) {
        if (count == killAfter) {
            throw new Killed("after " + calls.getLast());
        }
        return answer;
    }

    @Override
    public Observation observe(Targets targets) {
        enter("observe");
        atLook.run();
        return leave(see());
    }

    @Override
    public Observation observeChange(ClusterSnapshot last, Targets targets, Duration atMost) {
        enter("observeChange");
        time.advance(atMost);
        atLook.run();
        return leave(see());
    }

    private Observation see() {
        return silent
                ? new Observation.NotSeen(
                        Finding.error("NO-ANSWER", "cluster", "No node answers.", "Look at the network."))
                : new Observation.Seen(cluster.snapshot(time.instant()));
    }

    @Override
    public History history(GroupId group, Instant from, Instant until) {
        return history;
    }

    @Override
    public Outcome perform(Order order) {
        enter("perform " + order.step().id());
        Outcome before = records.get(order.action());
        if (before != null) {
            return leave(before);
        }
        Optional<Outcome> fault =
                faults.getOrDefault(order.step().id(), _ -> Optional.empty()).apply(order);
        if (fault.isPresent()) {
            return leave(fault.get());
        }
        return leave(effect(order));
    }

    /** Really does it, and remembers that. */
    Outcome effect(Order order) {
        time.advance(Duration.ofSeconds(2));
        Outcome outcome = act(order);
        done.add(order.action());
        records.put(order.action(), outcome);
        return outcome;
    }

    private Outcome act(Order order) {
        NodeId node = order.step().node().orElseThrow();
        TestingCluster.Machine machine = cluster.machine(node);
        switch (order.step().verb()) {
            case Verb.Drain() -> {
                LedgerEntry entry = entry(order);
                order.ledger().open(entry);
                cluster.marks.add(new Mark(
                        entry.id(), order.action().run(), LedgerEntry.Kind.DRAIN, Optional.of(node), Optional.empty()));
                machine.drained = true;
            }
            case Verb.Install() -> {
                machine.patched = true;
                machine.needsRestart = true;
            }
            case Verb.Restart _ -> {
                boolean expected =
                        order.seen().node(node).orElseThrow().bootId().equals(Optional.of("boot-" + machine.boots));
                if (!expected) {
                    return new Outcome.Failed(Finding.error(
                            "BOOT-DIFFERS", node.value(), node + " was restarted by somebody.", "Look again."));
                }
                machine.boots++;
                machine.needsRestart = false;
            }
            case Verb.Release() -> {
                machine.drained = false;
                cluster.marks.removeIf(mark -> mark.node().equals(Optional.of(node)));
                order.ledger().returned(entry(order));
            }
            case Verb.HandOver(), Verb.StartGroup _ ->
                cluster.owner = order.step().destination();
            case Verb.StopGroup _ -> cluster.owner = Optional.empty();
            case Verb.Fetch _,
                    Verb.Downgrade _,
                    Verb.Verify _,
                    Verb.Prepare _,
                    Verb.AwaitHost _,
                    Verb.UpgradeGroup _,
                    Verb.LeaveCluster _,
                    Verb.RejoinCluster _,
                    Verb.WithdrawHosting _,
                    Verb.GrantHosting _,
                    Verb.HoldService _,
                    Verb.KeepSetting _,
                    Verb.GiveBack _,
                    Verb.Check _,
                    Verb.Confirm _,
                    Verb.SiteCommand _ ->
                throw new IllegalStateException(
                        "The testing driver does not know " + order.step().verb());
        }
        return new Outcome.Succeeded("");
    }

    private static LedgerEntry entry(Order order) {
        NodeId node = order.step().node().orElseThrow();
        return new LedgerEntry(
                "drain-" + node,
                order.action().run(),
                LedgerEntry.Kind.DRAIN,
                Optional.of(node),
                Optional.empty(),
                "",
                "crm_standby -D -N " + node);
    }

    @Override
    public Progress probe(Order order) {
        enter("probe " + order.step().id());
        Outcome outcome = records.get(order.action());
        return leave(outcome == null ? new Progress.NotStarted() : new Progress.Ended(outcome));
    }

    @Override
    public Outcome giveBack(LedgerEntry entry) {
        enter("giveBack " + entry.id());
        cluster.machine(entry.node().orElseThrow()).drained = false;
        cluster.marks.removeIf(mark -> mark.entry().equals(entry.id()));
        return leave(new Outcome.Succeeded(""));
    }

    @Override
    public Offer offer(Patch patch) {
        return new Offer(List.of(), List.of());
    }

    @Override
    public List<Finding> check(Patch patch) {
        return List.of();
    }

    @Override
    public ClusterLock lock() {
        return lock;
    }

    @Override
    public Outcome adopt(Mark mark, RunId heir) {
        enter("adopt " + mark.entry());
        cluster.marks.remove(mark);
        cluster.marks.add(new Mark(mark.entry(), heir, mark.kind(), mark.node(), mark.group()));
        return leave(new Outcome.Succeeded(""));
    }

    @Override
    public TestingJobs jobs() {
        return testingJobs;
    }

    @Override
    public Handbook handbook() {
        return new TestingHandbook();
    }

    @Override
    public void close() {}

    /** The cluster's lock, in memory. */
    final class TestingLock implements ClusterLock {
        Optional<Claim> held = Optional.empty();
        Optional<Answer> instead = Optional.empty();
        private long token;

        @Override
        public Holder holder() {
            return held.<Holder>map(claim -> new Holder.By(
                            claim.run().value(), claim.store(), time.instant().plus(claim.lease())))
                    .orElse(new Holder.Nobody());
        }

        @Override
        public Answer takeOver(Claim claim) {
            return take(claim);
        }

        @Override
        public Answer take(Claim claim) {
            enter("lock.take");
            if (instead.isPresent()) {
                return leave(instead.get());
            }
            token++;
            held = Optional.of(claim);
            return leave(new Answer.Held(token, time.instant().plus(claim.lease())));
        }

        @Override
        public Answer renew(Claim claim, long mine) {
            enter("lock.renew");
            return leave(
                    instead.orElseGet(() -> new Answer.Held(mine, time.instant().plus(claim.lease()))));
        }

        @Override
        public Outcome giveUp(Claim claim, long mine) {
            enter("lock.giveUp");
            held = Optional.empty();
            return leave(new Outcome.Succeeded(""));
        }
    }
}
