package understudy.engine.probes;

import java.time.Instant;

/**
 * One answer of one of a group's probes, at the instant to which it belongs.
 *
 * @param probe its place among the group's probes
 * @param sent when the question was asked, which is what the answer is about
 */
record ProbeAnswer(int probe, Instant sent, Answer answer) {}
