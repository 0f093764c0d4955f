package understudy.engine.journal;

import java.time.Instant;
import understudy.core.model.RunId;

/**
 * What a list of runs shows about one member of one run.
 *
 * @param state a word of the run machine
 * @param updated when the state became what it is
 */
public record RunSummary(
        RunId run, MemberId member, String cluster, String procedure, String state, Instant created, Instant updated) {
    public RunSummary {
        Payloads.bounded(cluster);
        Payloads.bounded(procedure);
        Payloads.bounded(state);
    }

    /** The same run in another state. */
    public RunSummary inState(String next, Instant now) {
        return new RunSummary(run, member, cluster, procedure, next, created, now);
    }
}
