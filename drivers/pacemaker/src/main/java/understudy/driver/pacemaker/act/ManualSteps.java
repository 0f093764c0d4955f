package understudy.driver.pacemaker.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import understudy.core.model.ActionId;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;
import understudy.driver.pacemaker.GroupSettings;
import understudy.driver.pacemaker.lock.CibLock;
import understudy.engine.ports.Handbook;
import understudy.engine.ports.ManualCommand;
import understudy.remote.shell.Quoting;

/** Each verb as the commands that a person types on a Pacemaker cluster: what {@link Verbs} does, without us. */
public final class ManualSteps implements Handbook {
    private static final ManualCommand LOOK =
            Typed.anywhere(List.of("crm_mon", "--one-shot", "--inactive"), "Every node is online, every group served.");

    private final Map<GroupId, GroupSettings> groups;

    /**
     * A handbook.
     *
     * @param groups what the inventory says of groups: the commands that prove a node ready stand there
     */
    public ManualSteps(Map<GroupId, GroupSettings> groups) {
        this.groups = groups;
    }

    @Override
    public List<ManualCommand> step(Step step, Targets targets) {
        return switch (step.verb()) {
            case Verb.Fetch() -> ManualPackages.fetch(node(step), targets);
            case Verb.Install() -> ManualPackages.install(node(step), targets);
            case Verb.Downgrade() -> ManualPackages.downgrade(node(step), targets);
            case Verb.Verify() -> ManualPackages.verify(node(step), targets);
            case Verb.Restart _ -> ManualMembership.restart(node(step), step);
            case Verb.LeaveCluster _ -> ManualMembership.leave(node(step));
            case Verb.RejoinCluster() -> ManualMembership.rejoin(node(step), ManualMembership.UNITS);
            case Verb.Drain() -> drain(node(step));
            case Verb.Release() -> ManualReturns.release(node(step));
            case Verb.Prepare() -> prepare(group(step), destination(step));
            case Verb.AwaitHost() -> awaitHost(group(step), destination(step));
            case Verb.HandOver() -> handOver(group(step), destination(step));
            case Verb.StopGroup _ -> targetRole(group(step), "Stopped");
            case Verb.StartGroup _ -> targetRole(group(step), "Started");
            case Verb.WithdrawHosting() -> right(group(step), node(step), "--ban");
            case Verb.GrantHosting() -> right(group(step), node(step), "--clear");
            case Verb.Check _ -> List.of(LOOK);
            case Verb.SiteCommand(List<String> command, List<String> proof) -> site(step, command, proof);
            case Verb.UpgradeGroup(), Verb.HoldService _, Verb.KeepSetting _, Verb.GiveBack _, Verb.Confirm _ ->
                List.of(ManualCommand.instruction("Do " + step.id() + " (" + step.reason()
                        + "): the Pacemaker driver has no command of its own for it."));
        };
    }

    @Override
    public List<ManualCommand> underWay(ActionId action, Step step) {
        return switch (step.verb()) {
            case Verb.Fetch(), Verb.Downgrade(), Verb.SiteCommand _ -> ManualJob.ended(action, step);
            case Verb.Install() -> {
                List<ManualCommand> commands = new ArrayList<>(ManualJob.ended(action, step));
                commands.addAll(ManualPackages.repaired(node(step)));
                yield commands;
            }
            case Verb.Restart _ -> ManualMembership.back(node(step), action, step);
            case Verb.LeaveCluster _, Verb.RejoinCluster() ->
                List.of(Typed.anywhere(
                        List.of("crm_mon", "--one-shot", "--inactive"),
                        "Shows whether " + node(step) + " is in the cluster."));
            case Verb.Drain(),
                    Verb.Release(),
                    Verb.HandOver(),
                    Verb.StopGroup _,
                    Verb.StartGroup _,
                    Verb.WithdrawHosting(),
                    Verb.GrantHosting() -> List.of(Typed.settled("Then crm_mon shows what came of it."));
            case Verb.Verify(), Verb.Prepare(), Verb.AwaitHost(), Verb.Check _, Verb.Confirm _ ->
                List.of(ManualCommand.instruction("It changes nothing, so that nothing of it goes on."));
            case Verb.UpgradeGroup(), Verb.HoldService _, Verb.KeepSetting _, Verb.GiveBack _ ->
                List.of(ManualCommand.instruction("The Pacemaker driver refuses it, so that nothing of it goes on."));
        };
    }

