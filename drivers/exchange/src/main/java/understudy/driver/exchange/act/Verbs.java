package understudy.driver.exchange.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.RunId;
import understudy.core.procedure.Verb;
import understudy.driver.exchange.ExchangeSettings;
import understudy.driver.exchange.MediumReport;
import understudy.driver.exchange.observe.Talk;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.engine.ports.Progress;
import understudy.remote.windows.WindowsJobs.State;

/** What each verb means for Exchange 2007 on a cluster (catalogue P1 to P4). */
public final class Verbs {
    private final Cluster cluster;

    public Verbs(ExchangeSettings settings, Talk talk) {
        this.cluster = new Cluster(settings, talk);
    }

    /** Carries out the step's verb. */
    public Outcome perform(Order order) {
        try {
            return carryOut(order);
        } catch (Refusal refusal) {
            return refusal.outcome();
        }
    }

    private Outcome carryOut(Order order) throws Refusal {
        return switch (order.step().verb()) {
            case Verb.Fetch() -> fetch(order, node(order));
            case Verb.Install() -> new Installation(cluster).run(order, node(order));
            case Verb.Restart(boolean always) -> new Restart(cluster).restart(order, node(order), always);
            case Verb.Drain() -> new Drain(cluster).drain(order, node(order));
            case Verb.Release() -> released(order);
            case Verb.Verify() -> verify(order, node(order));
            case Verb.Prepare() -> new Handover(cluster).prepare(order, group(order), destination(order));
            case Verb.AwaitHost() -> new Hosting(cluster).await(order, group(order), destination(order));
            case Verb.HandOver() -> new Handover(cluster).move(order, group(order), destination(order));
            case Verb.StopGroup(Verb.Selector part) ->
                new Handover(cluster).stop(order, group(order), where(order), part);
            case Verb.StartGroup(Verb.Selector part) ->
                new Handover(cluster).start(order, group(order), where(order), part);
            case Verb.UpgradeGroup() -> new Handover(cluster).upgrade(order, group(order), destination(order));
            case Verb.WithdrawHosting() -> new Hosting(cluster).withdraw(order, group(order), node(order));
            case Verb.GrantHosting() -> granted(order);
            case Verb.HoldService(String service, Verb.ServiceState state) ->
                new Services(cluster).hold(order, node(order), service, state);
            case Verb.GiveBack(String step) -> givenBack(order, step);
            case Verb.Check(String check, Map<String, String> _) -> new Checks(cluster).run(order, check);
            case Verb.Downgrade() -> throw unsupported("Taking a service pack back, which cannot be uninstalled,");
            case Verb.HoldRivals() -> throw unsupported("Holding off what else would patch a node");
            case Verb.LeaveCluster _ -> throw unsupported("Leaving the cluster");
            case Verb.RejoinCluster() -> throw unsupported("Rejoining the cluster");
            case Verb.KeepSetting setting -> new Settings(cluster).keep(order, node(order), setting);
            case Verb.SiteCommand _ -> throw unsupported("A site's own command");
            case Verb.Confirm _ -> throw unsupported("A question to a person");
        };
    }

    /** What is known of an action that was given out before; who is told to perform it again attaches to it. */
    public Progress probe(Order order) {
        return switch (order.step().verb()) {
            case Verb.Install(), Verb.Prepare(), Verb.HandOver(), Verb.UpgradeGroup() -> probeJob(order);
            case Verb.StopGroup _, Verb.StartGroup _ -> probeJob(order);
            case Verb.Restart _ -> new Progress.Running();
            case Verb.Fetch(), Verb.Drain(), Verb.Release(), Verb.Verify(), Verb.AwaitHost() ->
                new Progress.NotStarted();
            case Verb.WithdrawHosting(), Verb.GrantHosting(), Verb.HoldService _, Verb.GiveBack _, Verb.Check _ ->
                new Progress.NotStarted();
            case Verb.Downgrade(), Verb.HoldRivals() -> new Progress.NotStarted();
            case Verb.LeaveCluster _, Verb.RejoinCluster(), Verb.KeepSetting _, Verb.SiteCommand _, Verb.Confirm _ ->
                new Progress.NotStarted();
        };
    }

    private Progress probeJob(Order order) {
        try {
            return switch (cluster.talk()
                    .nodes()
                    .jobs(cluster.node(where(order)))
                    .find(order.action().toString())) {
                case State.Absent() -> new Progress.NotStarted();
                case State.Ready(), State.Running(), State.Ended _ -> new Progress.Running();
                case State.BrokenOff(boolean byRestart) ->
                    new Progress.Unknown(
                            "The job was broken off" + (byRestart ? " by a restart of " + where(order) : "") + ".");
                case State.Refused(String reason) -> new Progress.Unknown(reason);
                case State.Unseen(String reason) -> new Progress.Unknown(reason);
            };
        } catch (Refusal refusal) {
            return new Progress.Unknown(String.valueOf(refusal.getMessage()));
        }
    }

