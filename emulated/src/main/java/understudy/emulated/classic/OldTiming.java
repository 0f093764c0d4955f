package understudy.emulated.classic;

import java.time.Duration;

/**
 * How long things take.
 *
 * @param setup an installation
 * @param restart from the request to the first answer after it
 * @param detect until the others notice that a node is gone
 * @param store the start of the information store
 * @param mount what the first start under newer binaries takes on top, where it upgrades the databases
 * @param upgrade of a virtual server by an administrator
 * @param resource any other resource, up or down
 * @param service a service's start or stop
 */
public record OldTiming(
        Duration setup,
        Duration restart,
        Duration detect,
        Duration store,
        Duration mount,
        Duration upgrade,
        Duration resource,
        Duration service) {
    /** As the field reports it. */
    public static OldTiming usual() {
        return new OldTiming(
                Duration.ofMinutes(25),
                Duration.ofMinutes(5),
                Duration.ofSeconds(6),
                Duration.ofSeconds(30),
                Duration.ofMinutes(3),
                Duration.ofSeconds(40),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5));
    }
}
