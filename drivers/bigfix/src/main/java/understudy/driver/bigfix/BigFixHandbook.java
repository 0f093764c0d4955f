package understudy.driver.bigfix;

import java.util.List;
import understudy.core.model.ActionId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;
import understudy.engine.ports.Handbook;
import understudy.engine.ports.ManualCommand;
import understudy.remote.job.JobName;

/** How an operator of the console does with their own hands what this driver does. */
public final class BigFixHandbook implements Handbook {
    private final Fixlets fixlets;

    public BigFixHandbook(Fixlets fixlets) {
        this.fixlets = fixlets;
    }

    @Override
    public List<ManualCommand> step(Step step, Targets targets) {
        var node = step.executedOn().or(step::node).or(step::from).orElse(new NodeId("?"));
        return switch (step.verb()) {
            case Verb.Install() ->
                say("In the console take the action of " + patches(targets, node) + " on " + node + " alone.");
            case Verb.Restart _ ->
                take(Role.RESTART, node, "Wait until it has reported a new boot and is back in the cluster.");
            case Verb.Drain() ->
                List.of(
                        ManualCommand.instruction(both("Pause", Role.PAUSE_2003, Role.PAUSE_2008, node)),
                        ManualCommand.instruction(
                                both("Move groups from", Role.MOVE_GROUPS_2003, Role.MOVE_GROUPS_2008, node)
                                        + " Not Relevant is right where it owns nothing."));
            case Verb.Release() -> say(both("Resume", Role.RESUME_2003, Role.RESUME_2008, node));
            case Verb.Verify() ->
                say("See in the console that " + patches(targets, node) + " is not relevant on " + node + ".");
            case Verb.HandOver() ->
                take(
                        Role.MOVE_MAILBOX_SERVER,
                        step.from().orElse(node),
                        "That is for a mailbox server; any other group is moved by " + fixlets.of(Role.MOVE_GROUPS_2003)
                                + " or " + fixlets.of(Role.MOVE_GROUPS_2008)
                                + ". See in the cluster that it has moved: the action may say so and it has not.");
            case Verb.Fetch(), Verb.Prepare(), Verb.AwaitHost() ->
                say("Nothing: see that the agent of " + node + " reports.");
            case Verb.Check(String check, var _) -> say("On " + node + " answer the check " + check + " yourself.");
            case Verb.Confirm(String question) -> say(question);
            case Verb.Downgrade(),
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
                    Verb.SiteCommand _ ->
                say("Do on " + node + " what the step " + step.id()
                        + " of the procedure says; BigFix has nothing for it.");
        };
    }

    private static String patches(Targets targets, NodeId node) {
        var names = targets.of(node).stream().map(target -> target.component()).toList();
        return names.isEmpty() ? "the patch" : String.join(", ", names);
    }

    private String both(String what, Role on2003, Role on2008, NodeId node) {
        return what + " " + node + ": take " + fixlets.of(on2003) + " on Windows Server 2003, " + fixlets.of(on2008)
                + " on 2008, on " + node + " alone.";
    }

    private List<ManualCommand> take(Role role, NodeId node, String note) {
        return say("In the console take " + fixlets.of(role) + " on " + node + " alone. " + note);
    }

    private static List<ManualCommand> say(String sentence) {
        return List.of(ManualCommand.instruction(sentence));
    }

    @Override
    public List<ManualCommand> underWay(ActionId action, Step step) {
        var what = step.verb() instanceof Verb.Install ? "patch" : step.verb() instanceof Verb.Restart ? "restart" : "";
        return say("In the console look for actions whose name holds \"" + action + "\""
                + (what.isEmpty() ? "" : " or begins with \"" + JobName.of(action + " " + what) + "\"")
                + ": their status says how far they are; stop those that are not to begin.");
    }

    @Override
    public List<ManualCommand> giveBack(LedgerEntry entry) {
        var node = entry.node().orElse(new NodeId("?"));
        return List.of(
                ManualCommand.instruction(both("Resume", Role.RESUME_2003, Role.RESUME_2008, node)),
                ManualCommand.instruction(
                        "In the console stop the action whose name begins with \"Understudy mark\" and holds \""
                                + entry.run() + " " + entry.id() + "\"."));
    }

    @Override
    public LedgerEntry entry(Mark mark) {
        return new LedgerEntry(
                mark.entry(),
                mark.run(),
                mark.kind(),
                mark.node(),
                mark.group(),
                "",
                "what it held before is not known");
    }

    @Override
    public List<ManualCommand> freeLock(RunId run, long token) {
        return say("In the console stop every open action whose name begins with \"Understudy lock\" and holds \"" + run
                + "\" and the number " + token + " as its id or in its name.");
    }
}
