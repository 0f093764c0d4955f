package understudy.emulated.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.Signal;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;
import understudy.emulated.windows.CommandHost;

/** One command line that came over SSH, run by the node as its own processes are. */
final class HostCommand implements Command {
    private final CommandHost host;
    private final String account;
    private final String line;
    private @Nullable InputStream input;
    private @Nullable OutputStream output;
    private @Nullable OutputStream error;
    private @Nullable ExitCallback exit;
    private @Nullable Thread thread;

    HostCommand(CommandHost host, String account, String line) {
        this.host = host;
        this.account = account;
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
    public void start(ChannelSession channel, Environment environment) {
        var runner = Thread.ofVirtual().name("ssh-" + host.name()).unstarted(() -> run(channel));
        thread = runner;
        environment.addSignalListener((changed, signal) -> runner.interrupt(), Signal.TERM);
        runner.start();
    }

    private void run(ChannelSession channel) {
        try {
            int code = host.run(
                    account,
                    line,
                    Objects.requireNonNull(input),
                    Objects.requireNonNull(output),
                    Objects.requireNonNull(error));
            Objects.requireNonNull(output).flush();
            Objects.requireNonNull(error).flush();
            Objects.requireNonNull(exit).onExit(code);
        } catch (IOException lost) {
            // A node without power says nothing any more: no exit code, the connection simply ends.
            channel.getSession().close(true);
        } catch (InterruptedException ended) {
            Objects.requireNonNull(exit).onExit(1);
        }
    }

    /** The program ends with its channel, as OpenSSH for Windows ends what it has started. */
    @Override
    public void destroy(ChannelSession channel) {
        var runner = thread;
        if (runner != null) {
            runner.interrupt();
        }
    }
}
