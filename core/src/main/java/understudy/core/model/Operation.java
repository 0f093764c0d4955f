package understudy.core.model;

import java.time.Duration;
import java.time.Instant;

/**
 * One thing that the cluster itself did with one resource of a group, from its own history: a start, a stop, a first monitor.
 *
 * @param agent what carries the resource out, as the cluster names it, such as {@code systemd:dovecot}; empty where it is not known
 * @param task as the cluster names it, such as {@code start} or {@code stop}
 * @param began by our clock
 * @param result as the cluster tells it, such as {@code ok}
 */
public record Operation(
        String resource, String agent, String task, NodeId node, Instant began, Duration took, String result) {
    public Instant ended() {
        return began.plus(took);
    }
}
