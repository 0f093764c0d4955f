package understudy.engine.ports;

import java.time.Duration;
import java.util.List;
import understudy.core.model.NodeId;

/** The long commands of whatever run on each node, for whoever takes a cluster over (safety rule 4). */
public interface NodeJobs {
    /** What a node says. */
    sealed interface Answer {
        /** These run there now. */
        record Live(List<LiveJob> jobs) implements Answer {
            public Live {
                jobs = List.copyOf(jobs);
            }
        }

        /** Nobody knows. */
        record Silent(String reason) implements Answer {}
    }

    /**
     * A command that runs.
     *
     * @param name by which it is found on the node
     * @param action whose it is: run, step and attempt
     */
    record LiveJob(NodeId node, String name, String action) {}

    /** How a wait for a job ended. */
    sealed interface Waited {
        /** It runs no more; its end as far as its record shows it. */
        record Over(String how) implements Waited {}

        /** It outlasts us. */
        record Running() implements Waited {}

        /** Nobody knows. */
        record Silent(String reason) implements Waited {}
    }

    /** The nodes on which there may be jobs. */
    List<NodeId> nodes();

    /** The jobs that run there; changes nothing but that the script which finds them is put there. */
    Answer live(NodeId node);

    /** From now on the node refuses every job under a lower token than this; then the same as {@link #live}. */
    Answer fence(NodeId node, long token);

    /** Waits until the job runs no more, at most so long. */
    Waited await(LiveJob job, Duration atMost);
}
