package understudy.cli.report;

import java.time.Instant;
import java.util.Optional;
import understudy.core.run.Question;

/** A question that only a person may decide, and who answered it what and when. */
public record Asked(Instant at, Question question, Optional<Answer> answer) {
    /** What a person said. */
    public record Answer(Instant at, boolean yes, String by) {}

    Asked answered(Answer given) {
        return new Asked(at, question, Optional.of(given));
    }
}
