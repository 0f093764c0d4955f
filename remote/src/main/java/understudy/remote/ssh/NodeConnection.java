package understudy.remote.ssh;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import understudy.remote.Deadline;

/** The one connection to a node: made when it is first needed, and again when it has died. */
final class NodeConnection {
    private final Supplier<Connector> connector;
    private final SshSettings settings;
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile @Nullable HopSession current;
    private volatile boolean closed;

    NodeConnection(Supplier<Connector> connector, SshSettings settings) {
        this.connector = connector;
        this.settings = settings;
    }

    /** An open session, the same for all who ask while it lives. */
    HopSession session(Deadline deadline) throws ConnectFailure {
        var open = openNow();
        if (open != null) {
            return open;
        }
        connecting.lock();
        try {
            var made = openNow();
            if (made != null) {
                return made;
            }
            if (closed) {
                throw new ConnectFailure("The connection to " + settings.endpoint() + " has been closed by us.");
            }
            var session = connector.get().connect(settings, deadline.atMost(settings.connectDeadline()));
            current = session;
            return session;
        } finally {
            connecting.unlock();
        }
    }

    /** No new command goes over this session; the next one gets a new connection. */
    void retire(HopSession session) {
        connecting.lock();
        try {
            if (current == session) {
                current = null;
            }
        } finally {
            connecting.unlock();
        }
        session.retire();
    }

    void close() {
        closed = true;
        var session = current;
        if (session != null) {
            session.close(true);
        }
    }

    private @Nullable HopSession openNow() {
        var session = current;
        return session != null && session.isOpen() && session.isAuthenticated() ? session : null;
    }
}
