package understudy.emulated.windows.winrm;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shells that live on a node, whoever's connection they were made on. */
final class Shells {
    private final Limits limits;
    private final InstantSource clock;
    private final Map<String, RemoteShell> shells = new HashMap<>();

    Shells(Limits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    synchronized RemoteShell create(String owner, Duration idleTimeout) throws WsmanRefusal {
        endIdleOnes();
        long theirs = shells.values().stream()
                .filter(shell -> shell.owner().equals(owner))
                .count();
        if (theirs >= limits.shellsPerUser()) {
            throw WsmanRefusal.shellLimit(limits.shellsPerUser());
        }
        var shell = new RemoteShell(owner, idleTimeout, clock.instant());
        shells.put(shell.id(), shell);
        return shell;
    }

    /** A shell of that user; somebody else's is as good as none. */
    synchronized RemoteShell of(String owner, String id) throws WsmanRefusal {
        endIdleOnes();
        var shell = shells.get(id);
        if (shell == null || !shell.owner().equals(owner)) {
            throw WsmanRefusal.noSuchShell(id);
        }
        shell.usedAt(clock.instant());
        return shell;
    }

    synchronized void delete(RemoteShell shell) {
        shells.remove(shell.id());
        shell.end();
    }

    synchronized void deleteAll() {
        shells.values().forEach(RemoteShell::end);
        shells.clear();
    }

    synchronized List<String> ids() {
        return List.copyOf(shells.keySet());
    }

    private void endIdleOnes() {
        var idle = shells.values().stream()
                .filter(shell -> shell.isIdle(clock.instant()))
                .toList();
        idle.forEach(this::delete);
    }
}
