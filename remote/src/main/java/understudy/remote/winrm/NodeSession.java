package understudy.remote.winrm;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import understudy.remote.Cause;
import understudy.remote.Deadline;
import understudy.remote.winrm.Wsman.LoginRefused;

/**
 * One connection to a node with one shell on it, kept warm from command to command; one thread at a time uses it.
 *
 * <p>The shell does not hang on the connection: when that is gone, another one finds it by its id, or makes a new one.
 */
final class NodeSession {
    /** A listener closes what is idle for long without a word; after this much silence we ask before we send a command. */
    private static final long ASK_AFTER_NANOS = 2_000_000_000;

    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final String node;
    private final WinRmSettings settings;
    private volatile @Nullable LoggedInConnection connection;
    private @Nullable Identity identity;
    private @Nullable String shell;
    private long lastUsed;

    NodeSession(String node, WinRmSettings settings) {
        this.node = node;
        this.settings = settings;
    }

    /** The requests on a connection that has answered just now. */
    Wsman wsman(Deadline deadline) throws ConnectFailure {
        var limit = deadline.atMost(settings.connectDeadline());
        var open = connection;
        if (open != null && open.isOpen()) {
            var wsman = new Wsman(open, settings.endpoint());
            if (System.nanoTime() - lastUsed < ASK_AFTER_NANOS || answers(wsman, limit)) {
                return wsman;
            }
        }
        return connect(limit);
    }

    private boolean answers(Wsman wsman, Deadline deadline) {
        try {
            wsman.identify(deadline.atMost(FAREWELL));
            used();
            return true;
        } catch (IOException | WsmanFault | LoginRefused gone) {
            // Whatever it is: a new connection is made, and if it cannot be, that failure has the sentence.
            lose();
            return false;
        }
    }

    private Wsman connect(Deadline deadline) throws ConnectFailure {
        var made = LoggedInConnection.open(settings, deadline);
        connection = made;
        var wsman = new Wsman(made, settings.endpoint());
        identity = ask(() -> wsman.identify(deadline), deadline);
        used();
        return wsman;
    }

    /** The shell, made if there is none. */
    String shell(Wsman wsman, Deadline deadline) throws ConnectFailure {
        var kept = shell;
        if (kept != null) {
            return kept;
        }
        var made = ask(() -> wsman.create(deadline), deadline);
        shell = made;
        used();
        return made;
    }

    private <T> T ask(Question<T> question, Deadline deadline) throws ConnectFailure {
        try {
            return question.ask();
        } catch (WsmanFault fault) {
            throw new ConnectFailure(FaultSentence.of(node, settings.login().account(), fault), fault);
        } catch (LoginRefused refused) {
            lose();
            throw new ConnectFailure(refused.sentence(settings), refused);
        } catch (IOException failure) {
            lose();
            throw new ConnectFailure(ConnectSentence.of(settings, failure, deadline), failure);
        }
    }

    private interface Question<T> {
        T ask() throws IOException, WsmanFault, LoginRefused;
    }

    /** Whether cmd.exe may stand between us and the program; unknown counts as yes. */
    boolean behindCmd() {
        var known = identity;
        return known == null || !known.startsProgramsItself();
    }

    void used() {
        lastUsed = System.nanoTime();
    }

    void forgetShell() {
        shell = null;
    }

    /** Closes the connection; the next command makes another. */
    void lose() {
        var open = connection;
        connection = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException unclosed) {
            throw new IllegalStateException(
                    "the socket to " + node + " could not be closed: " + Cause.text(unclosed), unclosed);
        }
    }

    /** Ends the command and its shell, over a new connection if need be, without letting anybody wait for it. */
    void abandon(String command) {
        var old = shell;
        forgetShell();
        if (old == null) {
            return;
        }
        Thread.ofVirtual().name("understudy-winrm-abandon-" + node).start(() -> {
            var deadline = Deadline.after(FAREWELL.plus(settings.connectDeadline()));
            try (var own = LoggedInConnection.open(settings, deadline)) {
                var wsman = new Wsman(own, settings.endpoint());
                wsman.terminate(old, command, deadline);
                wsman.delete(old, deadline);
            } catch (ConnectFailure | IOException | WsmanFault | LoginRefused gone) {
                // The answer has said already that the command may go on; a shell that nobody uses ends by itself
                // (IdleTimeOut).
            }
        });
    }

    /** Deletes the shell, if the node hears that in time, and closes the connection. */
    void close() {
        var old = shell;
        var open = connection;
        forgetShell();
        try {
            if (old != null && open != null && open.isOpen()) {
                new Wsman(open, settings.endpoint()).delete(old, Deadline.after(FAREWELL));
            }
        } catch (IOException | WsmanFault | LoginRefused gone) {
            // A shell that could not be deleted ends by itself (IdleTimeOut).
        } finally {
            lose();
        }
    }
}
