package understudy.driver.exchange.ready;

import java.util.List;

/** Questions that only a person can answer: the patch file holds their words, the journal keeps them. */
final class Stated {
    private Stated() {}

    /** Somebody has said it. */
    static Question.Judge ever(String about) {
        return found -> found.patch().statement(about).isPresent() ? List.of() : missing(found, about);
    }

    /** Somebody has said it of these last days. */
    static Question.Judge within(String about, int days) {
        return found -> {
            var statement = found.patch().statement(about);
            if (statement.isEmpty()) {
                return missing(found, about);
            }
            boolean tooOld = statement.get().on().plusDays(days).isBefore(found.today());
            return tooOld
                    ? List.of(new Question.Against(
                            found.cluster(),
                            "What the patch states about \"" + about + "\" is of "
                                    + statement.get().on() + ", more than " + days + " days ago: " + statement.get()
                                    + "."))
                    : List.of();
        };
    }

    private static List<Question.Against> missing(Found found, String about) {
        return List.of(new Question.Against(
                found.cluster(),
                "Nobody has answered for \"" + about + "\" in the patch "
                        + found.patch().id() + "."));
    }
}
