package understudy.driver.pacemaker.act;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import understudy.core.model.NodeId;
import understudy.core.model.Targets;
import understudy.core.model.Version;
import understudy.engine.ports.ManualCommand;
import understudy.remote.shell.Quoting;

/** Fetching, installing and verifying the frozen versions by a person, with the options that our own jobs use. */
final class ManualPackages {
    private static final List<String> QUIETLY = List.of(
            "env",
            "DEBIAN_FRONTEND=noninteractive",
            "NEEDRESTART_SUSPEND=1",
            "APT_LISTCHANGES_FRONTEND=none",
            "APT_LISTBUGS_FRONTEND=none",
            "UCF_FORCE_CONFFOLD=1");
    private static final List<String> APT = List.of(
            "apt-get",
            "--assume-yes",
            "--no-remove",
            "-o",
            "DPkg::Lock::Timeout=300",
            "-o",
            "Dpkg::Options::=--force-confdef",
            "-o",
            "Dpkg::Options::=--force-confold");

    private ManualPackages() {}

    static List<ManualCommand> fetch(NodeId node, Targets targets) {
        List<ManualCommand> commands = new ArrayList<>();
        commands.add(Typed.on(node, List.of("apt-get", "-o", "DPkg::Lock::Timeout=300", "update"), ""));
        if (!targets.of(node).isEmpty()) {
            commands.add(
                    ManualCommand.on(node, apt(node, targets, "--download-only"), "Fetches only; nothing is changed."));
        }
        return commands;
    }

    /** Named packages are marked by apt as asked for by a person; those that were not are marked back. */
    static List<ManualCommand> install(NodeId node, Targets targets) {
        if (targets.of(node).isEmpty()) {
            return List.of(
                    ManualCommand.instruction("No versions were frozen for " + node + ": nothing is installed there."));
        }
        List<String> names = names(node, targets);
        String marked = Quoting.typed(words(List.of("apt-mark", "showauto"), names));
        return List.of(
                ManualCommand.on(
                        node,
                        "automatic=$(" + marked + ") && " + apt(node, targets, "") + " && { [ -z \"$automatic\" ] || "
                                + "apt-mark auto $automatic; }",
                        "Leave out what is newer there already: apt refuses to go back."),
                audit(node));
    }

    /** What was kept is all that a run has kept there; what the patch has brought anew goes. */
    static List<ManualCommand> downgrade(NodeId node, Targets targets) {
        List<String> anew = targets.before(node).stream()
                .filter(before -> before.version().isEmpty())
                .map(before -> before.component() + "-")
                .toList();
        List<String> apt =
                APT.stream().filter(word -> !word.equals("--no-remove")).toList();
        String install = Quoting.typed(words(words(QUIETLY, apt), List.of("--allow-downgrades", "install")));
        String names = anew.isEmpty() ? "" : " " + Quoting.typed(anew);
        return List.of(
                ManualCommand.on(
                        node,
                        install + " " + OldPackages.folder() + "/*.deb" + names,
                        "Must remove nothing but what is named with a minus."),
                audit(node));
    }

    static List<ManualCommand> verify(NodeId node, Targets targets) {
        List<ManualCommand> commands = new ArrayList<>();
        if (!targets.of(node).isEmpty()) {
            commands.add(Typed.on(
                    node,
                    words(List.of("dpkg-query", "--show"), names(node, targets)),
                    "Each must be there or newer: "
                            + targets.of(node).stream()
                                    .map(target -> target.component() + " " + target.version())
                                    .collect(Collectors.joining(", "))
                            + "."));
        }
        commands.add(audit(node));
        return commands;
    }

    /** After an installation that was broken off; does nothing where all is configured. What dpkg cannot complete apt unpacks anew. */
    static List<ManualCommand> repaired(NodeId node) {
        List<String> configure = List.of("dpkg", "--force-confdef", "--force-confold", "--configure", "-a");
        List<String> fix = words(words(QUIETLY, APT), List.of("--fix-broken", "install"));
        return List.of(
                ManualCommand.on(
                        node,
                        Quoting.typed(words(QUIETLY, configure)) + "; " + Quoting.typed(fix),
                        "Brings to its end what was broken off; does nothing where nothing was."),
                audit(node));
    }

    static ManualCommand audit(NodeId node) {
        return Typed.on(node, List.of("dpkg", "--audit"), "Prints nothing where the packages are consistent.");
    }

    private static String apt(NodeId node, Targets targets, String option) {
        List<String> install = option.isEmpty() ? List.of("install") : List.of(option, "install");
        List<String> wanted = targets.of(node).stream()
                .map(target -> target.component() + "=" + target.version())
                .toList();
        return Quoting.typed(words(words(QUIETLY, APT), words(install, wanted)));
    }

    private static List<String> names(NodeId node, Targets targets) {
        return targets.of(node).stream().map(Version::component).toList();
    }

    private static List<String> words(List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }
}
