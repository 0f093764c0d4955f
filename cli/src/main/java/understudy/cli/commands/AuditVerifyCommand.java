package understudy.cli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import understudy.core.model.RunId;
import understudy.core.run.Event;
import understudy.engine.audit.AuditFile;
import understudy.engine.audit.AuditText;
import understudy.engine.audit.Flaw;
import understudy.engine.audit.Verdict;
import understudy.engine.journal.StateStore;
import understudy.engine.ports.CommandAudit.Seal;

/** {@code understudy audit verify}: whether the audit is what was written, and if not, which line is not. */
@Command(
        name = "verify",
        description = {
            "Is the audit what was written? Names each line that was changed, removed or inserted; ends with 2 if there is one.",
            "Of a run its journal tells whether the end was cut off; of a file alone nobody can."
        },
        mixinStandardHelpOptions = true)
public final class AuditVerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN|FILE", description = "A run's name, or a file: whatever holds a / or a dot.")
    @SuppressWarnings("NullAway.Init")
    private String what;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private StateOption state;

    /**
     * What {@code --output json} prints.
     *
     * @param audit the run or the file
     * @param end how many lines it has, and the last one's hash
     * @param seals how often the run's journal knows of it; 0 where only a file was named
     */
    public record Verified(String audit, boolean well, Seal end, int seals, List<Flaw> flaws) {}

    @Override
    public Integer call() {
        return what.contains("/") || what.contains(".") ? ofFile(Path.of(what)) : ofRun(run());
    }

    private RunId run() {
        try {
            return new RunNames().convert(what);
        } catch (TypeConversionException wrong) {
            throw new Ending(ExitCode.BAD_INPUT, wrong.getMessage() + "; a file is named with a / or a dot in it.");
        }
    }

    private int ofFile(Path file) {
        Verdict verdict = Verdict.of(read(file), Optional.empty(), List.of());
        return print(
                verdict,
                0,
                "The chain of " + file + " is whole: " + verdict.end().lines() + " lines, the last with the hash "
                        + verdict.end().head()
                        + ". Whether its end was cut off only the journal of its run can tell: name the run instead.");
    }

    private int ofRun(RunId run) {
        try (StateStore store = state.open()) {
            List<Seal> seals = seals(store, run);
            Path file = AuditFile.of(store.folder(), run);
            boolean none = seals.isEmpty() && !Files.exists(file);
            Verdict verdict = Verdict.of(Files.exists(file) ? read(file) : List.of(), Optional.of(run), seals);
            return print(
                    verdict,
                    seals.size(),
                    none
                            ? AuditShowCommand.noAudit(run)
                            : "The audit of run " + run + " is what was written: "
                                    + verdict.end().lines() + " lines, the last with the hash "
                                    + verdict.end().head() + "; the run's journal agrees at " + seals.size()
                                    + (seals.size() == 1 ? " place." : " places."));
        }
    }

    private static List<Seal> seals(StateStore store, RunId run) {
        return KeptRun.journal(store, run).replay().stream()
                .filter(Event.AuditSealed.class::isInstance)
                .map(Event.AuditSealed.class::cast)
                .map(seal -> new Seal(seal.lines(), seal.head()))
                .toList();
    }

    private static List<String> read(Path file) {
        try {
            return AuditText.read(file).lines();
        } catch (IOException unreadable) {
            throw AuditShowCommand.unreadable(file, unreadable);
        }
    }

    private int print(Verdict verdict, int seals, String well) {
        boolean isWell = verdict.flaws().isEmpty();
        List<String> lines = new ArrayList<>();
        if (isWell) {
            lines.add(well);
        } else {
            lines.add("The audit of " + what + " is not what was written:");
            verdict.flaws().forEach(flaw -> lines.add("  " + flaw.sentence()));
        }
        printing.print(Verified.class, new Verified(what, isWell, verdict.end(), seals, verdict.flaws()), lines);
        return (isWell ? ExitCode.DONE : ExitCode.BAD_INPUT).code();
    }
}
