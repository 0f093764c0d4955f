package understudy.cli.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import understudy.core.procedure.Procedure;
import understudy.core.site.SiteProcedure;
import understudy.procedures.ProcedureFile;
import understudy.procedures.Shipped;
import understudy.procedures.ShippedSites;
import understudy.procedures.SiteProcedureFile;

/** {@code understudy procedures}: the ways to patch a cluster, as data. */
@Command(name = "procedures", description = "Lists, shows and checks procedures.", mixinStandardHelpOptions = true)
public final class ProceduresCommand {
    /** In place of a platform: a procedure for the order of many clusters. */
    private static final String SITE = "site";

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    /** What {@code list --output json} prints. */
    public record ProcedureList(List<Row> procedures) {}

    /** One shipped procedure; of one for sites the kinds are the roles. */
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
        List<Row> rows = Stream.concat(
                        Shipped.ids().stream()
                                .map(id -> Shipped.find(id).orElseThrow())
                                .map(found -> new Row(found.id(), found.title(), found.platform(), found.kinds())),
                        ShippedSites.ids().stream()
                                .map(id -> ShippedSites.find(id).orElseThrow())
                                .map(found -> new Row(found.id(), found.title(), SITE, found.roles())))
                .toList();
        printing.print(
                ProcedureList.class,
                new ProcedureList(rows),
                rows.stream().map(row -> row.id() + "  " + row.title()).toList());
        return ExitCode.DONE.code();
    }

    @Command(name = "show", description = "The file of a shipped procedure.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "ID", completionCandidates = ShippedIds.class) String id) {
        if (!Shipped.ids().contains(id) && !ShippedSites.ids().contains(id)) {
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
        ProcedureInOrder found = SiteProcedureFile.isOne(file) ? site(file) : cluster(file);
        printing.print(
                ProcedureInOrder.class,
                found,
                List.of(file + ": " + (found.platform().equals(SITE) ? "site procedure " : "procedure ") + found.id()
                        + " is in order."));
        return ExitCode.DONE.code();
    }

    private static ProcedureInOrder cluster(Path file) {
        Procedure procedure = ProcedureFile.read(file);
        return new ProcedureInOrder(file.toString(), procedure.id(), procedure.title(), procedure.platform());
    }

    private static ProcedureInOrder site(Path file) {
        SiteProcedure procedure = SiteProcedureFile.read(file);
        return new ProcedureInOrder(file.toString(), procedure.id(), procedure.title(), SITE);
    }
}
