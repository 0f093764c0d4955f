package understudy.driver.pacemaker.act;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.RunId;
import understudy.core.procedure.Verb;
import understudy.driver.pacemaker.PacemakerSettings;
import understudy.driver.pacemaker.Rival;
import understudy.driver.pacemaker.observe.ClusterTalk;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.engine.ports.Progress;

/** What each verb means on a Pacemaker cluster. */
public final class Verbs {
    private final Cluster cluster;
    private final Subjects subjects;
    private final Returns returns;

    public Verbs(PacemakerSettings settings, ClusterTalk talk) {
        this.cluster = new Cluster(settings, talk);
        this.subjects = new Subjects(cluster);
        this.returns = new Returns(cluster);
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
        var run = order.action().run();
        return switch (order.step().verb()) {
            case Verb.Fetch() -> new PackageWork(cluster).fetch(order, subjects.link(order));
            case Verb.HoldRivals() ->
                new Rivals(subjects.link(order))
                        .holdOff(order, Rival.with(cluster.settings().rivals()));
            case Verb.Install() -> new PackageWork(cluster).install(order, subjects.link(order));
            case Verb.Downgrade() -> new PackageWork(cluster).downgrade(order, subjects.link(order));
            case Verb.Restart(boolean always) -> new Restart(cluster).restart(order, subjects.link(order), always);
            case Verb.Drain() -> new Drain(cluster).drain(order, Subjects.node(order));
            case Verb.Release() -> returns.released(order, Entries.drain(run, Subjects.node(order)));
            case Verb.Verify() -> new Checks(cluster).verify(order, subjects.link(order));
            case Verb.Prepare() ->
                new Prepare(cluster)
                        .prepare(order, Subjects.group(order), subjects.linkTo(Subjects.destination(order)));
            case Verb.AwaitHost() ->
                new Hosting(cluster).await(order, Subjects.group(order), Subjects.destination(order));
            case Verb.HandOver() ->
                new HandOver(cluster).handOver(order, Subjects.group(order), Subjects.destination(order));
            case Verb.StopGroup(Verb.Selector part) -> new GroupRole(cluster).stop(order, Subjects.group(order), part);
            case Verb.StartGroup(Verb.Selector part) ->
                new GroupRole(cluster).start(order, Subjects.group(order), part);
            case Verb.LeaveCluster _ -> new MembershipHold(cluster).leave(order, subjects.link(order));
            case Verb.RejoinCluster() -> returns.rejoined(order, subjects.link(order));
            case Verb.WithdrawHosting() ->
                new Hosting(cluster).withdraw(order, Subjects.group(order), Subjects.node(order));
            case Verb.GrantHosting() -> new Hosting(cluster).grant(order, Subjects.group(order), Subjects.node(order));
            case Verb.Check(String check, Map<String, String> _) -> new Checks(cluster).check(check);
            case Verb.SiteCommand(List<String> command, List<String> proof) ->
                new SiteCommands(cluster).run(order, subjects.anyLink(order), command, proof);
            case Verb.UpgradeGroup() ->
                throw Refusal.unsupported("A group has no version of its own on a Pacemaker cluster");
            case Verb.HoldService _ ->
                throw Refusal.unsupported("Services outside the cluster are not held by this driver");
            case Verb.KeepSetting _ -> throw Refusal.unsupported("Settings are not kept by this driver");
            case Verb.GiveBack _ ->
                throw Refusal.unsupported("No step of this driver holds anything that is given back by name");
            case Verb.Confirm _ -> throw Refusal.unsupported("A question is for a person");
        };
    }

    /** What is known of an action that was given out before. */
    public Progress probe(Order order) {
        return new Probe(cluster).of(order);
    }

    /** Gives another run's mark the name of its heir. */
    public Outcome adopt(Mark mark, RunId heir) {
        return returns.adopt(mark, heir);
    }

    /** Gives back one ledger entry with its mark. */
    public Outcome giveBack(LedgerEntry entry) {
        return returns.giveBack(entry);
    }

    /** What the driver lacks of a procedure's verbs; empty where it has them all. */
    public static Optional<Finding> lacks(Verb verb) {
        return switch (verb) {
            case Verb.UpgradeGroup(), Verb.HoldService _, Verb.KeepSetting _, Verb.GiveBack _ ->
                Optional.of(Refusal.unsupported("The Pacemaker driver has no verb "
                                + verb.getClass().getSimpleName())
                        .finding());
            case Verb.Fetch(),
                    Verb.HoldRivals(),
                    Verb.Install(),
                    Verb.Downgrade(),
                    Verb.Restart _,
                    Verb.Drain(),
                    Verb.Release(),
                    Verb.Verify(),
                    Verb.Prepare() -> Optional.empty();
            case Verb.AwaitHost(), Verb.HandOver(), Verb.LeaveCluster _, Verb.RejoinCluster(), Verb.WithdrawHosting() ->
                Optional.empty();
            case Verb.GrantHosting(),
                    Verb.StopGroup _,
                    Verb.StartGroup _,
                    Verb.Check _,
                    Verb.Confirm _,
                    Verb.SiteCommand _ -> Optional.empty();
        };
    }
}
