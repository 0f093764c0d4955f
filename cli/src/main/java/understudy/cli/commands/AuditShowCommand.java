package understudy.cli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import understudy.cli.report.CommandsSent;
import understudy.cli.view.AuditPage;
import understudy.core.model.RunId;
import understudy.documents.json.BrokenJson;
import understudy.engine.audit.AuditFile;
import understudy.engine.audit.AuditLine;
import understudy.engine.audit.AuditText;
import understudy.engine.journal.StateStore;

/** {@code understudy audit show}: the commands that a run has sent, in order. */
@Command(name = "show", description = "The commands that a run has sent, in order.", mixinStandardHelpOptions = true)
public final class AuditShowCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private KeptRun run;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    @Override
    public Integer call() {
        List<String> notes = new ArrayList<>();
        List<AuditLine> read = new ArrayList<>();
        try (StateStore store = run.open()) {
            run.journal(store);
            for (String line : text(AuditFile.of(store.folder(), run.id()), notes)) {
                try {
                    read.add(AuditLine.read(line));
                } catch (BrokenJson unreadable) {
                    notes.add("A line cannot be read (" + unreadable.getMessage() + "): call `understudy audit verify "
                            + run.id() + "`.");
                }
            }
        }
        CommandsSent sent = CommandsSent.of(run.id().value(), read);
        List<String> lines = new ArrayList<>(AuditPage.lines(sent, ZoneId.systemDefault()));
        lines.addAll(notes);
        printing.print(CommandsSent.class, sent, lines);
        return ExitCode.DONE.code();
    }

    private List<String> text(Path file, List<String> notes) {
        try {
            if (Files.exists(file)) {
                return AuditText.read(file).lines();
            }
            notes.add(noAudit(run.id()));
            return List.of();
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    static String noAudit(RunId run) {
        return "Run " + run
                + " has no audit, for it sent no command to any node: its cluster is simulated, or it was carried by a"
                + " release that kept none.";
    }

    static Ending unreadable(Path file, IOException why) {
        return new Ending(
                ExitCode.BAD_INPUT,
                "The audit " + file + " cannot be read (" + why.getClass().getSimpleName() + ": " + why.getMessage()
                        + "): give access to it, or name another file.");
    }
}
