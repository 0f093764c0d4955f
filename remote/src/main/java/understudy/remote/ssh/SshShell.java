package understudy.remote.ssh;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import understudy.remote.Answer;
import understudy.remote.Command;
import understudy.remote.NodeShell;

/** Runs commands on a node over its one SSH connection, several at once. */
final class SshShell implements NodeShell {
    /** OpenSSH allows ten channels on a connection unless told otherwise; two are left for what still closes. */
    private static final int CHANNELS = 8;

    private final String node;
    private final NodeConnection connection;
    private final Semaphore channels = new Semaphore(CHANNELS, true);

    SshShell(String node, NodeConnection connection) {
        this.node = node;
        this.connection = connection;
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

    /** A connection that has died unnoticed shows it by a command that was not sent; a new one is then tried, once. */
    private Answer run(Command command, Deadline deadline) throws ConnectFailure {
        var session = connection.session(deadline);
        var answer = new Exec(node, session, command, deadline).run();
        if (answer instanceof Answer.NotSent && !session.isOpen() && !deadline.hasPassed()) {
            return new Exec(node, connection.session(deadline), command, deadline).run();
        }
        return answer;
    }
}
