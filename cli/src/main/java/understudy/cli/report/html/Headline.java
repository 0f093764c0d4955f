package understudy.cli.report.html;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import understudy.cli.report.MeasuredOutage;
import understudy.cli.report.RunReport;
import understudy.cli.view.Spans;
import understudy.core.model.GroupId;
import understudy.core.planning.Plan;

/** What a run was, in as few sentences as one reads at night. */
record Headline(RunReport report) {
    String title() {
        String cluster = report.cluster();
        return report.result()
                .map(result -> switch (result) {
                    case FINISHED -> cluster + " is patched";
                    case INCOMPLETE -> cluster + " is patched in part";
                    case STOPPED -> "The run on " + cluster + " has stopped";
                    case ABORTED -> "The run on " + cluster + " was aborted";
                    case TAKEN_BACK -> cluster + " was taken back";
                    case FAILED -> "The run on " + cluster + " failed";
                })
                .orElse(cluster + " is being patched");
    }

    String result() {
        return report.result().map(Enum::name).orElse("UNDER WAY");
    }

    Duration took() {
        return Duration.between(report.began(), report.ended().orElse(report.latest()));
    }

    Duration outage() {
        return sum(report.measured().stream().map(MeasuredOutage::length).toList());
    }

    Duration plannedOutage() {
        return sum(report.planned().stream().map(Plan.PlannedOutage::expected).toList());
    }

    /** Such as {@code mail was not served for 7.2 s, in 1 outage. Planned: 1 outage, about 7 s.} */
    String users() {
        String planned = report.planned().isEmpty()
                ? "Planned: none."
                : "Planned: " + outages(report.planned().size()) + ", about " + Spans.about(plannedOutage()) + ".";
        if (report.measured().isEmpty()) {
            return "No outage was measured. " + planned;
        }
        Map<GroupId, Duration> groups = new LinkedHashMap<>();
        report.measured().forEach(outage -> groups.merge(outage.group(), outage.length(), Duration::plus));
        String each = groups.entrySet().stream()
                .map(group -> group.getKey() + " was not served for " + Spans.of(group.getValue()))
                .collect(Collectors.joining(", "));
        String all = groups.size() > 1 ? ", " + Spans.of(outage()) + " in all" : "";
        return each + all + ", in " + outages(report.measured().size()) + ". " + planned;
    }

    static String outages(int number) {
        return count(number, "outage");
    }

    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static Duration sum(List<Duration> lengths) {
        return lengths.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
