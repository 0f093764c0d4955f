package understudy.cli.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.cli.report.Asked;
import understudy.cli.report.Changed;
import understudy.cli.report.RunReport;
import understudy.core.run.RunResult;

/** What a person still has to do: an answer, a change that stays, a run to be resumed. First on the page, or not at all. */
final class LeftToDo {
    private LeftToDo() {}

    static Optional<Section> of(RunReport report, Clock clock) {
        List<Html> points = new ArrayList<>();
        report.questions().stream()
                .filter(asked -> asked.answer().isEmpty())
                .forEach(asked -> points.add(question(report, asked, clock)));
        report.changes().stream()
                .filter(change -> change.keptBecause().isPresent())
                .forEach(change -> points.add(kept(change)));
        if (report.result().filter(RunResult::isResumable).isPresent()) {
            points.add(Html.element(
                    "li",
                    Html.text("The run can go on where it stands: "),
                    Html.element("code", "understudy resume " + report.run())));
        }
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        "left",
                        "What is left to do",
                        List.of(Html.element("ul").with("class", "left").holding(points))));
    }

    private static Html question(RunReport report, Asked asked, Clock clock) {
        return Html.element(
                "li",
                Html.text("Asked at " + clock.time(asked.at()) + ": "
                        + asked.question().text() + " Yes: "),
                Html.element(
                        "code",
                        "understudy approve " + report.run() + " '"
                                + asked.question().id() + "'"));
    }

    private static Html kept(Changed change) {
        String reason = change.keptBecause().orElse("");
        String byHand = change.entry().byHand();
        // In journals of older releases the reason ends with the command.
        String ending = " By hand: " + byHand;
        String why = reason.endsWith(ending) ? reason.substring(0, reason.length() - ending.length()) : reason;
        return Html.element(
                "li",
                Html.element("strong", "Not given back: " + ChangeSection.what(change) + "."),
                Html.text(" " + why + " By hand: "),
                Html.element("code", byHand));
    }
}
