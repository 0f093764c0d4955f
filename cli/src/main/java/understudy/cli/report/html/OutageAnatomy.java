package understudy.cli.report.html;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import understudy.cli.report.Dissection;
import understudy.cli.report.MeasuredOutage;
import understudy.cli.view.OutageParts;
import understudy.cli.view.Spans;
import understudy.core.model.Operation;

/** One outage taken apart: what the cluster did in it, when connected clients were cut off, what would shorten it. */
final class OutageAnatomy {
    private OutageAnatomy() {}

    static List<Html> of(MeasuredOutage outage) {
        List<Html> content = new ArrayList<>();
        outage.parts().ifPresent(parts -> {
            if (!parts.operations().isEmpty()) {
                content.add(table(outage, parts).element());
            }
        });
        outage.sessions()
                .forEach(session -> content.add(Html.element(
                        "p",
                        "Connected clients of " + session.probe() + " were cut off "
                                + OutageParts.after(Duration.between(outage.from(), session.unanswered())) + ".")));
        outage.parts().flatMap(Dissection::gap).ifPresent(gap -> content.add(Html.element("p", gap)));
        outage.parts().flatMap(Dissection::advice).ifPresent(advice -> content.add(Html.element("p", advice)));
        return content;
    }

    private static Table table(MeasuredOutage outage, Dissection parts) {
        Table table = new Table(
                "What the outage of " + outage.group() + " was made of",
                List.of("Began", "Resource", "Agent", "Task", "Node", "Took", "Result"));
        for (Operation operation : parts.operations()) {
            table.row(List.of(
                    Html.text(offset(outage, operation)),
                    Html.text(operation.resource()),
                    Html.text(operation.agent()),
                    Html.text(operation.task()),
                    Html.text(operation.node().value()),
                    Html.text(Spans.of(operation.took())),
                    Html.text(operation.result())));
        }
        table.row(List.of(
                Html.text("unexplained"),
                Html.text(""),
                Html.text(""),
                Html.text(""),
                Html.text(""),
                Html.element("strong", Spans.of(parts.unexplained())),
                Html.text("no operation was under way")));
        return table;
    }

    private static String offset(MeasuredOutage outage, Operation operation) {
        Duration since = Duration.between(outage.from(), operation.began());
        return since.isNegative() ? "before it" : "after " + Spans.of(since);
    }
}
