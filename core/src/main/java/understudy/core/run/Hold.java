package understudy.core.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A place at which a run that goes together with others is held until all of them have come there. */
public enum Hold {
    /** All that can be done before the outage is done, and nothing forbids the first step that clients notice. */
    READY("its clients are about to notice it: may its outage begin"),
    /** Its clients are not served, and nothing of the patch is installed. */
    OFFLINE("it is offline and not patched yet: may it be patched"),
    /** It is patched, and the next step lets its clients in again. */
    ONLINE("it is patched and still offline: may it come online");

    private final String asks;

    Hold(String asks) {
        this.asks = asks;
    }

    /** The id of the question that a run asks there. */
    public String question() {
        return "hold/" + name().toLowerCase(Locale.ROOT);
    }

    /** The place at which this question is asked; empty where it is about something else. */
    public static Optional<Hold> of(Question question) {
        return Arrays.stream(values())
                .filter(hold -> hold.question().equals(question.id()))
                .findFirst();
    }

    String asks() {
        return asks;
    }
}
