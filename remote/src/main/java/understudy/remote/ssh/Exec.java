package understudy.remote.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelListener;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.session.ConnectionService;
import org.jspecify.annotations.Nullable;
import understudy.remote.Answer;
import understudy.remote.Cause;
import understudy.remote.Command;
import understudy.remote.Deadline;
import understudy.remote.KeptBytes;

/** One command on one open session, from the opening of its channel to its end. */
final class Exec {
    private static final int ERROR_LIMIT = 64 << 10;

    /** How long output may stand still after the command's end, where something it started holds the channel open. */
    private static final long QUIET_NANOS = 1_000_000_000;

    private static final Map<String, Integer> SIGNALS = Map.ofEntries(
            Map.entry("HUP", 1),
            Map.entry("INT", 2),
            Map.entry("QUIT", 3),
            Map.entry("ILL", 4),
            Map.entry("ABRT", 6),
            Map.entry("FPE", 8),
            Map.entry("KILL", 9),
            Map.entry("USR1", 10),
            Map.entry("SEGV", 11),
            Map.entry("USR2", 12),
            Map.entry("PIPE", 13),
            Map.entry("ALRM", 14),
            Map.entry("TERM", 15));

    private final String node;
    private final HopSession session;
    private final Command command;
    private final Deadline deadline;
    private final ExecChannel channel;
    private final KeptBytes output;
    private final KeptBytes error = new KeptBytes(ERROR_LIMIT);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile @Nullable IOException unreadable;
    private boolean noRoom;
    private boolean outOfTime;

    Exec(String node, HopSession session, Command command, String line, Deadline deadline) {
        this.node = node;
        this.session = session;
        this.command = command;
        this.deadline = deadline;
        this.channel = new ExecChannel(line);
        this.output = new KeptBytes(command.outputLimit());
    }

    Answer run() {
        session.enter();
        try (var input = command.input().open()) {
            return run(input);
        } catch (IOException unopened) {
            return new Answer.NotSent(
                    "What " + program() + " should read on " + node + " cannot be read here: " + unopened + ".");
        } finally {
            session.leave();
        }
    }

    /** Whether the node refused another command on this connection, for OpenSSH limits how many there may be at once. */
    boolean noRoom() {
        return noRoom;
    }

    /** Whether the command was given up, so that it may hold one of the connection's few places for long. */
    boolean outOfTime() {
        return outOfTime;
    }

    private Answer run(InputStream input) {
        try {
            open();
        } catch (IOException | RuntimeException failure) {
            return channelFailed(failure);
        }
        var feeder = Thread.ofVirtual().name("understudy-input-" + node).start(() -> feed(input));
        try {
            if (ends()) {
                return answer();
            }
            outOfTime = true;
            terminate();
            return tooLate();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer.Lost(
                    "We were told to stop waiting for " + program() + " on " + node + "; it may go on there.");
        } finally {
            // Closed at once, the library would not tell the far side, which would keep the channel for ever.
            channel.close(false);
            join(feeder);
        }
    }

    private void open() throws IOException {
        channel.setOut(output);
        channel.setErr(error);
        channel.addChannelListener(new ChannelListener() {
            @Override
            public void channelStateChanged(Channel changed, String hint) {
                if (channel.getExitStatus() != null || channel.getExitSignal() != null) {
                    ended.complete(null);
                }
            }
        });
        session.getService(ConnectionService.class).registerChannel(channel);
        channel.addCloseFutureListener(future -> {
            closed.complete(null);
            ended.complete(null);
        });
        channel.open().verify(deadline.remaining());
    }

    /** Waits for the end and then for the rest of the output; false if the deadline comes first. */
    private boolean ends() throws InterruptedException {
        if (!isDone(ended, deadline.remainingNanos())) {
            return false;
        }
        var seen = -1L;
        while (seen != output.seen() + error.seen() && !deadline.hasPassed()) {
            seen = output.seen() + error.seen();
            if (isDone(closed, QUIET_NANOS)) {
                break;
            }
        }
        return true;
    }

    private Answer answer() {
        var exit = exit();
        if (exit != null) {
            var partial = !closed.isDone() || output.truncated() || error.truncated();
            return new Answer.Finished(exit, output.text(), error.text(), partial);
        }
        if (channel.surelyNotRun()) {
            return new Answer.NotSent(
                    "The SSH server of " + node + " refused to run " + program() + ": look into its log of sshd.");
        }
        var cause = unreadable;
        if (cause != null) {
            return new Answer.Lost("What " + program() + " reads on " + node + " broke off here: " + cause
                    + "; look at what it has done.");
        }
        return new Answer.Lost(
                "The connection to " + node + " was lost while " + program() + " ran there; look at what it has done.");
    }

    private @Nullable Integer exit() {
        var status = channel.getExitStatus();
        if (status != null) {
            return status;
        }
        var signal = channel.getExitSignal();
        return signal == null ? null : 128 + SIGNALS.getOrDefault(signal, 0);
    }

    private Answer tooLate() {
        return new Answer.Lost("No end of " + program() + " on " + node + " within "
                + command.deadline().toMillis() + " ms; it may go on there, so look at what it has done.");
    }

    private Answer channelFailed(Exception failure) {
        var notRun = channel.surelyNotRun();
        channel.close(false);
        noRoom = Cause.has(failure, SshChannelOpenException.class);
        var sentence = "No channel for " + program() + " on " + node + " (" + Cause.text(failure) + ")";
        return notRun
                ? new Answer.NotSent(sentence + ": it was not sent.")
                : new Answer.Lost(sentence + ": it may have run; look at what it has done.");
    }

    private void terminate() {
        try {
            channel.terminate();
        } catch (IOException gone) {
            // Nothing is left to be told: the answer says already that the command may go on.
            session.close(true);
        }
    }

    private void feed(InputStream input) {
        try (var sink = channel.getInvertedIn()) {
            var buffer = new byte[32 << 10];
            for (var read = read(input, buffer); read > 0; read = read(input, buffer)) {
                sink.write(buffer, 0, read);
            }
        } catch (IOException broken) {
            // A program may end without having read everything. But if its input broke off on our side, it must not be
            // left to think that this was the end.
            if (unreadable != null) {
                terminate();
                channel.close(false);
            }
        }
    }

    private int read(InputStream input, byte[] buffer) throws IOException {
        try {
            return input.read(buffer);
        } catch (IOException broken) {
            unreadable = broken;
            throw broken;
        }
    }

    private String program() {
        return "'" + command.arguments().getFirst() + "'";
    }

    private static void join(Thread feeder) {
        try {
            feeder.join(1_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isDone(CompletableFuture<Void> future, long nanos) throws InterruptedException {
        try {
            future.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a future that nobody fails has failed", impossible);
        }
    }
}
