package understudy.cli.commands;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import understudy.cli.metrics.MetricsFile;
import understudy.cli.report.RunReport;
import understudy.cli.view.LiveView;
import understudy.cli.view.Printable;
import understudy.cli.view.ReportPage;
import understudy.cli.view.RunView;
import understudy.cli.wiring.Member;
import understudy.cli.wiring.RunOffice;
import understudy.cli.wiring.StateJournal;
import understudy.core.model.RunId;
import understudy.core.run.RunResult;
import understudy.engine.journal.StateStore;
import understudy.engine.run.RunEnding;

/** What {@code run} and {@code resume} have in common: who is there, how the run is watched, how it is reported. */
public final class Carrying {
    @Option(
            names = "--yes",
            description = "Nobody is asked: the plan counts as approved, and a question ends the run, to be resumed.")
    private boolean yes;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    Printing printing;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    StateOption state;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Loudness loudness;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private MetricsOption metrics;

    private Optional<MetricsFile> figures = Optional.empty();

    boolean unattended() {
        return yes;
    }

    /** What leads to the result is told too; a plan that somebody must approve always is. */
    boolean tellsThePlan() {
        return !printing.json() && !(loudness.quiet() && yes);
    }

    /** How the run is shown while it goes on; to be closed before anything else is printed. */
    RunView view(Member member) {
        figures = metrics.open();
        LiveView.Clocks clocks = new LiveView.Clocks(
                member.time(), ZoneId.systemDefault(), () -> member.watch().outages());
        RunView shown = loudness.view(printing, clocks, () -> Views.of(printing.out(), clocks));
        return figures.map(file -> RunView.both(shown, file)).orElse(shown);
    }

    RunOffice.Manner manner(RunView view) {
        return new RunOffice.Manner(yes, System.getProperty("user.name"), view);
    }

    int report(StateStore store, RunId run, String cluster, RunEnding ending) {
        RunReport report = RunReport.of(StateJournal.of(store, run, cluster).replay());
        List<String> lines = new ArrayList<>(loudness.quiet() ? List.of() : List.of(""));
        lines.addAll(ReportPage.lines(report));
        printing.print(RunReport.class, report, lines);
        figures.flatMap(MetricsFile::staleness).ifPresent(sentence -> {
            printing.err().println(Printable.line(sentence));
            printing.err().flush();
        });
        return exit(ending.result()).code();
    }

    static ExitCode exit(RunResult result) {
        return switch (result) {
            case FINISHED -> ExitCode.DONE;
            case INCOMPLETE, ABORTED, TAKEN_BACK, FAILED -> ExitCode.NOT_FINISHED;
            case STOPPED -> ExitCode.WAITS;
        };
    }
}
