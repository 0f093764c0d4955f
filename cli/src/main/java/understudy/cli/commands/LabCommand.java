package understudy.cli.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import understudy.cli.wiring.BigFixLab;
import understudy.cli.wiring.ClassicKind;
import understudy.cli.wiring.ClassicLab;
import understudy.cli.wiring.ExchangeLab;
import understudy.lab.LabMain;

/** {@code understudy lab}: a real Pacemaker cluster on this machine; the words behind it are the lab's own. */
@Command(name = "lab", description = "A real Pacemaker cluster on this machine (Linux, root): up, status, fault, wipe.")
public final class LabCommand implements Callable<Integer> {
    private static final List<String> HELP = List.of("--help", "-h", "help");

    @Unmatched
    private final List<String> words = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Override
    public Integer call() {
        if (words.isEmpty() || HELP.contains(words.getFirst())) {
            boolean asked = !words.isEmpty();
            var lines = asked
                    ? command.commandLine().getOut()
                    : command.commandLine().getErr();
            lines.print("Usage: understudy lab VERB ...\n" + LabMain.usage().indent(2));
            lines.flush();
            return (asked ? ExitCode.DONE : ExitCode.BAD_INPUT).code();
        }
        if (words.contains("--exchange")) {
            return exchange();
        }
        if (words.contains("--bigfix")) {
            return bigfix();
        }
        // The lab speaks while it works and may hand the terminal to ssh, so it has the process's own streams.
        return LabMain.run(words, System.out, System.err);
    }

    /** {@code lab up --exchange KIND [--nodes N]}: emulated Windows nodes, for as long as the command runs. */
    private int exchange() {
        Optional<ClassicKind> classic = value("--exchange").flatMap(ClassicKind::named);
        if (words.getFirst().equals("up") && classic.isPresent()) {
            return classic(classic.get());
        }
        Optional<Integer> nodes = ExchangeLab.nodes(value("--nodes").orElse("2"));
        Optional<ExchangeLab.Kind> kind =
                ExchangeLab.Kind.of(value("--exchange").orElse(""), nodes.orElse(0));
        if (!words.getFirst().equals("up") || kind.isEmpty() || nodes.isEmpty()) {
            var errors = command.commandLine().getErr();
            errors.println("An emulated Exchange cluster is started with `understudy lab up --exchange scc|"
                    + ClassicKind.words()
                    + " [--nodes 2..8] [--folder FOLDER]`, `--exchange ccr`, which has two nodes, or `--exchange"
                    + " 2007-standalone`, which has one.");
            errors.flush();
            return ExitCode.BAD_INPUT.code();
        }
        try {
            ExchangeLab.up(
                    kind.get(),
                    nodes.get(),
                    Path.of(value("--folder").orElse("exchange-lab")).toAbsolutePath(),
                    System.out);
            return ExitCode.DONE.code();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private int classic(ClassicKind kind) {
        Optional<Integer> nodes = ExchangeLab.nodes(value("--nodes").orElse("2"));
        if (nodes.isEmpty()) {
            var errors = command.commandLine().getErr();
            errors.println("An emulated cluster has 2 to 8 nodes.");
            errors.flush();
            return ExitCode.BAD_INPUT.code();
        }
        try {
            ClassicLab.up(
                    kind,
                    nodes.get(),
                    Path.of(value("--folder").orElse("exchange-lab")).toAbsolutePath(),
                    System.out);
            return ExitCode.DONE.code();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** {@code lab up --bigfix [files-2003|files-2008|exchange]}: an emulated BigFix server, for as long as the command runs. */
    private int bigfix() {
        Optional<BigFixLab.Kind> kind = bigFixKind(value("--bigfix").orElse("files-2008"));
        if (!words.getFirst().equals("up") || kind.isEmpty()) {
            var errors = command.commandLine().getErr();
            errors.println(
                    "An emulated BigFix server is started with `understudy lab up --bigfix [files-2003|files-2008|exchange] [--folder FOLDER]`.");
            errors.flush();
            return ExitCode.BAD_INPUT.code();
        }
        try {
            BigFixLab.up(
                    kind.get(), Path.of(value("--folder").orElse("bigfix-lab")).toAbsolutePath(), System.out);
            return ExitCode.DONE.code();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Optional<BigFixLab.Kind> bigFixKind(String word) {
        var name = word.startsWith("--")
                ? "FILES_2008"
                : word.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(BigFixLab.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    private Optional<String> value(String option) {
        int at = words.indexOf(option);
        return at >= 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
    }
}