    /** Gives back one ledger entry with its mark. */
    public Outcome giveBack(LedgerEntry entry) {
        try {
            return switch (entry.kind()) {
                case DRAIN -> new Drain(cluster).release(entry);
                case HOSTING_RIGHT -> new Hosting(cluster).grant(entry);
                case SERVICE -> new Services(cluster).giveBack(entry);
                case SETTING -> new Settings(cluster).giveBack(entry);
                case PREFERENCE, FAILBACK, MEMBERSHIP, LOCK, FILE, OLD_PACKAGES, RIVALS ->
                    throw unsupported("An entry of the kind " + entry.kind());
            };
        } catch (Refusal refusal) {
            return refusal.outcome();
        }
    }

    /** Gives another run's mark the name of its heir. */
    public Outcome adopt(Mark mark, RunId heir) {
        try {
            return new Adopting(cluster).adopt(mark, heir);
        } catch (Refusal refusal) {
            return refusal.outcome();
        }
    }

    private Outcome fetch(Order order, NodeId node) throws Refusal {
        var medium =
                MediumReport.ask(cluster.node(node), cluster.talk().nodes().task(), order.patch(), order.deadline());
        if (!medium.findings().isEmpty()) {
            throw new Refusal(medium.findings().getFirst(), false);
        }
        return new Outcome.Succeeded("The medium is on " + node + " and agrees with its digests.");
    }

    private Outcome released(Order order) throws Refusal {
        var entry = Entries.drain(order.action().run(), node(order));
        var outcome = new Drain(cluster).release(entry);
        order.ledger().returned(entry);
        return outcome;
    }

    private Outcome granted(Order order) throws Refusal {
        var entry = Entries.withdrawn(order.action().run(), group(order), node(order));
        var outcome = new Hosting(cluster).grant(entry);
        order.ledger().returned(entry);
        return outcome;
    }

    private Outcome givenBack(Order order, String step) throws Refusal {
        var run = order.action().run();
        var service = Entries.service(run, node(order), step, "", "").id();
        var setting = Entries.setting(run, node(order), step, "", "").id();
        List<LedgerEntry> held = order.ledger().open().stream()
                .filter(entry -> entry.run().equals(run)
                        && (entry.id().equals(service) || entry.id().equals(setting)))
                .toList();
        List<String> said = new ArrayList<>();
        for (LedgerEntry entry : held) {
            var outcome = entry.kind() == LedgerEntry.Kind.SETTING
                    ? new Settings(cluster).giveBack(entry)
                    : new Services(cluster).giveBack(entry);
            order.ledger().returned(entry);
            said.add(outcome instanceof Outcome.Succeeded(String note) ? note : "");
        }
        return new Outcome.Succeeded(held.isEmpty() ? "The step " + step + " holds nothing." : String.join(" ", said));
    }

    private Outcome verify(Order order, NodeId node) throws Refusal {
        var state = Talk.report(cluster.node(node))
                .map(report -> report.against(order.targets().of(node)))
                .orElse(new PatchState.Unknown(node + " did not answer."));
        return switch (state) {
            case PatchState.Patched(), PatchState.NotVersioned() ->
                new Outcome.Succeeded(node + " reaches its target.");
            case PatchState.Behind(var changes) ->
                throw Refusal.failed(
                        "VERIFY-BEHIND",
                        node.value(),
                        node + " is at " + changes.getFirst().from() + " and not at "
                                + changes.getFirst().to() + ".",
                        "Look at ExchangeSetup.log there.");
            case PatchState.Broken(String reason, String remedy) ->
                throw Refusal.failed("VERIFY-BROKEN", node.value(), reason, remedy);
            case PatchState.Unknown(String reason) ->
                throw Refusal.inDoubt("VERIFY-UNKNOWN", node.value(), reason, "Try again.");
        };
    }

    /** Where a job of the order runs. */
    private static NodeId where(Order order) throws Refusal {
        var step = order.step();
        return step.verb() instanceof Verb.Install
                ? node(order)
                : step.verb() instanceof Verb.StopGroup || step.verb() instanceof Verb.StartGroup
                        ? named(order, step.executedOn().or(step::from), "node")
                        : destination(order);
    }

    private static NodeId node(Order order) throws Refusal {
        return named(order, order.step().node(), "node");
    }

    private static NodeId destination(Order order) throws Refusal {
        return named(order, order.step().destination(), "destination");
    }

    private static GroupId group(Order order) throws Refusal {
        return named(order, order.step().group(), "group");
    }

    private static <T> T named(Order order, Optional<T> value, String what) throws Refusal {
        return value.orElseThrow(() -> Refusal.failed(
                "STEP-INCOMPLETE",
                order.step().id().value(),
                "The step " + order.step().id() + " names no " + what + ".",
                ""));
    }

    private static Refusal unsupported(String what) {
        return Refusal.failed(
                "EXCHANGE-UNSUPPORTED",
                "exchange-2007",
                what + " is nothing that the Exchange driver does.",
                "Take the step out of the procedure, or give it to the operator.");
    }
}
