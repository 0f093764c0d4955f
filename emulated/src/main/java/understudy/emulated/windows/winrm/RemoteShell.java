package understudy.emulated.windows.winrm;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One shell of one user: the commands that were started in it and not forgotten yet. */
final class RemoteShell {
    private final String id = newId();
    private final String owner;
    private final Duration idleTimeout;
    private final Map<String, RunningCommand> commands = new ConcurrentHashMap<>();
    private volatile Instant lastUsed;

    RemoteShell(String owner, Duration idleTimeout, Instant now) {
        this.owner = owner;
        this.idleTimeout = idleTimeout;
        this.lastUsed = now;
    }

    static String newId() {
        return UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    }

    String id() {
        return id;
    }

    String owner() {
        return owner;
    }

    void usedAt(Instant now) {
        lastUsed = now;
    }

    boolean isIdle(Instant now) {
        return lastUsed.plus(idleTimeout).isBefore(now);
    }

    /** Starts a command under that id, if there is room. */
    synchronized void start(String command, int most, Supplier<RunningCommand> program) throws WsmanRefusal {
        if (commands.size() >= most) {
            throw WsmanRefusal.commandLimit(most);
        }
        commands.put(command, program.get());
    }

    RunningCommand command(String command) throws WsmanRefusal {
        var running = commands.get(command);
        if (running == null) {
            throw WsmanRefusal.noSuchCommand();
        }
        return running;
    }

    void forget(String command) {
        var running = commands.remove(command);
        if (running != null) {
            running.terminate();
        }
    }

    void end() {
        commands.values().forEach(RunningCommand::terminate);
        commands.clear();
    }
}
