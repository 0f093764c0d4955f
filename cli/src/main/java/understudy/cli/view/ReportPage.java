package understudy.cli.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import understudy.cli.report.Kept;
import understudy.cli.report.MeasuredOutage;
import understudy.cli.report.RunReport;
import understudy.cli.report.Sitting;
import understudy.cli.report.StepTaken;

/** The report of a run as text: how it ended, what the users noticed against what was planned, where the time went. */
public final class ReportPage {
    private ReportPage() {}

    /** The page's lines, without colour. */
    public static List<String> lines(RunReport report) {
        List<String> lines = new ArrayList<>();
        Text.wrap(lines, head(report), "  ");
        lines.add("");
        outages(lines, report);
        lines.add("");
        lines.add("Steps");
        for (StepTaken step : report.steps()) {
            String attempt = step.attempt() == 1 ? "" : " (attempt " + step.attempt() + ")";
            Text.wrap(
                    lines,
                    "  " + Text.pad(step.step() + attempt, 34) + " " + Text.pad(Spans.of(step.took()), 11) + " "
                            + step.result(),
                    " ".repeat(49));
        }
        if (!report.kept().isEmpty()) {
            lines.add("");
            lines.add("Not given back");
            report.kept().forEach(kept -> Text.wrap(lines, "  " + kept.reason() + byHand(kept), "    "));
        }
        return lines;
    }

    /** In journals of older releases the reason ends with the command. */
    private static String byHand(Kept kept) {
        return kept.reason().endsWith(kept.byHand()) ? "" : " By hand: " + kept.byHand();
    }

    private static String head(RunReport report) {
        String result = report.result().map(Enum::name).orElse("UNDER WAY");
        String took = report.ended()
                .map(ended -> " after " + Spans.of(Duration.between(report.began(), ended)))
                .orElse("");
        return "Run " + report.run() + " on cluster " + report.cluster() + " (" + report.procedure() + ", patch "
                + report.patch() + "): " + result + took + ". " + report.sentence();
    }

    private static void outages(List<String> lines, RunReport report) {
        lines.add("What users noticed");
        if (report.measured().isEmpty()) {
            lines.add("  Nothing: no outage was measured.");
        }
        for (MeasuredOutage outage : report.measured()) {
            lines.add("  " + outage.group() + ": " + Spans.of(outage.length()) + ", from "
                    + outage.from().toString().replace('T', ' '));
            OutageParts.lines(outage).forEach(line -> Text.wrap(lines, "    " + line, "      "));
        }
        for (Sitting gap : report.unwatched()) {
            Text.wrap(lines, "  " + Watching.gap(gap.from(), gap.until()), "    ");
        }
        int planned = report.planned().size();
        int measured = report.measured().size();
        lines.add("  Planned: " + Text.count(planned, "outage") + "; measured: " + Text.count(measured, "outage")
                + (measured > planned ? ". More than planned: the events say why." : "."));
    }
}
