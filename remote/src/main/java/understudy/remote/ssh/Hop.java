package understudy.remote.ssh;

import java.nio.file.Path;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.jspecify.annotations.Nullable;

/** One host on the way to a node, the node itself being the last; carries into the library's callbacks what they need. */
final class Hop {
    static final AttributeKey<Hop> KEY = new AttributeKey<>();

    private final SshEndpoint endpoint;
    private final SshIdentity identity;
    private final Path knownHostsFile;
    private final KnownHosts knownHosts;
    private volatile @Nullable String refusal;

    Hop(SshEndpoint endpoint, SshSettings settings, KnownHosts knownHosts) {
        this.endpoint = endpoint;
        this.identity = settings.identity();
        this.knownHostsFile = settings.knownHosts();
        this.knownHosts = knownHosts;
    }

    SshEndpoint endpoint() {
        return endpoint;
    }

    SshIdentity identity() {
        return identity;
    }

    Path knownHostsFile() {
        return knownHostsFile;
    }

    KnownHosts knownHosts() {
        return knownHosts;
    }

    /** Why the host's key was not believed, if it was not. */
    @Nullable
    String refusal() {
        return refusal;
    }

    void refuse(String sentence) {
        refusal = sentence;
    }
}
