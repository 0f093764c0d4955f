package understudy.driver.exchange.classic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import understudy.core.model.NodeId;
import understudy.engine.ports.NodeJobs;
import understudy.remote.windows.WindowsJobs;

/**
 * Long commands on a node without a remote shell: a job's record lies in the node's registry, and a scheduled task that an administrator has
 * made once, under the run's account, carries it out by {@code runner.cmd} and writes its end there. Values never pass a shell: the record
 * is written by {@code reg add}, and the program's path and options are read from it.
 */
final class Jobs implements NodeJobs {
    private static final String KEY = Nodes.UNDERSTUDY + "\\Jobs\\";
    private static final String TOKEN = "Token";

    private final Cluster cluster;

    Jobs(Cluster cluster) {
        this.cluster = cluster;
    }

    /** What is known of a job. */
    sealed interface State {
        record Absent() implements State {}

        /** Its record is there and the task has not taken it up. */
        record Ready() implements State {}

        record Running() implements State {}

        record Ended(int exit) implements State {}

        /** It began and will never end: the node was started again since. */
        record BrokenOff() implements State {}

        record Unseen(String reason) implements State {}
    }

    static String name(String action) {
        return WindowsJobs.name(action);
    }

    State find(NodeId node, String action) {
        var boot = cluster.nodes().boot(node.value());
        if (boot.isEmpty()) {
            return new State.Unseen(node + " does not answer.");
        }
        var there = cluster.nodes().hasKey(node.value(), KEY + name(action));
        if (there.isEmpty()) {
            return new State.Unseen(node + " does not answer.");
        }
        if (!there.get()) {
            return new State.Absent();
        }
        return cluster.nodes()
                .registry(node.value(), KEY + name(action))
                .map(record -> state(record, boot.get()))
                .orElseGet(() -> new State.Unseen("the record of the job on " + node + " could not be read."));
    }

    private static State state(Map<String, String> record, String boot) {
        boolean sameBoot = boot.equals(record.get("Boot"));
        return switch (record.getOrDefault("State", "")) {
            case "ready" -> sameBoot ? new State.Ready() : new State.Absent();
            case "running" -> sameBoot ? new State.Running() : new State.BrokenOff();
            case "ended" -> ended(record.getOrDefault("Exit", ""));
            // The record was not written whole: it was never given to the task.
            default -> new State.Absent();
        };
    }

    private static State ended(String exit) {
        return exit.matches("-?[0-9]{1,10}")
                ? new State.Ended(Integer.parseInt(exit))
                : new State.Unseen("the record of the job's end cannot be read.");
    }

    /** Starts it where it never began; {@code State} is written last, so that a record without it was never given out. */
    void start(NodeId node, String action, long token, String program, String options) throws Refusal {
        refuseOlder(node, token);
        var key = KEY + name(action);
        var boot = cluster.nodes()
                .boot(node.value())
                .orElseThrow(() -> Refusal.failed(
                        "EXCHANGE-NO-ANSWER",
                        node.value(),
                        node + " does not answer.",
                        "Make " + node + " reachable."));
        write(node, key, "Action", action);
        write(node, key, "Boot", boot);
        write(node, key, "Program", program);
        write(node, key, "Options", options);
        write(node, key, "State", "ready");
        write(node, Nodes.UNDERSTUDY, TOKEN, Long.toString(token));
        kick(node, action);
    }

    /** Gives a job that is ready to the task. */
    void kick(NodeId node, String action) throws Refusal {
        write(node, Nodes.UNDERSTUDY, "Job", name(action));
        cluster.host()
                .change(
                        "to start the task on " + node,
                        Host.CALL,
                        List.of(
                                "schtasks.exe",
                                "/run",
                                "/s",
                                node.value(),
                                "/tn",
                                cluster.host().settings().task()));
    }

    private void write(NodeId node, String key, String name, String value) throws Refusal {
        cluster.nodes().write(node.value(), key, name, value);
    }

    private OptionalLong highest(NodeId node) {
        return cluster.nodes()
                .registry(node.value(), Nodes.UNDERSTUDY)
                .map(values -> values.getOrDefault(TOKEN, ""))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    private void refuseOlder(NodeId node, long token) throws Refusal {
        var highest = highest(node);
        if (highest.isPresent() && highest.getAsLong() > token) {
            throw Refusal.failed(
                    "EXCHANGE-JOB-REFUSED",
                    node.value(),
                    "On " + node + " the job was not started: another run with the token " + highest.getAsLong()
                            + " has been there.",
                    "Look which run holds the lock.");
        }
    }

    /** The last job began and broke off. */
    boolean isHalfDone(NodeId node) {
        return current(node).filter(State.BrokenOff.class::isInstance).isPresent();
    }

    private Optional<State> current(NodeId node) {
        return lastRecord(node)
                .flatMap(record -> cluster.nodes().boot(node.value()).map(boot -> state(record, boot)));
    }

    private Optional<Map<String, String>> lastRecord(NodeId node) {
        return cluster.nodes()
                .registry(node.value(), Nodes.UNDERSTUDY)
                .map(values -> values.getOrDefault("Job", ""))
                .filter(name -> name.matches("[A-Za-z0-9-]{1,60}"))
                .flatMap(name -> cluster.nodes().registry(node.value(), KEY + name));
    }

    @Override
    public List<NodeId> nodes() {
        return cluster.host().settings().nodes();
    }

    @Override
    public Answer live(NodeId node) {
        if (cluster.nodes().report(node.value()).isEmpty()) {
            return new Answer.Silent(node + " does not answer.");
        }
        boolean lives = current(node)
                .filter(state -> state instanceof State.Running || state instanceof State.Ready)
                .isPresent();
        return new Answer.Live(
                lives
                        ? lastRecord(node).stream()
                                .map(record -> record.getOrDefault("Action", "?"))
                                .map(action -> new LiveJob(node, name(action), action))
                                .toList()
                        : List.of());
    }

    @Override
    public Answer fence(NodeId node, long token) {
        try {
            refuseOlder(node, token);
            write(node, Nodes.UNDERSTUDY, TOKEN, Long.toString(token));
            return live(node);
        } catch (Refusal refusal) {
            return new Answer.Silent(String.valueOf(refusal.getMessage()));
        }
    }

    @Override
    public Waited await(LiveJob job, Duration atMost) {
        var until = cluster.now().plus(atMost);
        while (true) {
            switch (find(job.node(), job.action())) {
                case State.Ended(int exit) -> {
                    return new Waited.Over("it ended with " + exit);
                }
                case State.BrokenOff() -> {
                    return new Waited.Over("it was broken off");
                }
                case State.Absent() -> {
                    return new Waited.Over("nothing of it is there");
                }
                case State.Unseen(String reason) -> {
                    return new Waited.Silent(reason);
                }
                case State.Ready(), State.Running() -> {
                    if (!cluster.now().isBefore(until) || Thread.currentThread().isInterrupted()) {
                        return new Waited.Running();
                    }
                    cluster.host().pause();
                }
            }
        }
    }
}
