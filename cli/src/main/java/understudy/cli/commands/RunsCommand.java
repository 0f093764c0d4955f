package understudy.cli.commands;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import understudy.engine.journal.RunSummary;
import understudy.engine.journal.StateStore;

/** {@code understudy runs}: every run of this state directory. */
@Command(name = "runs", description = "Every run of this state directory.", mixinStandardHelpOptions = true)
public final class RunsCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private StateOption state;

    /** What {@code --output json} prints. */
    public record Runs(List<RunSummary> runs) {}

    @Override
    public Integer call() {
        try (StateStore store = state.open()) {
            List<RunSummary> runs = store.runs();
            List<String> lines = runs.isEmpty()
                    ? List.of("No runs yet.")
                    : runs.stream()
                            .map(run -> run.run() + "  " + run.state() + "  " + run.cluster() + "  " + run.procedure()
                                    + "  " + run.created())
                            .toList();
            printing.print(Runs.class, new Runs(runs), lines);
            return ExitCode.DONE.code();
        }
    }
}
