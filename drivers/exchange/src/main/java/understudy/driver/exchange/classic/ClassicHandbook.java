package understudy.driver.exchange.classic;

import java.util.List;
import understudy.core.model.ActionId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;
import understudy.driver.exchange.Marks;
import understudy.engine.ports.Handbook;
import understudy.engine.ports.ManualCommand;

/** How an administrator does with their own hands, on the management host or in Cluster Administrator, what this driver does. */
public final class ClassicHandbook implements Handbook {
    private final String cluster;

    public ClassicHandbook(ClassicSettings settings) {
        this.cluster = "cluster /cluster:" + settings.network();
    }

    @Override
    public List<ManualCommand> step(Step step, Targets targets) {
        var node = step.node().or(step::executedOn).orElse(new NodeId("?"));
        var group = step.group().map(Object::toString).orElse("?");
        var to = step.destination().map(Object::toString).orElse("?");
        return switch (step.verb()) {
            case Verb.Fetch() -> say("Copy the patch to " + node + " and compare its digests.");
            case Verb.Install() ->
                say("On " + node + " run the installer of the patch, unattended, and read its log at the end.");
            case Verb.Restart _ ->
                type("shutdown -r -f -m \\\\" + node + " -t 0", "Only if the installer has asked for it.");
            case Verb.Verify() -> say("Compare the file version of store.exe on " + node + " with the patch's.");
            case Verb.Prepare() -> say("See that " + to + " answers and has the patch.");
            case Verb.AwaitHost() -> say("Wait until " + to + " may host " + group + ".");
            case Verb.HandOver() ->
                type(
                        cluster + " group \"" + group + "\" /moveto:" + to + " /wait:600",
                        step.from()
                                .map(from -> "Before, where it is online and " + from + " has older binaries: "
                                        + cluster + " node " + from + " /pause; /resume once " + from
                                        + " may not host it.")
                                .orElse(""));
            case Verb.StopGroup(Verb.Selector part) ->
                part.equals(Verb.Selector.whole())
                        ? type(cluster + " group \"" + group + "\" /off /wait:600", "")
                        : type(
                                cluster + " res \"RESOURCE\" /off /wait:600",
                                "For every resource of " + group + " but IP address, network name and disk.");
            case Verb.StartGroup _ -> type(cluster + " group \"" + group + "\" /on /wait:600", "");
            case Verb.UpgradeGroup() ->
                say("In Cluster Administrator on " + to + ", on the System Attendant of " + group
                        + ": Upgrade Exchange Virtual Server.");
            case Verb.WithdrawHosting() ->
                type(cluster + " res \"RESOURCE\" /removeowner:" + node, "For every resource of " + group + ".");
            case Verb.GrantHosting() ->
                type(cluster + " res \"RESOURCE\" /addowner:" + node, "For every resource of " + group + ".");
            case Verb.LeaveCluster _ ->
                List.of(
                        ManualCommand.anywhere(
                                cluster + " group \"Cluster Group\" /moveto:OTHERNODE /wait:300",
                                "And every other group on " + node + "."),
                        ManualCommand.anywhere("sc \\\\" + node + " config ClusSvc start= demand", ""),
                        ManualCommand.anywhere("sc \\\\" + node + " stop ClusSvc", ""));
            case Verb.RejoinCluster() ->
                List.of(
                        ManualCommand.anywhere("sc \\\\" + node + " config ClusSvc start= auto", ""),
                        ManualCommand.anywhere("sc \\\\" + node + " start ClusSvc", ""));
            case Verb.HoldService(String service, Verb.ServiceState state) ->
                type(
                        "sc \\\\" + node + (state == Verb.ServiceState.STOPPED ? " stop " : " start ") + service,
                        "Note whether it ran.");
            case Verb.GiveBack(String of) -> say("On " + node + " undo what the step " + of + " has changed.");
            case Verb.Check(String check, var _) -> say("Answer the check " + check + " yourself.");
            case Verb.Confirm(String question) -> say(question);
            case Verb.Drain(),
                    Verb.Release(),
                    Verb.Downgrade(),
                    Verb.HoldRivals(),
                    Verb.SiteCommand _,
                    Verb.KeepSetting _ ->
                say("Do on " + node + " what the step " + step.id() + " of the procedure says.");
        };
    }

    private static List<ManualCommand> type(String command, String note) {
        return List.of(ManualCommand.anywhere(command, note));
    }

    private static List<ManualCommand> say(String sentence) {
        return List.of(ManualCommand.instruction(sentence));
    }

    @Override
    public List<ManualCommand> underWay(ActionId action, Step step) {
        var node = step.executedOn().or(step::destination).or(step::node).orElse(new NodeId("?"));
        return type(
                "reg query \\\\" + node + "\\" + Nodes.UNDERSTUDY + "\\Jobs\\" + Jobs.name(action.toString()),
                "Its value State says whether the command has ended, Exit how.");
    }

    @Override
    public List<ManualCommand> giveBack(LedgerEntry entry) {
        var node = entry.node().map(Object::toString).orElse("?");
        return switch (entry.kind()) {
            case MEMBERSHIP ->
                List.of(
                        ManualCommand.anywhere(
                                "sc \\\\" + node + " config ClusSvc start= auto",
                                "Only where no installation has broken off on it."),
                        ManualCommand.anywhere("sc \\\\" + node + " start ClusSvc", ""),
                        unmark(entry));
            case HOSTING_RIGHT ->
                List.of(
                        ManualCommand.anywhere(
                                cluster + " res \"RESOURCE\" /addowner:" + node,
                                "For every resource of the group, and only once the node has the newer binaries."),
                        unmarkInCluster(entry));
            case DRAIN ->
                List.of(
                        ManualCommand.anywhere(
                                cluster + " node " + node + " /resume",
                                "Only once it has the newer binaries, or may not host what they have started."),
                        unmarkInCluster(entry));
            case SERVICE -> List.of(ManualCommand.anywhere(entry.byHand(), ""), unmark(entry));
            case PREFERENCE, FAILBACK, SETTING, LOCK, FILE, OLD_PACKAGES, RIVALS ->
                say("Give " + entry.id() + " back, which this driver does not make. " + entry.byHand());
        };
    }

    private ManualCommand unmarkInCluster(LedgerEntry entry) {
        return ManualCommand.anywhere(
                cluster + " group \"Cluster Group\" /priv " + Marks.PREFIX + Marks.name(entry) + " /usedefault",
                "Takes our mark away.");
    }

    private static ManualCommand unmark(LedgerEntry entry) {
        return ManualCommand.anywhere(
                "reg delete \\\\" + entry.node().map(Object::toString).orElse("?") + "\\" + Nodes.UNDERSTUDY
                        + "\\Ledger /v " + Marks.name(entry) + " /f",
                "Takes our mark away.");
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
        return List.of(ManualCommand.anywhere(
                cluster + " group \"Cluster Group\" /priv UnderstudyLock=" + token,
                "Only if it still begins with " + token + "/" + run + "/."));
    }
}
