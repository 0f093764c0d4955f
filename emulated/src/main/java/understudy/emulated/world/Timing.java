package understudy.emulated.world;

import java.time.Duration;

/**
 * How long things take in the world.
 *
 * @param setup the upgrade of a node's binaries
 * @param restart from the request to the first answer after it
 * @param detect until the others notice that a node is gone
 * @param stop a mailbox server's stop, {@code start} its start, {@code move} its way to another node
 * @param upgrade of a mailbox server, its start not included
 * @param service the start or stop of a service
 */
public record Timing(
        Duration setup,
        Duration restart,
        Duration detect,
        Duration stop,
        Duration start,
        Duration move,
        Duration upgrade,
        Duration service) {
    /** As the field reports it. */
    public static Timing usual() {
        return new Timing(
                Duration.ofMinutes(40),
                Duration.ofMinutes(6),
                Duration.ofSeconds(6),
                Duration.ofSeconds(50),
                Duration.ofSeconds(40),
                Duration.ofSeconds(40),
                Duration.ofMinutes(4),
                Duration.ofSeconds(3));
    }
}
