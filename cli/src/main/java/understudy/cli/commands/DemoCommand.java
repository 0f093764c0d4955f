package understudy.cli.commands;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import understudy.cli.report.RunReport;
import understudy.cli.view.LiveView;
import understudy.cli.view.PlainView;
import understudy.cli.view.ReportPage;
import understudy.cli.view.RunView;
import understudy.cli.wiring.Assignment;
import understudy.cli.wiring.Demo;
import understudy.cli.wiring.Member;
import understudy.cli.wiring.Platforms;
import understudy.cli.wiring.Preparation;
import understudy.cli.wiring.Rehearsal;
import understudy.core.model.RunId;
import understudy.driver.simulated.Pace;

/** {@code understudy demo}: a simulated Exchange 2007 cluster of three nodes, patched before the reader's eyes. */
@Command(
        name = "demo",
        description = "Patches a simulated Exchange 2007 cluster before your eyes.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Loudness loudness;

    @Option(names = "--fast", description = "As fast as the machine can, not at a pace that can be watched.")
    private boolean fast;

    @Override
    public Integer call() throws Exception {
        Pace pace = fast ? Pace.unbounded() : new Pace(Demo.REAL_PER_MINUTE, Duration.ofSeconds(3));
        try (Member member = Platforms.simulated(Demo.scenario(), pace)) {
            Assignment assignment = Demo.assignment();
            Preparation prepared = Preparation.of(assignment, member);
            say(List.of("A simulated cluster; nothing real is touched. Times are the simulated cluster's own.", ""));
            say(PlanCommand.lines(prepared));
            say(List.of(""));
            RunReport report = play(assignment, prepared, member);
            say(List.of(""));
            printing.print(RunReport.class, report, ReportPage.lines(report));
            return report.result()
                    .map(Carrying::exit)
                    .orElse(ExitCode.NOT_FINISHED)
                    .code();
        }
    }

    private RunReport play(Assignment assignment, Preparation prepared, Member member) throws Exception {
        try (RunView view = view(member)) {
            return Rehearsal.play(new RunId("demo"), assignment, prepared, member, view);
        }
    }

    private RunView view(Member member) {
        LiveView.Clocks clocks = new LiveView.Clocks(
                member.time(), ZoneOffset.UTC, () -> member.watch().outages());
        return loudness.view(
                printing,
                clocks,
                () -> fast ? new PlainView(printing.out(), ZoneOffset.UTC) : Views.of(printing.out(), clocks));
    }

    private void say(List<String> lines) {
        if (!printing.json() && !loudness.quiet()) {
            lines.forEach(printing.out()::println);
            printing.out().flush();
        }
    }
}
