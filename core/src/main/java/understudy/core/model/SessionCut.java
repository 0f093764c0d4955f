package understudy.core.model;

import java.time.Instant;

/**
 * The end of a session that a probe held open as a connected client would.
 *
 * @param probe as it is called in a sentence
 * @param unanswered when the first command was sent that got no answer
 */
public record SessionCut(String probe, Instant unanswered) {}
