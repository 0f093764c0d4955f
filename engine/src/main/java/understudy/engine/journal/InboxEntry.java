package understudy.engine.journal;

import java.time.Instant;
import understudy.core.model.RunId;

/**
 * One word from another process to a run: pause, approve, abort and the like.
 *
 * @param id given by the sender; posted twice it counts once
 * @param kind what is asked for
 * @param payload its details, may be empty
 * @param by who asks
 * @param at when it was asked
 */
public record InboxEntry(String id, RunId run, MemberId member, String kind, String payload, String by, Instant at) {
    private static final int LONGEST_ID = 200;

    public InboxEntry {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("An inbox entry's id needs 1 to " + LONGEST_ID + " characters.");
        }
        Payloads.bounded(kind);
        Payloads.bounded(payload);
        Payloads.bounded(by);
    }
}
