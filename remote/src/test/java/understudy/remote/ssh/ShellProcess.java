package understudy.remote.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.Signal;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/** Runs a line the way sshd does: as an argument of the account's shell. */
final class ShellProcess implements Command {
    private final String line;
    private @Nullable InputStream input;
    private @Nullable OutputStream output;
    private @Nullable OutputStream error;
    private @Nullable ExitCallback exit;
    private @Nullable Process process;

    ShellProcess(String line) {
        this.line = line;
    }

    @Override
    public void setInputStream(InputStream stream) {
        input = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        output = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        error = stream;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
        var started = new ProcessBuilder("/bin/sh", "-c", line).start();
        process = started;
        environment.addSignalListener((changed, signal) -> terminate(started), Signal.TERM);
        Thread.ofVirtual().start(() -> copy(Objects.requireNonNull(input), started.getOutputStream()));
        var errors = Thread.ofVirtual().start(() -> copy(started.getErrorStream(), Objects.requireNonNull(error)));
        Thread.ofVirtual().start(() -> {
            copy(started.getInputStream(), Objects.requireNonNull(output));
            try {
                errors.join();
                Objects.requireNonNull(exit).onExit(started.waitFor());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** As with sshd, what runs goes on when the channel is gone. */
    @Override
    public void destroy(ChannelSession channel) throws IOException {
        Objects.requireNonNull(process).getOutputStream().close();
    }

    /** As with sshd, a signal reaches the whole process group. */
    private static void terminate(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    /** Copies to the end of {@code from}, also when nobody reads any more: a channel whose input stands still is stuck. */
    private static void copy(InputStream from, OutputStream to) {
        var buffer = new byte[8192];
        var open = true;
        try {
            for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                open = open && written(to, buffer, read);
            }
            to.close();
        } catch (IOException gone) {
            Logger.getLogger("test").log(Level.FINE, "the other end went first", gone);
        }
    }

    private static boolean written(OutputStream to, byte[] buffer, int length) {
        try {
            to.write(buffer, 0, length);
            to.flush();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }
}
