package understudy.driver.exchange;

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
import understudy.remote.windows.WindowsJobs;

/** How an administrator does with their own hands, in an Exchange shell on a node, what this driver does. */
public final class ExchangeHandbook implements Handbook {
    @Override
    public List<ManualCommand> step(Step step, Targets targets) {
        var node = step.executedOn().or(step::node).orElse(new NodeId("?"));
        var group = step.group().map(Object::toString).orElse("?");
        var to = step.destination().map(Object::toString).orElse("?");
        return switch (step.verb()) {
            case Verb.Fetch() -> say("Copy the service pack's medium to " + node + " and compare its digests.");
            case Verb.Install() ->
                List.of(
                        ManualCommand.on(
                                node,
                                "Setup.com /m:upgrade",
                                "A service pack: by its full name, from the medium's folder; read its log at the end."),
                        ManualCommand.on(
                                node,
                                "msiexec /update ROLLUP.msp /quiet /norestart /l*v C:\\rollup.log",
                                "A rollup in its place: note before how each Exchange service starts, and compare afterwards."));
            case Verb.Downgrade() ->
                say("A service pack cannot be uninstalled: install Exchange anew on " + node
                        + " and restore the databases.");
            case Verb.Restart _ -> type(node, "shutdown.exe -r -f -t 0", "Wait until it is back in the cluster.");
            case Verb.Drain() ->
                List.of(
                        ManualCommand.anywhere("cluster.exe node " + node + " /pause", ""),
                        ManualCommand.anywhere(
                                "cluster.exe group \"Cluster Group\" /moveto:OTHERNODE /wait:300",
                                "The same for every group that " + node + " owns."));
            case Verb.Release() -> List.of(ManualCommand.anywhere("cluster.exe node " + node + " /resume", ""));
            case Verb.Verify() -> say("Compare the file version of store.exe on " + node + " with the service pack's.");
            case Verb.Prepare() ->
                type(
                        node,
                        "Move-ClusteredMailboxServer " + group + " -TargetMachine " + to
                                + " -MoveComment test -ValidateOnly -Confirm:$false",
                        "It must say nothing.");
            case Verb.AwaitHost() -> say("Wait until " + to + " may host " + group + ".");
            case Verb.HandOver() ->
                type(
                        node,
                        "Move-ClusteredMailboxServer " + group + " -TargetMachine " + to
                                + " -MoveComment upgrade -Confirm:$false",
                        "To be typed on " + to + ".");
            case Verb.StopGroup _ ->
                type(node, "Stop-ClusteredMailboxServer " + group + " -StopReason upgrade -Confirm:$false", "");
            case Verb.StartGroup _ -> type(node, "Start-ClusteredMailboxServer " + group, "");
            case Verb.UpgradeGroup() ->
                type(node, "Setup.com /upgradecms", "From the medium's folder; it brings " + group + " online.");
            case Verb.WithdrawHosting() -> owners(group, node, "/removeowner:");
            case Verb.GrantHosting() -> owners(group, node, "/addowner:");
            case Verb.HoldService(String service, Verb.ServiceState state) ->
                switch (state) {
                    case STOPPED -> type(node, "net stop " + service, "Note whether it ran.");
                    case RUNNING -> type(node, "net start " + service, "Note whether it ran.");
                    case RESTARTED ->
                        List.of(
                                ManualCommand.on(node, "net stop " + service, ""),
                                ManualCommand.on(node, "net start " + service, ""));
                };
            case Verb.GiveBack(String of) -> say("On " + node + " undo what the step " + of + " has changed.");
            case Verb.Check(String check, var _) -> say("On " + node + " answer the check " + check + " yourself.");
            case Verb.Confirm(String question) -> say(question);
            case Verb.KeepSetting(String setting, String value, boolean _)
            when value.isEmpty() -> say("On " + node + " note what " + setting + " is.");
            case Verb.KeepSetting(String setting, String value, boolean _) ->
                say("On " + node + " write with regedit: " + setting + " = " + value + " (DWORD).");
            case Verb.HoldRivals(), Verb.SiteCommand _, Verb.LeaveCluster _, Verb.RejoinCluster() ->
                say("Do on " + node + " what the step " + step.id() + " of the procedure says.");
        };
    }

    private static List<ManualCommand> owners(String group, NodeId node, String option) {
        return List.of(ManualCommand.anywhere(
                "cluster.exe res \"RESOURCE\" " + option + node, "For every resource of " + group + "."));
    }

    private static List<ManualCommand> type(NodeId node, String command, String note) {
        return List.of(ManualCommand.on(node, command, note));
    }

    private static List<ManualCommand> say(String sentence) {
        return List.of(ManualCommand.instruction(sentence));
    }

    @Override
    public List<ManualCommand> underWay(ActionId action, Step step) {
        var folder = "C:\\Understudy\\jobs\\" + WindowsJobs.name(action.toString());
        var node = step.executedOn().or(step::destination).or(step::node).orElse(new NodeId("?"));
        return type(node, "dir " + folder, "A file named end there says that the command has ended, and how.");
    }

    @Override
    public List<ManualCommand> giveBack(LedgerEntry entry) {
        var unmark = ManualCommand.anywhere(
                "cluster.exe group \"Cluster Group\" /priv " + Marks.PREFIX + Marks.name(entry) + " /usedefault",
                "Takes our mark away.");
        return switch (entry.kind()) {
            case DRAIN ->
                List.of(
                        ManualCommand.anywhere(
                                "cluster.exe node " + entry.node().orElse(new NodeId("?")) + " /resume",
                                "Only where no setup has broken off on it."),
                        unmark);
            case HOSTING_RIGHT ->
                List.of(
                        ManualCommand.anywhere(
                                "cluster.exe res \"RESOURCE\" /addowner:"
                                        + entry.node().orElse(new NodeId("?")),
                                "For every resource of "
                                        + entry.group().map(Object::toString).orElse("the group")
                                        + ", and only once the node has the newer binaries."),
                        unmark);
            case SERVICE, SETTING -> say("On " + entry.node().orElse(new NodeId("?")) + ": " + entry.byHand());
            case PREFERENCE, FAILBACK, MEMBERSHIP, LOCK, FILE, OLD_PACKAGES, RIVALS ->
                say("Give " + entry.id() + " back, which this driver does not make. " + entry.byHand());
        };
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
                "cluster.exe group \"Cluster Group\" /priv UnderstudyLock=" + token,
                "Only if it still begins with " + token + "/" + run + "/."));
    }
}
