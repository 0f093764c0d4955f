package understudy.engine.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one line of an audit tells: that a process carries the run, that a command is about to be sent, or what came of one. No
 * secret stands in it: of what a command reads there is at most a name and a digest.
 */
public sealed interface AuditEntry {
    /** When, by the clock of the machine that sends. */
    Instant at();

    /**
     * From here a process carries the run; the first line of every audit, and one more for each resumption.
     *
     * @param by who started or resumed it
     */
    record Opened(Instant at, String run, String cluster, String by) implements AuditEntry {}

    /**
     * A command is about to be sent; this line is written before.
     *
     * @param node the node's name in the inventory
     * @param account who logs in there
     * @param step the step of the run's plan that it belongs to, or the ledger entry that it gives back; without one it looks, checks, or keeps the
     *     lock
     * @param arguments the program and its arguments, see {@link Bounded}
     * @param script what it reads on standard input where that is a script or a job of ours
     */
    record Sent(
            Instant at,
            String node,
            String account,
            Optional<String> step,
            List<String> arguments,
            Optional<Script> script)
            implements AuditEntry {
        public Sent {
            arguments = Bounded.arguments(arguments);
        }
    }

    /**
     * A command was answered.
     *
     * @param to the line that tells that it was sent
     * @param took from then on
     */
    record Answered(Instant at, long to, Result result, Duration took) implements AuditEntry {}

    /**
     * A script or a job that a command reads.
     *
     * @param name what we call it
     * @param sha256 of its text, which is not here
     * @param runs for a job: the program and its arguments that are to run on the node
     */
    record Script(String name, String sha256, List<String> runs) {
        public Script {
            runs = Bounded.arguments(runs);
        }
    }

    /** What came of a command. */
    sealed interface Result {
        /** It ended with this exit code; 128 and the signal's number where a signal ended it. */
        record Exited(int code) implements Result {}

        /** It surely did not run. */
        record NotSent(String reason) implements Result {
            public NotSent {
                reason = Bounded.sentence(reason);
            }
        }

        /** It may have run, wholly, in part, or still. */
        record Lost(String reason) implements Result {
            public Lost {
                reason = Bounded.sentence(reason);
            }
        }
    }
}
