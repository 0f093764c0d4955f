package understudy.driver.exchange.classic;

import java.util.Map;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.RunId;
import understudy.core.procedure.Verb;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.engine.ports.Progress;

/** What each verb means for Exchange 5.5, 2000 and 2003 (catalogue P5 to P8). */
final class Verbs {
    private static final String CONDITIONS = "exchange.upgrade-conditions";
    private static final String SERVES = "exchange.serves";

    private final Cluster cluster;

    Verbs(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome perform(Order order) {
        try {
            return carryOut(order);
        } catch (Refusal refusal) {
            return refusal.outcome();
        }
    }

    private Outcome carryOut(Order order) throws Refusal {
        return switch (order.step().verb()) {
            case Verb.Fetch() -> fetch(order, node(order));
            case Verb.Install() -> install(order, node(order));
            case Verb.Restart _ -> new Restarting(cluster).restart(order, node(order));
            case Verb.Verify() -> verify(order, node(order));
            case Verb.Prepare() -> new Handing(cluster).prepare(order, destination(order));
            case Verb.AwaitHost() -> new Fencing(cluster).await(group(order), destination(order));
            case Verb.HandOver() -> new Handing(cluster).move(order, group(order), destination(order));
            case Verb.StopGroup(Verb.Selector part) -> new Handing(cluster).stop(order, group(order), part);
            case Verb.StartGroup(Verb.Selector part) -> new Handing(cluster).start(order, group(order), part);
            case Verb.UpgradeGroup() -> throw Upgrading.noCommandLine(group(order));
            case Verb.WithdrawHosting() -> new Fencing(cluster).withdraw(order, group(order), node(order));
            case Verb.GrantHosting() -> granted(order);
            case Verb.HoldService(String service, Verb.ServiceState state) ->
                new Holding(cluster).hold(order, node(order), service, state);
            case Verb.GiveBack(String step) -> givenBack(order, step);
            case Verb.LeaveCluster _ -> new Leaving(cluster).leave(order, node(order));
            case Verb.RejoinCluster() -> new Leaving(cluster).rejoin(order, node(order));
            case Verb.Check(String check, Map<String, String> _) -> check(order, check);
            case Verb.SiteCommand command -> new SiteCommands(cluster.host()).run(order, command);
            case Verb.Drain() -> throw unsupported("Draining a node without taking it out of the cluster");
            case Verb.Release() -> throw unsupported("Releasing a node");
            case Verb.Downgrade() -> throw unsupported("Taking a patch back");
            case Verb.HoldRivals() -> throw unsupported("Holding off what else would patch a node");
            case Verb.KeepSetting _ -> throw unsupported("Keeping a setting");
            case Verb.Confirm _ -> throw unsupported("A question to a person");
        };
    }

    Progress probe(Order order) {
        try {
            return order.step().verb() instanceof Verb.Install
                    ? new Installing(cluster).probe(order, node(order))
                    : order.step().verb() instanceof Verb.Restart ? new Progress.Running() : new Progress.NotStarted();
        } catch (Refusal refusal) {
            return new Progress.Unknown(String.valueOf(refusal.getMessage()));
        }
    }

    Outcome giveBack(LedgerEntry entry) {
        try {
            return switch (entry.kind()) {
                case MEMBERSHIP -> new Leaving(cluster).giveBack(entry);
                case HOSTING_RIGHT -> new Fencing(cluster).grant(entry);
                case SERVICE -> new Holding(cluster).giveBack(entry);
                case DRAIN -> new Closing(cluster).giveBack(entry);
                case PREFERENCE, FAILBACK, SETTING, LOCK, FILE, OLD_PACKAGES, RIVALS ->
                    throw unsupported("An entry of the kind " + entry.kind());
            };
        } catch (Refusal refusal) {
            return refusal.outcome();
        }
    }

    /** The new name is written first, so that what is marked is never without. */
    Outcome adopt(Mark mark, RunId heir) {
        try {
            boolean inCluster = mark.kind() == LedgerEntry.Kind.HOSTING_RIGHT || mark.kind() == LedgerEntry.Kind.DRAIN;
            if (!inCluster && mark.kind() != LedgerEntry.Kind.MEMBERSHIP) {
                throw Refusal.failed(
                        "NOT-ADOPTED",
                        mark.entry(),
                        mark.entry() + " of run " + mark.run()
                                + " is not adopted, because what it held before is not known.",
                        "Give it back by hand: `understudy take-over " + mark.run() + "` names the commands.");
            }
            if (inCluster) {
                cluster.markCluster(bare(mark, heir));
                cluster.unmarkCluster(bare(mark, mark.run()));
            } else {
                cluster.markNode(bare(mark, heir));
                cluster.unmarkNode(bare(mark, mark.run()));
            }
            return new Outcome.Succeeded(mark.entry() + " is ours now.");
        } catch (Refusal refusal) {
            return refusal.outcome();
        }
    }

    private static LedgerEntry bare(Mark mark, RunId run) {
        return new LedgerEntry(mark.entry(), run, mark.kind(), mark.node(), mark.group(), "", "");
    }

    private Outcome fetch(Order order, NodeId node) throws Refusal {
        var findings = new Media(cluster).findings(order.patch(), node);
        if (!findings.isEmpty()) {
            throw new Refusal(findings.getFirst(), false);
        }
        return new Outcome.Succeeded("The medium is on " + node + " and agrees with its digests.");
    }

    private Outcome install(Order order, NodeId node) throws Refusal {
        boolean stays = cluster.alone() || cluster.host().settings().platform().equals("exchange-5.5");
        if (!stays) {
            for (ClusterLook.Group group : cluster.look().groups().values()) {
                if (group.isOn(node.value())) {
                    throw Refusal.failed(
                            "EXCHANGE-SETUP-ON-OWNER",
                            node.value(),
                            "Nothing is installed on " + node + ", because it owns " + group.name() + ".",
                            "Move it to another node first.");
                }
            }
        }
        return new Installing(cluster).install(order, node);
    }

    private Outcome verify(Order order, NodeId node) throws Refusal {
        var report = cluster.report(node);
        var state = new Snapshots(
                        cluster.host().settings(), ClusterLook.nothing(), Map.of(node.value(), report), order.targets())
                .against(node, report);
        if (!state.isPatched()) {
            String binaries = report.binaries().map(Object::toString).orElse("an unknown version");
            throw Refusal.failed(
                    state instanceof PatchState.Behind ? "VERIFY-BEHIND" : "VERIFY-BROKEN",
                    node.value(),
                    node + " has " + binaries + " and does not reach its targets.",
                    "Look at the installer's log on " + node + ".");
        }
        return new Outcome.Succeeded(
                node + " has " + report.binaries().map(Object::toString).orElse("?") + ".");
    }

    private Outcome granted(Order order) throws Refusal {
        var entry = Entries.withdrawn(order.action().run(), group(order), node(order));
        var outcome = new Fencing(cluster).grant(entry);
        order.ledger().returned(entry);
        return outcome;
    }

    private Outcome givenBack(Order order, String step) throws Refusal {
        var id =
                Entries.service(order.action().run(), node(order), step, "", "").id();
        Optional<LedgerEntry> entry = order.ledger().open().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
        if (entry.isEmpty()) {
            return new Outcome.Succeeded("Nothing is held by " + step + " on " + node(order) + ".");
        }
        var outcome = new Holding(cluster).giveBack(entry.get());
        order.ledger().returned(entry.get());
        return outcome;
    }

    private Outcome check(Order order, String check) throws Refusal {
        if (check.equals(CONDITIONS)) {
            return new Upgrading(cluster).conditions(order, group(order));
        }
        if (check.equals(SERVES)) {
            return new Handing(cluster).serves(group(order), destination(order));
        }
        throw Refusal.failed(
                "EXCHANGE-UNKNOWN-CHECK",
                check,
                "The Exchange driver has no check " + check + ".",
                "Correct the procedure; it has " + CONDITIONS + " and " + SERVES + ".");
    }

    private static NodeId node(Order order) throws Refusal {
        return order.step().node().orElseThrow(() -> missing(order, "node"));
    }

    private static GroupId group(Order order) throws Refusal {
        return order.step().group().orElseThrow(() -> missing(order, "group"));
    }

    private static NodeId destination(Order order) throws Refusal {
        return order.step().destination().orElseThrow(() -> missing(order, "destination"));
    }

    private static Refusal missing(Order order, String what) {
        return new Refusal(
                Finding.error(
                        "EXCHANGE-STEP", order.step().id().value(), order.step().id() + " names no " + what + ".", ""),
                false);
    }

    private static Refusal unsupported(String what) {
        return Refusal.failed(
                "EXCHANGE-UNSUPPORTED",
                "exchange",
                what + " is nothing that the driver of Exchange before 2007 does.",
                "Take the step out of the procedure, or give it to the operator.");
    }
}
