package understudy.core.site;

import java.util.Optional;

/**
 * Something that only a person may decide.
 *
 * @param id unique in the run, the same when the question is derived again
 * @param text ends with a question mark; says what yes means
 * @param confirmation true where a yes is what is expected, so that it counts as given where nobody is there
 * @param notBy whose yes does not count
 */
public record SiteQuestion(String id, String text, boolean confirmation, Optional<String> notBy) {
    SiteQuestion(String id, String text, boolean confirmation) {
        this(id, text, confirmation, Optional.empty());
    }

    /** Somebody has said yes, and somebody else has to. */
    SiteQuestion after(String first) {
        return new SiteQuestion(id, text, confirmation, Optional.of(first));
    }

    /** Whether this person's yes is one. */
    public boolean counts(String by) {
        return notBy.filter(by::equals).isEmpty();
    }
}
