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
    private final @Nullable NewHostKeys newKeys;
    private final @Nullable SshEndpoint via;
    private volatile @Nullable String refusal;

    Hop(SshEndpoint endpoint, SshSettings settings, KnownHosts knownHosts, @Nullable SshEndpoint via) {
        this.endpoint = endpoint;
        this.identity = settings.identity();
        this.knownHostsFile = settings.knownHosts();
        this.knownHosts = knownHosts;
        this.newKeys = settings.newKeys().orElse(null);
        this.via = via;
    }

    SshEndpoint endpoint() {
        return endpoint;
    }

    /** The jump host before it, if there is one. */
    @Nullable
    SshEndpoint via() {
        return via;
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

    /** Where keys that nobody knows yet are written down and believed, if they are. */
    @Nullable
    NewHostKeys newKeys() {
        return newKeys;
    }

    /** The sentence of what failed within a callback, such as a host key that was not believed. */
    @Nullable
    String refusal() {
        return refusal;
    }

    void refuse(String sentence) {
        refusal = sentence;
    }
}
