package understudy.driver.pacemaker.node;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import understudy.remote.Answer;
import understudy.remote.Command;

/** How what we send to a node comes to run as root there. */
interface Elevation {
    Answer run(Command command);

    /** Why the command could not be sent; empty where it could. Runs nothing of it. */
    Optional<String> refusal(List<String> command);

    /** A script of ours, of whose output at most {@code limit} bytes are kept. */
    Answer run(Script script, Duration deadline, int limit);

    /** The beginning of a job's command that runs these scripts; their arguments follow. */
    List<String> work(List<String> scripts);
}
