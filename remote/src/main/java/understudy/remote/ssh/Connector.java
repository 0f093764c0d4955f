package understudy.remote.ssh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import understudy.remote.Deadline;

/** Makes one connection to a node, through its jump hosts, and logs in. */
final class Connector {
    private final SshClient client;

    Connector(SshClient client) {
        this.client = client;
    }

    /** An open session on the node; closing it closes what stands between as well. */
    HopSession connect(SshSettings settings, Deadline deadline) throws ConnectFailure {
        var keys = Identities.load(settings.identity());
        HopSession session = null;
        for (var hop : route(settings)) {
            var endpoint = hop.endpoint();
            session = session == null
                    ? open(hop, new InetSocketAddress(endpoint.address(), endpoint.port()), keys, deadline)
                    : openThrough(session, hop, keys, deadline);
        }
        if (session == null) {
            throw new IllegalStateException("a route has at least its end");
        }
        return session;
    }

    /** The hosts on the way, the node last; all that can be wrong on our side shows before anything is opened. */
    private static List<Hop> route(SshSettings settings) throws ConnectFailure {
        var route = new ArrayList<Hop>();
        SshEndpoint via = null;
        for (var jump : settings.jumps()) {
            route.add(new Hop(jump, settings, KnownHosts.about(jump, settings), via));
            via = jump;
        }
        var node = settings.endpoint();
        route.add(new Hop(node, settings, KnownHosts.about(node, settings), via));
        return route;
    }

    private HopSession openThrough(HopSession near, Hop far, List<KeyPair> keys, Deadline deadline)
            throws ConnectFailure {
        var target =
                new SshdSocketAddress(far.endpoint().address(), far.endpoint().port());
        // The library can only enter a forwarded connection by a port of ours: on loopback, and closed as soon as we
        // are through.
        try (var door = near.createLocalPortForwardingTracker(SshdSocketAddress.LOCALHOST_ADDRESS, target)) {
            var session = open(far, door.getBoundAddress().toInetSocketAddress(), keys, deadline);
            session.addCloseFutureListener(closed -> near.close(true));
            near.addCloseFutureListener(closed -> session.close(true));
            return session;
        } catch (ConnectFailure failure) {
            near.close(true);
            throw failure;
        } catch (IOException refused) {
            near.close(true);
            throw new ConnectFailure(ConnectSentence.of(far, refused, deadline), refused);
        }
    }

    private HopSession open(Hop hop, InetSocketAddress address, List<KeyPair> keys, Deadline deadline)
            throws ConnectFailure {
        HopSession session = null;
        try {
            var connecting =
                    client.connect(hop.endpoint().user(), address, AttributeRepository.ofKeyValuePair(Hop.KEY, hop));
            session = (HopSession) connecting.verify(deadline.remaining()).getClientSession();
            keys.forEach(session::addPublicKeyIdentity);
            session.auth().verify(deadline.remaining());
            return session;
        } catch (IOException | RuntimeException failure) {
            if (session != null) {
                session.close(true);
            }
            throw new ConnectFailure(ConnectSentence.of(hop, failure, deadline), failure);
        }
    }
}
