package understudy.cli.view;

import java.util.List;
import java.util.Optional;
import understudy.engine.run.ManualPart;

/**
 * A take-over, as {@code --output json} tells it.
 *
 * @param from who had the lock, in a sentence
 * @param before earlier take-overs of the run from this state directory, a sentence each
 * @param token the lock's number under which the run is shut out; empty where it was not taken
 * @param free other runs may begin
 * @param jobs every job that was found alive and how it ended
 * @param left what keeps the lock from being free
 * @param marks what the run has left on the cluster, each with the commands that give it back
 */
public record TakenOver(
        String run,
        String cluster,
        String by,
        String from,
        List<String> before,
        Optional<Long> token,
        boolean free,
        List<Job> jobs,
        List<String> left,
        List<ManualPart> marks) {
    public TakenOver {
        before = List.copyOf(before);
        jobs = List.copyOf(jobs);
        left = List.copyOf(left);
        marks = List.copyOf(marks);
    }

    /** A job of the run; {@code how} is empty while it still runs. */
    public record Job(String node, String name, String action, String how) {}
}
