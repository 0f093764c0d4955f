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
    private volatile Optional<Elevation> elevation = Optional.empty();
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
        return elevation().run(command);
    }

    /** Runs an argument list. */
    public Answer run(List<String> arguments, Duration deadline) {
        return run(Command.of(arguments).within(deadline));
    }

    /** Runs a script of ours; at most 16 MiB of its output are kept. */
    public Answer run(Script script, Duration deadline) {
        return elevation().run(script, deadline, 16 << 20);
    }

    /** Why our account could not run this command there, as one sentence; empty where it could. Runs nothing of it. */
    public Optional<String> refusal(List<String> command) {
        return elevation().refusal(command);
    }

    /** The command of a job that is made of these scripts, one after the other, with these arguments. */
    public List<String> work(List<String> scripts, List<String> arguments) {
        List<String> command = new ArrayList<>(elevation().work(scripts));
        command.addAll(arguments);
        return List.copyOf(command);
    }

    /** The node's long jobs. */
    public synchronized Jobs jobs() {
        if (jobs.isEmpty()) {
            jobs = Optional.of(new Jobs(this));
        }
        return jobs.get();
    }

    private Elevation elevation() {
        var known = elevation;
        return known.isPresent() ? known.get() : made();
    }

    private synchronized Elevation made() {
        if (elevation.isEmpty()) {
            var shell = access.shell().get();
            elevation = Optional.of(access.become().isEmpty() ? new AsRoot(shell) : new BySudo(shell, access.become()));
        }
        return elevation.get();
    }
}
