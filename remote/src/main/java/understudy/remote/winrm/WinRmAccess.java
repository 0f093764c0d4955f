package understudy.remote.winrm;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import understudy.remote.CommandListener;
import understudy.remote.NodeShell;
import understudy.remote.ObservedShell;

/**
 * The way to many Windows nodes over WinRM: gives each its shell, and closes all of them at the end.
 *
 * <p>Nothing is connected before the first command. Nothing here was ever tried against a real Windows; what it rests on,
 * {@code docs/winrm.md} says.
 */
public final class WinRmAccess implements AutoCloseable {
    private final CommandListener listener;
    private final InstantSource clock;
    private final List<WinRmShell> shells = new ArrayList<>();
    private boolean closed;

    public WinRmAccess(CommandListener listener, InstantSource clock) {
        this.listener = listener;
        this.clock = clock;
    }

    /** Nobody listening. */
    public WinRmAccess() {
        this(CommandListener.NONE, InstantSource.system());
    }

    /** The shell of a node; ask once for each node and keep it, for each has its own connections. */
    public synchronized NodeShell shell(String node, WinRmSettings settings) {
        if (closed) {
            throw new IllegalStateException("this WinRM access has been closed");
        }
        var shell = new WinRmShell(node, settings);
        shells.add(shell);
        return new ObservedShell(shell, settings.login().account(), listener, clock);
    }

    /** Deletes the shells on the nodes and closes every connection; commands that still run are lost to us. */
    @Override
    public synchronized void close() {
        closed = true;
        shells.forEach(WinRmShell::close);
    }
}
