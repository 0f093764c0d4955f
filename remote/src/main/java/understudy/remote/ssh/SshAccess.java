package understudy.remote.ssh;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.sshd.client.SshClient;
import org.jspecify.annotations.Nullable;
import understudy.remote.CommandListener;
import understudy.remote.NodeShell;
import understudy.remote.ObservedShell;
import understudy.remote.shell.CmdQuoting;
import understudy.remote.shell.CommandLineOfWindows;
import understudy.remote.shell.Quoting;

/**
 * The way to many nodes over SSH: gives each its shell, and closes all of them at the end.
 *
 * <p>Nothing is loaded, started or connected before the first command.
 */
public final class SshAccess implements AutoCloseable {
    private final KeepAlive keepAlive;
    private final CommandListener listener;
    private final InstantSource clock;
    private final List<NodeConnection> connections = new ArrayList<>();
    private @Nullable SshClient client;
    private boolean closed;

    public SshAccess(KeepAlive keepAlive, CommandListener listener, InstantSource clock) {
        this.keepAlive = keepAlive;
        this.listener = listener;
        this.clock = clock;
    }

    /** With the usual keep-alive, nobody listening. */
    public SshAccess() {
        this(KeepAlive.USUAL, CommandListener.NONE, InstantSource.system());
    }

    /** The shell of a node; ask once for each node and keep it, for each has its own connection. */
    public synchronized NodeShell shell(String node, SshSettings settings) {
        return shell(node, settings, Quoting::posix);
    }

    /** The same for a node whose SSH server is OpenSSH for Windows, with cmd.exe or PowerShell behind it. */
    public synchronized NodeShell windowsShell(String node, SshSettings settings) {
        return shell(node, settings, CommandLineOfWindows::of);
    }

    /** The same for programs with values among their arguments, behind cmd.exe: a management host. */
    public synchronized NodeShell cmdShell(String node, SshSettings settings) {
        return shell(node, settings, CmdQuoting::line);
    }

    private NodeShell shell(String node, SshSettings settings, Function<List<String>, String> line) {
        refuseIfClosed();
        var connection = new NodeConnection(this::connector, settings);
        connections.add(connection);
        return new ObservedShell(
                new SshShell(node, connection, line), settings.endpoint().user(), listener, clock);
    }

    /** Closes every connection; commands that still run are lost to us. */
    @Override
    public synchronized void close() {
        closed = true;
        connections.forEach(NodeConnection::close);
        if (client != null) {
            client.stop();
        }
    }

    private synchronized Connector connector() {
        refuseIfClosed();
        if (client == null) {
            client = SshClients.start(keepAlive);
        }
        return new Connector(client);
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("this SSH access has been closed");
        }
    }
}
