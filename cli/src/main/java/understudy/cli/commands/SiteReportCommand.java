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
import understudy.cli.report.SiteReport;
import understudy.cli.report.html.SiteHtml;
import understudy.cli.view.SitePage;
import understudy.engine.journal.StateStore;

/** {@code understudy site report}: where each member stands, its outages, and the totals. */
@Command(
        name = "report",
        description = "Where each member stands, its outages, and the totals.",
        mixinStandardHelpOptions = true)
public final class SiteReportCommand implements Callable<Integer> {
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
        try (StateStore store = run.open()) {
            SiteCarrying.office(store, run.id());
            SiteReport report = SiteCarrying.report(store, run.id());
            List<String> lines = new ArrayList<>(SitePage.lines(report));
            html.ifPresent(file -> {
                ReportFile.write(file, SiteHtml.of(report, ZoneId.systemDefault()));
                lines.addAll(List.of("", "As a page: " + file.toAbsolutePath()));
            });
            printing.print(SiteReport.class, report, lines);
        }
        return ExitCode.DONE.code();
    }
}
