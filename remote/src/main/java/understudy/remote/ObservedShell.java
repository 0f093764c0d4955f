package understudy.remote;

import java.time.Duration;
import java.time.InstantSource;

/** A shell that tells a listener of every command that goes through it. */
public final class ObservedShell implements NodeShell {
    private final NodeShell shell;
    private final String account;
    private final CommandListener listener;
    private final InstantSource clock;

    public ObservedShell(NodeShell shell, String account, CommandListener listener, InstantSource clock) {
        this.shell = shell;
        this.account = account;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public String nodeName() {
        return shell.nodeName();
    }

    @Override
    public Answer run(Command command) {
        var sent = new SentCommand(
                nodeName(), account, command.arguments(), command.input().note(), clock.instant());
        listener.sending(sent);
        var answer = shell.run(command);
        listener.answered(sent, answer, Duration.between(sent.startedAt(), clock.instant()));
        return answer;
    }
}