    @Override
    public List<ManualCommand> giveBack(LedgerEntry entry) {
        return ManualReturns.of(entry);
    }

    @Override
    public LedgerEntry entry(Mark mark) {
        return ManualReturns.entry(mark);
    }

    @Override
    public List<ManualCommand> freeLock(RunId run, long token) {
        return List.of(Typed.anywhere(
                CibLock.freeing(run, token),
                "Where it ends with an error, the lock is not this run's any more and stays as it is."));
    }

    private static List<ManualCommand> drain(NodeId node) {
        return List.of(
                Typed.anywhere(List.of("crm_standby", "--node", node.value(), "--update", "on"), ""),
                Typed.settled("Then nothing runs on " + node + "."));
    }

    private List<ManualCommand> prepare(GroupId group, NodeId destination) {
        List<ManualCommand> commands = new ArrayList<>();
        for (List<String> command :
                groups.getOrDefault(group, GroupSettings.usual()).ready()) {
            commands.add(Typed.on(
                    destination, command, "It must succeed, else " + destination + " cannot start " + group + "."));
        }
        if (commands.isEmpty()) {
            commands.add(ManualCommand.instruction("See that " + destination + " could start " + group
                    + "; the inventory names no command (`ready`) that proves it."));
        }
        return commands;
    }

    private static List<ManualCommand> awaitHost(GroupId group, NodeId destination) {
        return List.of(Typed.anywhere(
                List.of("crm_resource", "--resource", group.value(), "--constraints"),
                "Wait until nothing keeps " + group + " off " + destination + "."));
    }

    /** Where the group is there already, the tool refuses to move it, so that is asked first. */
    private static List<ManualCommand> handOver(GroupId group, NodeId destination) {
        String id = group.value();
        String there = Quoting.typed(List.of("crm_resource", "--resource", id, "--locate"))
                + " | "
                + Quoting.typed(List.of("grep", "-qE", "on: " + Typed.pattern(destination.value()) + "( |$)"));
        return List.of(
                ManualCommand.anywhere(
                        there + " || "
                                + Quoting.typed(List.of(
                                        "crm_resource", "--resource", id, "--move", "--node", destination.value())),
                        "For a clone of which one node is promoted add --promoted."),
                Typed.settled("Then " + group + " is on " + destination + "."),
                Typed.anywhere(
                        List.of("crm_resource", "--resource", id, "--clear"),
                        "Takes the constraint of the move away; " + group
                                + " stays where its resource-stickiness is high enough."));
    }

    private static List<ManualCommand> targetRole(GroupId group, String role) {
        List<String> set = new ArrayList<>(List.of("crm_resource", "--resource", group.value(), "--meta"));
        set.addAll(List.of("--set-parameter", "target-role", "--parameter-value", role));
        return List.of(Typed.anywhere(set, ""), Typed.settled(""));
    }

    private static List<ManualCommand> right(GroupId group, NodeId node, String option) {
        return List.of(Typed.anywhere(
                List.of("crm_resource", "--resource", group.value(), option, "--node", node.value()), ""));
    }

    private static List<ManualCommand> site(Step step, List<String> command, List<String> proof) {
        String must = "It must succeed: it is the proof.";
        return step.executedOn()
                .map(node -> List.of(Typed.on(node, command, ""), Typed.on(node, proof, must)))
                .orElseGet(() -> List.of(Typed.anywhere(command, ""), Typed.anywhere(proof, must)));
    }

    private static NodeId node(Step step) {
        return step.node().or(step::executedOn).orElse(new NodeId("?"));
    }

    private static NodeId destination(Step step) {
        return step.destination().orElse(new NodeId("?"));
    }

    private static GroupId group(Step step) {
        return step.group().orElse(new GroupId("?"));
    }
}
