package understudy.driver.pacemaker.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.NodeId;
import understudy.driver.pacemaker.NodeAccess;
import understudy.remote.Answer;
import understudy.remote.Command;
import understudy.remote.NodeShell;
import understudy.remote.job.Jobs;

/** The way to one node: commands as root, scripts of ours, long jobs. */
public final class NodeLink implements NodeShell {
    private final NodeAccess access;
    private volatile Optional<NodeShell> shell = Optional.empty();
    private volatile Optional<Jobs> jobs = Optional.empty();

    public NodeLink(NodeAccess access) {
        this.access = access;
    }

    public NodeId node() {
        return access.node();
    }

    @Override
    public String nodeName() {
        return access.node().value();
    }

    @Override
    public Answer run(Command command) {
        if (access.become().isEmpty()) {
            return shell().run(command);
        }
        List<String> arguments = new ArrayList<>(access.become());
        arguments.addAll(command.arguments());
        return shell().run(new Command(arguments, command.input(), command.deadline(), command.outputLimit()));
    }

    /** Runs an argument list. */
    public Answer run(List<String> arguments, Duration deadline) {
        return run(Command.of(arguments).within(deadline));
    }

    /** Runs a script of ours; at most 16 MiB of its output are kept. */
    public Answer run(Script script, Duration deadline) {
        return run(script.command().within(deadline).keepingAtMost(16 << 20));
    }

    /** The node's long jobs. */
    public synchronized Jobs jobs() {
        if (jobs.isEmpty()) {
            jobs = Optional.of(new Jobs(this));
        }
        return jobs.get();
    }

    private synchronized NodeShell shell() {
        if (shell.isEmpty()) {
            shell = Optional.of(access.shell().get());
        }
        return shell.get();
    }
}
