package understudy.remote.ssh;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one node is reached over SSH.
 *
 * @param endpoint the node itself
 * @param identity who we are, for the node and for every jump host
 * @param knownHosts the file that says which host keys to believe; no other key is, but for those that {@code newKeys} takes
 * @param newKeys where keys that no file knows are written down and believed; empty as a rule
 * @param jumps the hosts on the way, the nearest first; each is asked to reach the next
 * @param connectDeadline how long one connection may take, from the first packet to the login
 */
public record SshSettings(
        SshEndpoint endpoint,
        SshIdentity identity,
        Path knownHosts,
        Optional<NewHostKeys> newKeys,
        List<SshEndpoint> jumps,
        Duration connectDeadline) {
    /** The connect deadline of settings that name none. */
    public static final Duration USUAL_CONNECT_DEADLINE = Duration.ofSeconds(10);

    private static final int MOST_JUMPS = 8;

    public SshSettings {
        jumps = List.copyOf(jumps);
        if (jumps.size() > MOST_JUMPS) {
            throw new IllegalArgumentException("At most " + MOST_JUMPS + " jump hosts: " + jumps);
        }
        if (!connectDeadline.isPositive()) {
            throw new IllegalArgumentException("The connect deadline must be positive: " + connectDeadline);
        }
    }

    /** Directly, within the usual deadline. */
    public SshSettings(SshEndpoint endpoint, SshIdentity identity, Path knownHosts) {
        this(endpoint, identity, knownHosts, Optional.empty(), List.of(), USUAL_CONNECT_DEADLINE);
    }

    /** The same, through these hosts, the nearest first. */
    public SshSettings through(List<SshEndpoint> hosts) {
        return new SshSettings(endpoint, identity, knownHosts, newKeys, hosts, connectDeadline);
    }

    /** The same, connected within {@code limit}. */
    public SshSettings connectingWithin(Duration limit) {
        return new SshSettings(endpoint, identity, knownHosts, newKeys, jumps, limit);
    }

    /** The same, taking the keys of hosts that nobody knows yet on trust. */
    public SshSettings taking(NewHostKeys keys) {
        return new SshSettings(endpoint, identity, knownHosts, Optional.of(keys), jumps, connectDeadline);
    }
}
