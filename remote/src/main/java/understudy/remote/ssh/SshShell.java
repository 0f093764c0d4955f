package understudy.remote.ssh;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import understudy.remote.Answer;
import understudy.remote.Command;
import understudy.remote.Deadline;
import understudy.remote.NodeShell;

/** Runs commands on a node over its one SSH connection, several at once. */
final class SshShell implements NodeShell {
    /** OpenSSH allows ten channels on a connection unless told otherwise; two are left for what still closes. */
    private static final int CHANNELS = 8;

    private static final int ATTEMPTS_FOR_ROOM = 10;
    private static final int ATTEMPTS = 12;
    private static final long PAUSE_NANOS = 2_000_000;

    private final String node;
    private final NodeConnection connection;
    private final Function<List<String>, String> line;
    private final Semaphore channels = new Semaphore(CHANNELS, true);

    /** @param line how an argument list is written for the far side's shell */
    SshShell(String node, NodeConnection connection, Function<List<String>, String> line) {
        this.node = node;
        this.connection = connection;
        this.line = line;
    }

    @Override
    public String nodeName() {
        return node;
    }

    @Override
    public Answer run(Command command) {
        var deadline = Deadline.after(command.deadline());
        try {
            if (!channels.tryAcquire(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                return new Answer.NotSent(
                        CHANNELS + " commands run on " + node + " already and none ended in time; try again.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer.NotSent("We were told to stop before the command went to " + node + ".");
        }
        try {
            return run(command, deadline);
        } catch (ConnectFailure failure) {
            return new Answer.NotSent(failure.sentence());
        } finally {
            channels.release();
        }
    }

    /**
     * A command that was surely not sent is sent again where another try may help: over a new connection if this one has
     * died unnoticed, a moment later if the node still clears away the commands before.
     */
    private Answer run(Command command, Deadline deadline) throws ConnectFailure {
        for (int attempt = 1; ; attempt++) {
            var session = connection.session(deadline);
            var exec = new Exec(node, session, command, line.apply(command.arguments()), deadline);
            var answer = exec.run();
            if (exec.outOfTime() || (exec.noRoom() && attempt == ATTEMPTS_FOR_ROOM)) {
                connection.retire(session);
            }
            var again = answer instanceof Answer.NotSent && (exec.noRoom() || !session.isOpen());
            if (!again || attempt == ATTEMPTS || deadline.hasPassed()) {
                return answer;
            }
            LockSupport.parkNanos(exec.noRoom() ? attempt * PAUSE_NANOS : 0);
        }
    }
}
