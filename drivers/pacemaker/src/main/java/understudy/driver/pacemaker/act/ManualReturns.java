package understudy.driver.pacemaker.act;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.driver.pacemaker.Tools;
import understudy.engine.ports.ManualCommand;

/** A ledger entry given back by a person, with its mark, so that nothing of ours is left. */
final class ManualReturns {
    private static final String MAY_MOVE = "A group may move by it where nothing else holds it: choose a quiet moment.";

    private ManualReturns() {}

    static List<ManualCommand> of(LedgerEntry entry) {
        return switch (entry.kind()) {
            case DRAIN -> drain(entry);
            case PREFERENCE -> constraint(entry, MAY_MOVE);
            case HOSTING_RIGHT ->
                constraint(
                        entry,
                        entry.node()
                                        .map(node -> "Only once " + node + " has the new binaries. ")
                                        .orElse("")
                                + MAY_MOVE);
            case SETTING -> setting(entry);
            case MEMBERSHIP -> membership(entry);
            case OLD_PACKAGES -> oldPackages(entry);
            case FAILBACK, SERVICE, LOCK, FILE ->
                List.of(ManualCommand.instruction(
                        "Give " + entry.id() + " back, which this driver does not make. " + entry.byHand()));
        };
    }

    /** The entry as this driver writes it; of what was there before only the usual is known. */
    static LedgerEntry entry(Mark mark) {
        LedgerEntry bare =
                new LedgerEntry(mark.entry(), mark.run(), mark.kind(), mark.node(), mark.group(), before(mark), "");
        String byHand =
                of(bare).stream().flatMap(command -> command.command().stream()).collect(Collectors.joining(" && "));
        return new LedgerEntry(bare.id(), bare.run(), bare.kind(), bare.node(), bare.group(), bare.before(), byHand);
    }

    private static String before(Mark mark) {
        return switch (mark.kind()) {
            case DRAIN -> "standby=off";
            case PREFERENCE, HOSTING_RIGHT -> "no constraint";
            case SETTING -> "target-role unset";
            case MEMBERSHIP -> String.join(" ", ManualMembership.UNITS);
            case FAILBACK, SERVICE, LOCK, FILE, OLD_PACKAGES -> "";
        };
    }

    static List<ManualCommand> release(NodeId node) {
        return List.of(
                Typed.anywhere(List.of("crm_standby", "--node", node.value(), "--delete"), MAY_MOVE),
                Typed.settled(""));
    }

    private static List<ManualCommand> drain(LedgerEntry entry) {
        NodeId node = entry.node().orElse(new NodeId("?"));
        String first = "Release " + node + " only where this prints nothing and the node has had the restart that its"
                + " packages ask for; else repair it first: dpkg --configure -a; apt-get -f install.";
        return Stream.of(
                        Stream.of(Typed.on(node, List.of("dpkg", "--audit"), first)),
                        release(node).stream(),
                        mark(entry))
                .flatMap(commands -> commands)
                .toList();
    }

    private static List<ManualCommand> constraint(LedgerEntry entry, String note) {
        return List.of(Typed.anywhere(CibEdit.noLocation(entry).arguments(), note), Typed.settled(""));
    }

    private static List<ManualCommand> setting(LedgerEntry entry) {
        String group = entry.group().map(Object::toString).orElse("?");
        List<String> command = new ArrayList<>(List.of("crm_resource", "--resource", group, "--meta"));
        GroupRole.before(entry)
                .ifPresentOrElse(
                        role -> command.addAll(List.of("--set-parameter", "target-role", "--parameter-value", role)),
                        () -> command.addAll(List.of("--delete-parameter", "target-role")));
        return Stream.concat(
                        Stream.of(Typed.anywhere(command, "Starts " + group + " as before."), Typed.settled("")),
                        mark(entry))
                .toList();
    }

    private static List<ManualCommand> membership(LedgerEntry entry) {
        NodeId node = entry.node().orElse(new NodeId("?"));
        List<ManualCommand> commands = new ArrayList<>(ManualMembership.rejoin(node, MembershipHold.units(entry)));
        commands.add(Typed.on(node, Tools.removeFile(MembershipHold.file(entry)), "Our mark."));
        return commands;
    }

    private static List<ManualCommand> oldPackages(LedgerEntry entry) {
        NodeId node = entry.node().orElse(new NodeId("?"));
        String folder = OldPackages.folder(entry.run());
        return List.of(
                ManualCommand.instruction("What " + node + " had before the patch lies in " + folder
                        + " there. To take " + node + " back to it, drain it first, then run: apt-get install"
                        + " --allow-downgrades " + folder + "/*.deb"),
                Typed.on(node, Tools.removeFolder(folder), "Only when nobody is to go back any more."),
                Typed.on(node, Tools.removeFile(MembershipHold.file(entry)), "Our mark."));
    }

    private static Stream<ManualCommand> mark(LedgerEntry entry) {
        return Stream.of(Typed.anywhere(
                CibEdit.noMark(entry).arguments(), "Takes our mark away; does nothing where there is none."));
    }
}
