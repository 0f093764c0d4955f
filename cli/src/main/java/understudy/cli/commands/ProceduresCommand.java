package understudy.cli.commands;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import understudy.core.procedure.Procedure;
import understudy.procedures.ProcedureFile;
import understudy.procedures.Shipped;

/** {@code understudy procedures}: the ways to patch a cluster, as data. */
@Command(name = "procedures", description = "Lists, shows and checks procedures.", mixinStandardHelpOptions = true)
public final class ProceduresCommand {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    /** What {@code list --output json} prints. */
    public record ProcedureList(List<Row> procedures) {}

    /** One shipped procedure. */
    public record Row(String id, String title, String platform, List<String> kinds) {}

    /** What {@code show --output json} prints: the procedure's file, as it is. */
    public record ProcedureText(String id, String file) {}

    /** What {@code check --output json} prints of a file that is in order. */
    public record ProcedureInOrder(String file, String id, String title, String platform) {}

    @Command(
            name = "list",
            description = "The procedures that ship with this release.",
            mixinStandardHelpOptions = true)
    int list() {
        List<Row> rows = Shipped.ids().stream()
                .map(id -> Shipped.find(id).orElseThrow())
                .map(found -> new Row(found.id(), found.title(), found.platform(), found.kinds()))
                .toList();
        printing.print(
                ProcedureList.class,
                new ProcedureList(rows),
                rows.stream().map(row -> row.id() + "  " + row.title()).toList());
        return ExitCode.DONE.code();
    }

    @Command(name = "show", description = "The file of a shipped procedure.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "ID", completionCandidates = ShippedIds.class) String id) {
        if (!Shipped.ids().contains(id)) {
            throw new Ending(
                    ExitCode.BAD_INPUT,
                    "No procedure \"" + id + "\" ships with this release: `understudy procedures list` names them.");
        }
        String text = Shipped.text(id);
        printing.print(
                ProcedureText.class, new ProcedureText(id, text), text.lines().toList());
        return ExitCode.DONE.code();
    }

    @Command(
            name = "check",
            description = "Reads a procedure's file and says what is wrong with it.",
            mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "FILE") Path file) {
        Procedure procedure = ProcedureFile.read(file);
        printing.print(
                ProcedureInOrder.class,
                new ProcedureInOrder(file.toString(), procedure.id(), procedure.title(), procedure.platform()),
                List.of(file + ": procedure " + procedure.id() + " is in order."));
        return ExitCode.DONE.code();
    }
}
