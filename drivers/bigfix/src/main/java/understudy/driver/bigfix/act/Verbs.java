package understudy.driver.bigfix.act;

import java.util.List;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.core.procedure.Procedure;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.Verb;
import understudy.driver.bigfix.BigFixSettings;
import understudy.driver.bigfix.Refusal;
import understudy.driver.bigfix.lock.Marks;
import understudy.driver.bigfix.lock.RecordLock;
import understudy.driver.bigfix.observe.Observer;
import understudy.driver.bigfix.wire.BigFixApi;
import understudy.driver.bigfix.wire.Relevance;
import understudy.driver.bigfix.wire.Silence;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.engine.ports.Progress;
import understudy.remote.job.JobName;

/** What each verb means where agents do the work (catalogue P11). */
public final class Verbs {
    private final Nodes nodes;
    private final RecordLock lock;

    public Verbs(BigFixSettings settings, BigFixApi api, Observer observer, Marks marks, RecordLock lock) {
        this.nodes = new Nodes(settings, api, observer, marks);
        this.lock = lock;
    }

    /** The steps of a procedure that BigFix has nothing for; empty where it can be carried out. */
    public static List<String> lacking(Procedure procedure) {
        return java.util.stream.Stream.of(procedure.before(), procedure.node(), procedure.handover(), procedure.after())
                .flatMap(List::stream)
                .filter(step -> step.by() == ProcedureStep.By.DRIVER && !isKnown(step.verb()))
                .map(ProcedureStep::id)
                .toList();
    }

    private static boolean isKnown(Verb verb) {
        return switch (verb) {
            case Verb.Fetch(),
                    Verb.Install(),
                    Verb.Restart _,
                    Verb.Drain(),
                    Verb.Release(),
                    Verb.Verify(),
                    Verb.Prepare(),
                    Verb.AwaitHost(),
                    Verb.HandOver(),
                    Verb.Confirm _ -> true;
            case Verb.Check _,
                    Verb.Downgrade(),
                    Verb.HoldRivals(),
                    Verb.StopGroup _,
                    Verb.StartGroup _,
                    Verb.UpgradeGroup(),
                    Verb.LeaveCluster _,
                    Verb.RejoinCluster(),
                    Verb.WithdrawHosting(),
                    Verb.GrantHosting(),
                    Verb.HoldService _,
                    Verb.KeepSetting _,
                    Verb.GiveBack _,
                    Verb.SiteCommand _ -> false;
        };
    }

    /** Carries out the step's verb. */
    public Outcome perform(Order order) {
        try {
            refuseOldToken(order);
            return carryOut(order);
        } catch (Refusal refusal) {
            return refusal.outcome();
        }
    }

    /** An agent does not know of the lock, so that it is read here, before anything is issued. */
    private void refuseOldToken(Order order) throws Refusal {
        try {
            var now = lock.token();
            if (now.filter(token -> token > order.token()).isPresent()) {
                throw Refusal.failed(
                        "BIGFIX-LOCK-LOST",
                        order.action().run().value(),
                        "Another run has taken the lock of " + nodes.settings().cluster()
                                + ", so that nothing is issued.",
                        "See `understudy runs`.");
            }
        } catch (Silence silence) {
            throw Refusal.silent(silence, nodes.api().server());
        }
    }

