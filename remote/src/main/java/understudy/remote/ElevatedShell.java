package understudy.remote;

import java.util.ArrayList;
import java.util.List;
import understudy.remote.Answer.Finished;
import understudy.remote.Answer.NotSent;

/** A shell whose commands run as root by {@code sudo}, for nodes where nobody may log in as root. Never asks for a password. */
public final class ElevatedShell implements NodeShell {
    /** What sudo says, and all it says, when it would have to ask for a password and therefore runs nothing. */
    private static final String PASSWORD_WANTED = "sudo: a password is required";

    private final NodeShell shell;
    private final List<String> become;

    /**
     * A shell that puts {@code become} before every command.
     *
     * @param become {@code sudo -n --}, or what a site has in its place; it must never ask for anything
     */
    public ElevatedShell(NodeShell shell, List<String> become) {
        this.shell = shell;
        this.become = List.copyOf(become);
    }

    /** By {@code sudo -n --}. */
    public ElevatedShell(NodeShell shell) {
        this(shell, List.of("sudo", "-n", "--"));
    }

    @Override
    public String nodeName() {
        return shell.nodeName();
    }

    @Override
    public Answer run(Command command) {
        var arguments = new ArrayList<>(become);
        arguments.addAll(command.arguments());
        var answer = shell.run(new Command(arguments, command.input(), command.deadline(), command.outputLimit()));
        return answer instanceof Finished(int exit, String output, String error, boolean truncated)
                        && exit == 1
                        && output.isEmpty()
                        && error.strip().equals(PASSWORD_WANTED)
                ? new NotSent("sudo on " + nodeName() + " wants a password for '"
                        + command.arguments().getFirst()
                        + "', and none is given here: allow it to this account with NOPASSWD,"
                        + " or log in as root.")
                : answer;
    }
}
