package understudy.cli.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.run.Question;

/**
 * A question that only a person may decide, and who answered it what and when.
 *
 * @param answers in order; where the policy wants two people, two of them
 */
public record Asked(Instant at, Question question, List<Answer> answers) {
    /** What a person said. */
    public record Answer(Instant at, boolean yes, String by) {}

    public Asked {
        answers = List.copyOf(answers);
    }

    /** What was said last. */
    public Optional<Answer> answer() {
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getLast());
    }

    Asked answered(Answer given) {
        List<Answer> more = new ArrayList<>(answers);
        more.add(given);
        return new Asked(at, question, more);
    }
}