    private Outcome carryOut(Order order) throws Refusal {
        return switch (order.step().verb()) {
            case Verb.Fetch() -> new Preparing(nodes).fetch(order, node(order));
            case Verb.Install() -> new Patching(nodes).install(order, node(order));
            case Verb.Restart _ -> new Restart(nodes).restart(order, node(order));
            case Verb.Drain() -> new Drain(nodes).drain(order, node(order));
            case Verb.Release() -> released(order);
            case Verb.Verify() -> new Patching(nodes).verify(order, node(order));
            case Verb.Prepare() -> new Handover(nodes).prepare(order, group(order), destination(order));
            case Verb.AwaitHost() -> new Handover(nodes).await(order, group(order), destination(order));
            case Verb.HandOver() -> new Handover(nodes).move(order, group(order), destination(order));
            case Verb.Check _ -> throw unsupported("A check");
            case Verb.Downgrade() -> throw unsupported("Taking a patch back");
            case Verb.HoldRivals() -> throw unsupported("Holding off what else would patch a node");
            case Verb.StopGroup _ -> throw unsupported("Stopping a group");
            case Verb.StartGroup _ -> throw unsupported("Starting a group");
            case Verb.UpgradeGroup() -> throw unsupported("Upgrading a group");
            case Verb.LeaveCluster _ -> throw unsupported("Leaving the cluster");
            case Verb.RejoinCluster() -> throw unsupported("Rejoining the cluster");
            case Verb.WithdrawHosting() -> throw unsupported("Taking away the right to host a group");
            case Verb.GrantHosting() -> throw unsupported("Giving back the right to host a group");
            case Verb.HoldService _ -> throw unsupported("Holding a service");
            case Verb.KeepSetting _ -> throw unsupported("Keeping a setting");
            case Verb.GiveBack _ -> throw unsupported("Giving a service back");
            case Verb.SiteCommand _ -> throw unsupported("A site's own command");
            case Verb.Confirm _ -> throw unsupported("A question to a person");
        };
    }

    /** What is known of an action that was given out before; who is told to perform it again finds it by its title. */
    public Progress probe(Order order) {
        try {
            for (String what : parts(order)) {
                var name = JobName.of(order.action() + " " + what).value();
                if (!nodes.api().query(Relevance.actions(name)).isEmpty()) {
                    return new Progress.Running();
                }
            }
            return new Progress.NotStarted();
        } catch (Silence silence) {
            return new Progress.Unknown(silence.sentence());
        }
    }

    /** What the tasks of the order's step are called. */
    private static List<String> parts(Order order) {
        return switch (order.step().verb()) {
            case Verb.Install() -> List.of("patch");
            case Verb.Restart _ -> List.of("restart");
            case Verb.Drain() -> List.of("pause", "move groups");
            case Verb.Release() -> List.of("resume");
            case Verb.HandOver() ->
                order.step().group().map(group -> List.of("move " + group)).orElse(List.of());
            default -> List.of();
        };
    }

    /** Gives back one ledger entry with its mark. */
    public Outcome giveBack(LedgerEntry entry) {
        try {
            if (entry.kind() != LedgerEntry.Kind.DRAIN) {
                throw unsupported("An entry of the kind " + entry.kind());
            }
            return new Drain(nodes)
                    .release(
                            entry,
                            entry.run() + "/give-back." + entry.id() + "/"
                                    + nodes.now().toEpochMilli());
        } catch (Refusal refusal) {
            return refusal.outcome();
        }
    }

    /** Gives another run's mark the name of its heir. */
    public Outcome adopt(Mark mark, RunId heir) {
        try {
            return nodes.marks().adopt(mark, heir)
                    ? new Outcome.Succeeded(mark.entry() + " is ours now.")
                    : Refusal.failed(
                                    "NOT-ADOPTED",
                                    mark.entry(),
                                    mark.entry() + " of run " + mark.run()
                                            + " is not adopted, because it is not there any more.",
                                    "Look at the node yourself.")
                            .outcome();
        } catch (Silence silence) {
            return Refusal.silent(silence, nodes.api().server()).outcome();
        }
    }

    private Outcome released(Order order) throws Refusal {
        var entry = Entries.drain(order.action().run(), node(order));
        var outcome = new Drain(nodes).release(entry, order.action().toString());
        order.ledger().returned(entry);
        return outcome;
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
                "BIGFIX-UNSUPPORTED",
                "bigfix",
                what + " is nothing that BigFix does.",
                "Take the step out of the procedure, or give it to the operator.");
    }
}
