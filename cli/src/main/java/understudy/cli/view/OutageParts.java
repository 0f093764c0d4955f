package understudy.cli.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import understudy.cli.report.Dissection;
import understudy.cli.report.MeasuredOutage;
import understudy.core.model.Operation;
import understudy.core.run.Event;

/** What an outage was made of, in words. */
public final class OutageParts {
    private OutageParts() {}

    static String line(Event.OutageExplained explained) {
        String did = explained.operations().isEmpty()
                ? ""
                : " In the outage of " + explained.group() + " the cluster did: "
                        + explained.operations().stream()
                                .map(OutageParts::operation)
                                .collect(Collectors.joining(", "))
                        + ".";
        String cut = explained.sessions().isEmpty()
                ? ""
                : " Those who were connected were cut off: "
                        + explained.sessions().stream()
                                .map(session -> session.probe())
                                .collect(Collectors.joining(", "))
                        + ".";
        return (did + cut + explained.gap().map(gap -> " " + gap).orElse("")).strip();
    }

    /** Such as {@code mail-imap stop on n1 2.2 s}. */
    public static String operation(Operation operation) {
        String failed = operation.result().equals("ok") || operation.result().endsWith("(ok)")
                ? ""
                : " (" + operation.result() + ")";
        return operation.resource() + " " + operation.task() + " on " + operation.node() + " "
                + Spans.of(operation.took()) + failed;
    }

    /** The lines under an outage in a report. */
    static List<String> lines(MeasuredOutage outage) {
        List<String> lines = new ArrayList<>();
        outage.parts().ifPresent(parts -> lines.addAll(lines(parts)));
        outage.sessions()
                .forEach(session -> lines.add("connected clients of " + session.probe() + " were cut off "
                        + after(Duration.between(outage.from(), session.unanswered()))));
        outage.parts().flatMap(Dissection::gap).ifPresent(lines::add);
        outage.parts().flatMap(Dissection::advice).ifPresent(lines::add);
        return lines;
    }

    private static List<String> lines(Dissection parts) {
        List<String> lines = new ArrayList<>();
        parts.operations().stream().map(OutageParts::operation).forEach(lines::add);
        lines.add("unexplained " + Spans.of(parts.unexplained()));
        return lines;
    }

    /** Where in its outage something was, to the tenth of a second. */
    public static String after(Duration since) {
        return since.isNegative() ? "as it began" : Spans.of(since) + " after it began";
    }
}
