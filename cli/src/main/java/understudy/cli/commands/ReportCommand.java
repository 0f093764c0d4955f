package understudy.cli.commands;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import understudy.cli.report.RunReport;
import understudy.cli.report.html.ReportHtml;
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

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = {
                "Also writes it as one HTML file that needs nothing else, to be opened, sent or printed;",
                "an older report in that place is replaced."
            })
    private Optional<Path> html = Optional.empty();

    @Override
    public Integer call() {
        RunReport report = RunReport.of(run.events());
        List<String> lines = new ArrayList<>(ReportPage.lines(report));
        html.ifPresent(file -> {
            ReportFile.write(file, ReportHtml.of(report, ZoneId.systemDefault()));
            lines.addAll(List.of("", "As a page: " + file.toAbsolutePath()));
        });
        printing.print(RunReport.class, report, lines);
        return ExitCode.DONE.code();
    }
}
