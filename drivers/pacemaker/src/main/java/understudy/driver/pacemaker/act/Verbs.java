package understudy.driver.pacemaker.act;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.RunId;
import understudy.core.procedure.Verb;
import understudy.driver.pacemaker.Marks;
import understudy.driver.pacemaker.PacemakerSettings;
import understudy.driver.pacemaker.Rival;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.node.NodeReport;
import understudy.driver.pacemaker.observe.ClusterTalk;
import understudy.driver.pacemaker.observe.Observer;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.engine.ports.Progress;
import understudy.remote.job.JobName;
import understudy.remote.job.JobState;

/** What each verb means on a Pacemaker cluster. */
public final class Verbs {
    private static final Duration GIVING_BACK = Duration.ofMinutes(5);

    private final Cluster cluster;

    public Verbs(PacemakerSettings settings, ClusterTalk talk) {
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
        var run = order.action().run();
        return switch (order.step().verb()) {
            case Verb.Fetch() -> new PackageWork(cluster).fetch(order, link(order));
            case Verb.HoldRivals() ->
                new Rivals(link(order))
                        .holdOff(order, Rival.with(cluster.settings().rivals()));
            case Verb.Install() -> new PackageWork(cluster).install(order, link(order));
            case Verb.Downgrade() -> new PackageWork(cluster).downgrade(order, link(order));
            case Verb.Restart(boolean always) -> new Restart(cluster).restart(order, link(order), always);
            case Verb.Drain() -> new Drain(cluster).drain(order, node(order));
            case Verb.Release() -> released(order, Entries.drain(run, node(order)));
            case Verb.Verify() -> verify(order);
            case Verb.Prepare() -> new Prepare(cluster).prepare(order, group(order), linkTo(destination(order)));
            case Verb.AwaitHost() -> new Hosting(cluster).await(order, group(order), destination(order));
            case Verb.HandOver() -> new HandOver(cluster).handOver(order, group(order), destination(order));
            case Verb.StopGroup(Verb.Selector part) -> new GroupRole(cluster).stop(order, group(order), part);
            case Verb.StartGroup(Verb.Selector part) -> new GroupRole(cluster).start(order, group(order), part);
            case Verb.LeaveCluster _ -> new MembershipHold(cluster).leave(order, link(order));
            case Verb.RejoinCluster() -> rejoined(order);
            case Verb.WithdrawHosting() -> new Hosting(cluster).withdraw(order, group(order), node(order));
            case Verb.GrantHosting() -> new Hosting(cluster).grant(order, group(order), node(order));
            case Verb.Check(String check, Map<String, String> _) -> check(check);
            case Verb.SiteCommand(List<String> command, List<String> proof) ->
                new SiteCommands(cluster).run(order, anyLink(order), command, proof);
            case Verb.UpgradeGroup() -> throw unsupported("A group has no version of its own on a Pacemaker cluster");
            case Verb.HoldService _ -> throw unsupported("Services outside the cluster are not held by this driver");
            case Verb.KeepSetting _ -> throw unsupported("Settings are not kept by this driver");
            case Verb.GiveBack _ ->
                throw unsupported("No step of this driver holds anything that is given back by name");
            case Verb.Confirm _ -> throw unsupported("A question is for a person");
        };
    }

    /** What is known of an action that was given out before. */
    public Progress probe(Order order) {
        return switch (order.step().verb()) {
            case Verb.Fetch(), Verb.Install(), Verb.Downgrade(), Verb.Restart _, Verb.SiteCommand _ -> probeJob(order);
            case Verb.Drain() -> probeMark(Entries.drain(order.action().run(), nodeOf(order)));
            case Verb.HandOver() -> probeHandOver(order);
            case Verb.LeaveCluster _, Verb.RejoinCluster(), Verb.Release(), Verb.StopGroup _, Verb.StartGroup _ ->
                new Progress.Unknown("The cluster's state shows it.");
            case Verb.HoldRivals(),
                    Verb.WithdrawHosting(),
                    Verb.GrantHosting(),
                    Verb.Verify(),
                    Verb.Prepare(),
                    Verb.AwaitHost() -> new Progress.NotStarted();
            case Verb.Check _,
                    Verb.Confirm _,
                    Verb.GiveBack _,
                    Verb.HoldService _,
                    Verb.KeepSetting _,
                    Verb.UpgradeGroup() -> new Progress.NotStarted();
        };
    }

