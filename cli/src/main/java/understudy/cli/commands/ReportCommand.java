package understudy.cli.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import understudy.cli.report.RunReport;
import understudy.cli.view.ReportPage;

/** {@code understudy report}: what a run was, step by step, and what the users noticed. */
@Command(name = "report", description = "What happened, step by step.", mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private KeptRun run;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    @Override
    public Integer call() {
        RunReport report = RunReport.of(run.events());
        printing.print(RunReport.class, report, ReportPage.lines(report));
        return ExitCode.DONE.code();
    }
}
