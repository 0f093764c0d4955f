package understudy.remote.winrm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import understudy.remote.Answer;
import understudy.remote.Command;
import understudy.remote.Deadline;
import understudy.remote.NodeShell;

/** Runs commands on a node over WinRM: one after the other on one kept session, at once on as many as needed, to a limit. */
final class WinRmShell implements NodeShell {
    /** WinRM 2.0 allows a user five shells unless told otherwise; one is left for a person. */
    private static final int SESSIONS = 4;

    private final String node;
    private final WinRmSettings settings;
    private final Semaphore places = new Semaphore(SESSIONS, true);
    private final Deque<NodeSession> idle = new ArrayDeque<>();
    private final List<NodeSession> busy = new ArrayList<>();
    private boolean closed;

    WinRmShell(String node, WinRmSettings settings) {
        this.node = node;
        this.settings = settings;
    }

    @Override
    public String nodeName() {
        return node;
    }

    @Override
    public Answer run(Command command) {
        var deadline = Deadline.after(command.deadline());
        try {
            if (!places.tryAcquire(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                return new Answer.NotSent(
                        SESSIONS + " commands run on " + node + " already and none ended in time; try again.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer.NotSent("We were told to stop before the command went to " + node + ".");
        }
        try {
            var session = take();
            if (session == null) {
                return new Answer.NotSent("The connection to " + node + " has been closed by us.");
            }
            try {
                return new Execution(node, settings, session, command, deadline).run();
            } finally {
                giveBack(session);
            }
        } finally {
            places.release();
        }
    }

    private synchronized @Nullable NodeSession take() {
        if (closed) {
            return null;
        }
        var session = idle.isEmpty() ? new NodeSession(node, settings) : idle.pop();
        busy.add(session);
        return session;
    }

    private synchronized void giveBack(NodeSession session) {
        busy.remove(session);
        if (closed) {
            session.close();
        } else {
            idle.push(session);
        }
    }

    /** Deletes the shells and closes the connections; commands that still run are lost to us. */
    synchronized void close() {
        closed = true;
        busy.forEach(NodeSession::lose);
        idle.forEach(NodeSession::close);
        idle.clear();
    }
}