    /** Gives another run's mark the name of its heir. */
    public Outcome adopt(Mark mark, RunId heir) {
        try {
            return switch (mark.kind()) {
                case OLD_PACKAGES -> new OldPackages(linkTo(nodeOf(mark))).adopt(mark, heir);
                case RIVALS -> new Rivals(linkTo(nodeOf(mark))).adopt(mark, heir);
                case DRAIN, PREFERENCE, HOSTING_RIGHT, SERVICE, SETTING, MEMBERSHIP, FAILBACK, LOCK, FILE ->
                    new Adopting(cluster).adopt(mark, heir);
            };
        } catch (Refusal refusal) {
            return refusal.outcome();
        }
    }

    /** Gives back one ledger entry with its mark. */
    public Outcome giveBack(LedgerEntry entry) {
        try {
            return switch (entry.kind()) {
                case DRAIN -> new Release(cluster).release(entry, GIVING_BACK);
                case PREFERENCE, HOSTING_RIGHT -> constraintGivenBack(entry);
                case SETTING -> {
                    new GroupRole(cluster).giveBack(entry);
                    yield new Outcome.Succeeded(
                            entry.group().map(Object::toString).orElse("") + " is as before.");
                }
                case MEMBERSHIP ->
                    new MembershipHold(cluster)
                            .rejoin(entry, linkTo(entry.node().orElseThrow()), GIVING_BACK);
                case RIVALS -> new Rivals(linkTo(entry.node().orElseThrow())).giveBack(entry);
                case OLD_PACKAGES -> new OldPackages(linkTo(entry.node().orElseThrow())).giveBack(entry);
                case FAILBACK, SERVICE, LOCK, FILE ->
                    throw unsupported("Entries of the kind " + entry.kind() + " are not made by this driver");
            };
        } catch (Refusal refusal) {
            return refusal.outcome();
        }
    }

    private Outcome constraintGivenBack(LedgerEntry entry) throws Refusal {
        if (new Preference(cluster).giveBack(entry)) {
            return new Outcome.Succeeded("Our constraint " + entry.id() + " is gone.");
        }
        throw new Refusal(
                "PACEMAKER-KEPT",
                entry.id(),
                "Our constraint " + entry.id() + " stays, because a group would move without it.",
                "Take it away when that may happen: " + entry.byHand());
    }

    private Outcome released(Order order, LedgerEntry entry) throws Refusal {
        var outcome = new Release(cluster).release(entry, order.deadline());
        order.ledger().returned(entry);
        return outcome;
    }

    private Outcome rejoined(Order order) throws Refusal {
        var link = link(order);
        var id = Entries.left(order.action().run(), link.node(), "").id();
        var entry = order.ledger().open().stream()
                .filter(open -> open.id().equals(id))
                .findFirst()
                .orElse(Entries.left(order.action().run(), link.node(), "corosync.service pacemaker.service"));
        var outcome = new MembershipHold(cluster).rejoin(entry, link, order.deadline());
        order.ledger().returned(entry);
        return outcome;
    }

    private Outcome verify(Order order) throws Refusal {
        var link = link(order);
        var state = Observer.report(link)
                .map((NodeReport report) -> report.against(order.targets()))
                .orElse(new PatchState.Unknown(link.nodeName() + " did not answer."));
        return switch (state) {
            case PatchState.Patched(), PatchState.NotVersioned() ->
                new Outcome.Succeeded(link.nodeName() + " reaches every target.");
            case PatchState.Behind(var changes) ->
                throw new Refusal(
                        "VERIFY-BEHIND",
                        link.nodeName(),
                        link.nodeName() + " is below " + changes.size() + " of its targets, first "
                                + changes.getFirst().component() + " "
                                + changes.getFirst().to() + ".",
                        "Install them.");
            case PatchState.Broken(String reason, String remedy) ->
                throw new Refusal("VERIFY-BROKEN", link.nodeName(), reason, remedy);
            case PatchState.Unknown(String reason) ->
                throw new Refusal("VERIFY-UNKNOWN", link.nodeName(), reason, "Try again.", true);
        };
    }

