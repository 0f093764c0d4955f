package understudy.cli.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.cli.report.Asked;
import understudy.cli.report.RunReport;
import understudy.cli.report.Wish;

/** Who was asked what and answered it how, and who asked for what. */
final class PeopleSection {
    private PeopleSection() {}

    static Optional<Section> of(RunReport report, Clock clock) {
        List<Html> content = new ArrayList<>();
        Table questions = questions(report, clock);
        Table wishes = wishes(report, clock);
        if (!questions.isEmpty()) {
            content.add(questions.element());
        }
        if (!wishes.isEmpty()) {
            content.add(wishes.element());
        }
        return content.isEmpty() ? Optional.empty() : Optional.of(new Section("people", "Who decided what", content));
    }

    private static Table questions(RunReport report, Clock clock) {
        Table table = new Table("Questions", List.of("Asked", "Question", "Answer", "By", "When"));
        for (Asked asked : report.questions()) {
            if (asked.answers().isEmpty()) {
                table.row(
                        Html.element("tr").with("class", "mind"),
                        List.of(
                                clock.timeElement(asked.at()),
                                Html.text(asked.question().text()),
                                Html.text("none yet"),
                                Html.text(""),
                                Html.text("")));
            }
            for (Asked.Answer answer : asked.answers()) {
                table.row(List.of(
                        clock.timeElement(asked.at()),
                        Html.text(asked.question().text()),
                        Html.text(answer.yes() ? "yes" : "no"),
                        Html.text(answer.by()),
                        clock.timeElement(answer.at())));
            }
        }
        return table;
    }

    private static Table wishes(RunReport report, Clock clock) {
        Table table = new Table("Requests", List.of("When", "Who", "Asked for"));
        for (Wish wish : report.wishes()) {
            table.row(List.of(clock.timeElement(wish.at()), Html.text(wish.by()), Html.text(wish.what())));
        }
        return table;
    }
}
