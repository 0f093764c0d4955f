package understudy.remote.job;

import java.time.Instant;
import understudy.remote.Answer;
import understudy.remote.BootId;

/** What a look at a node shows of a job. */
public sealed interface JobState {
    /** No record: it was never started, or has been cleaned away. */
    record Absent() implements JobState {}

    /** It runs, or something that it started still does. */
    record Running(BootId boot) implements JobState {}

    /** It ended with this exit code in this boot. The code is its word, not a proof. */
    record Ended(int exit, BootId boot, Instant started, Instant ended) implements JobState {
        /** Whether it exited with 0. */
        public boolean succeeded() {
            return exit == 0;
        }
    }

    /**
     * It was started, runs no more, and left no end: the node lost power or was restarted, or somebody killed it.
     *
     * <p>Look at what it should have changed; never start it again blindly.
     *
     * @param startedIn the boot in which it was started
     * @param now the boot in which the look was taken
     */
    record UnknownEnd(BootId startedIn, BootId now) implements JobState {
        /** Whether the node has restarted since the start. */
        public boolean nodeRestarted() {
            return !startedIn.equals(now);
        }
    }

    /** The node refused, and nothing was started: a lower token, another boot, no room for the record. */
    record Refused(String reason) implements JobState {}

    /** The node did not answer; whether a start happened is as certain as {@code why} says. */
    record Unseen(Answer.Unanswered why) implements JobState {}
}