    /** {@code cluster.healthy}: every node a member, every group that should run served, nothing under way. */
    private Outcome check(String check) throws Refusal {
        if (!check.equals("cluster.healthy")) {
            throw unsupported("The check " + check + " is not known to this driver (it knows: cluster.healthy)");
        }
        var look = cluster.look();
        var ill = cluster.groups(look).stream()
                .filter(group -> group.health() == GroupHealth.FAILED || group.health() == GroupHealth.CHANGING)
                .map(group -> group.id().value())
                .toList();
        var away = look.mon().nodes().stream()
                .filter(node -> node.isFullNode() && !node.membership().isMember())
                .map(node -> node.name())
                .toList();
        if (ill.isEmpty() && away.isEmpty() && look.isIdle()) {
            return new Outcome.Succeeded("Every node is a member and every group is served.");
        }
        throw new Refusal(
                "CLUSTER-NOT-HEALTHY",
                cluster.settings().cluster(),
                "The cluster is not healthy: "
                        + (away.isEmpty() ? "" : "away are " + String.join(", ", away) + "; ")
                        + (ill.isEmpty() ? "" : "not served are " + String.join(", ", ill) + "; ")
                        + (look.isIdle() ? "nothing" : "a transition") + " is under way.",
                "Look at it with crm_mon -1.");
    }

    private Progress probeJob(Order order) {
        var link = cluster.talk().link(nodeOf(order).value());
        if (link.isEmpty()) {
            return new Progress.NotStarted();
        }
        return switch (link.get().jobs().find(JobName.of(Work.id(order.action())))) {
            case JobState.Absent() -> new Progress.NotStarted();
            case JobState.Running _, JobState.Ended _ -> new Progress.Running();
            case JobState.UnknownEnd unknown ->
                order.step().verb() instanceof Verb.Restart
                        ? new Progress.Running()
                        : new Progress.Unknown("The job was broken off"
                                + (unknown.nodeRestarted()
                                        ? " by a restart of " + link.get().nodeName()
                                        : "") + ".");
            case JobState.Refused(String reason) -> new Progress.Unknown(reason);
            case JobState.Unseen(var why) -> new Progress.Unknown(why.reason());
        };
    }

    private Progress probeMark(LedgerEntry entry) {
        try {
            boolean marked = Marks.in(cluster.look().cib()).stream()
                    .anyMatch(mark ->
                            mark.run().equals(entry.run()) && mark.entry().equals(entry.id()));
            return marked ? new Progress.Running() : new Progress.NotStarted();
        } catch (Refusal unseen) {
            return new Progress.Unknown(unseen.finding().sentence());
        }
    }

    private Progress probeHandOver(Order order) {
        if (order.step().group().isEmpty() || order.step().destination().isEmpty()) {
            return new Progress.NotStarted();
        }
        return probeMark(Entries.preference(
                order.action().run(),
                order.step().group().get(),
                order.step().destination().get()));
    }

    private static NodeId nodeOf(Mark mark) {
        return mark.node().orElse(new NodeId("?"));
    }

    private static NodeId nodeOf(Order order) {
        return order.step().executedOn().or(() -> order.step().node()).orElse(new NodeId("?"));
    }

    private NodeLink link(Order order) throws Refusal {
        return linkTo(node(order));
    }

    private NodeLink anyLink(Order order) throws Refusal {
        var node = order.step().executedOn();
        return node.isPresent() ? linkTo(node.get()) : cluster.talk().links().getFirst();
    }

    private NodeLink linkTo(NodeId node) throws Refusal {
        return cluster.talk()
                .link(node.value())
                .orElseThrow(() -> new Refusal(
                        "PACEMAKER-NO-SUCH-NODE",
                        node.value(),
                        "The inventory has no node " + node + ".",
                        "Correct the inventory."));
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
        return value.orElseThrow(() -> new Refusal(
                "STEP-INCOMPLETE",
                order.step().id().value(),
                "The step " + order.step().id() + " names no " + what + ".",
                ""));
    }

    private static Refusal unsupported(String sentence) {
        return new Refusal(
                "PACEMAKER-UNSUPPORTED",
                "pacemaker",
                sentence + ".",
                "Take the step out of the procedure, or give it to the operator.");
    }

    /** What the driver lacks of a procedure's verbs; empty where it has them all. */
    public static Optional<Finding> lacks(Verb verb) {
        return switch (verb) {
            case Verb.UpgradeGroup(), Verb.HoldService _, Verb.KeepSetting _, Verb.GiveBack _ ->
                Optional.of(unsupported("The Pacemaker driver has no verb "
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
