package understudy.engine.journal;

import java.time.Instant;

/**
 * One recorded event of a member's run, as it was written.
 *
 * @param sequence from 1, without gaps
 * @param at when it was made durable
 */
public record JournalEvent(long sequence, String payload, Instant at) {}
