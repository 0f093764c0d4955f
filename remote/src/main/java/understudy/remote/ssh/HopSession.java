package understudy.remote.ssh;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.sshd.client.ClientFactoryManager;
import org.apache.sshd.client.session.ClientSessionImpl;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.signature.Signature;
import understudy.remote.ssh.KnownHosts.Kind;

/** A session that knows which host it was meant for, however many hosts stand between. */
final class HopSession extends ClientSessionImpl {
    private final AtomicInteger users = new AtomicInteger();
    private volatile boolean retired;

    HopSession(ClientFactoryManager client, IoSession session) throws Exception {
        super(client, session);
        // Ask first for the kinds of host key that we could believe: a node has several, and known_hosts mostly one.
        setSignatureFactories(preferred(hop(), client.getSignatureFactories()));
    }

    Hop hop() {
        return Objects.requireNonNull(getConnectionContext().getAttribute(Hop.KEY), "a connection without its hop");
    }

    void enter() {
        users.incrementAndGet();
    }

    void leave() {
        if (users.decrementAndGet() == 0 && retired) {
            close(true);
        }
    }

    /** To be closed as soon as nothing runs on it any more. */
    void retire() {
        retired = true;
        enter();
        leave();
    }

    /** Behind a jump host the connection goes to a port of our own; a host certificate names the real address. */
    @Override
    public SocketAddress getConnectAddress() {
        var endpoint = hop().endpoint();
        return InetSocketAddress.createUnresolved(endpoint.address(), endpoint.port());
    }

    private static List<NamedFactory<Signature>> preferred(Hop hop, List<NamedFactory<Signature>> all) {
        var authority = hop.knownHosts().has(Kind.AUTHORITY);
        Set<String> known = hop.knownHosts().lines().stream()
                .filter(line -> line.kind() == Kind.HOST_KEY)
                .map(line -> KeyUtils.getKeyType(line.key()))
                .collect(Collectors.toSet());
        var ordered = new ArrayList<>(all);
        ordered.sort(Comparator.comparingInt(factory -> rank(factory.getName(), authority, known)));
        if (!authority) {
            // Without an authority no certificate could be believed, though the plain key beneath it could.
            ordered.removeIf(factory -> KeyUtils.isCertificateAlgorithm(factory.getName()));
        }
        return ordered;
    }

    private static int rank(String algorithm, boolean authority, Set<String> known) {
        if (authority && KeyUtils.isCertificateAlgorithm(algorithm)) {
            return 0;
        }
        return known.contains(KeyUtils.getCanonicalKeyType(algorithm)) ? 1 : 2;
    }
}
