package understudy.driver.exchange.classic;

import java.time.Instant;
import java.util.Map;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.driver.exchange.classic.Host.Reply;
import understudy.driver.exchange.classic.Jobs.State;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.engine.ports.Progress;

/** Runs an installer of the time on a node, once for each action, and finds out what its exit code and its log mean. */
final class Installing {
    private static final String LOG = "C$\\Exchange Server Setup Progress.log";

    /** Windows Installer's codes, which the installers of the time pass on. Not confirmed for each of them. */
    private static final Map<Integer, String> CODES = Map.of(
            1, "ended in an error; read C:\\Exchange Server Setup Progress.log on the node",
            1601, "could not reach the Windows Installer service",
            1602, "was cancelled by somebody on the node",
            1603, "ended in a fatal error",
            1612, "did not find the source of the installed product",
            1618, "found another installation running",
            1638, "found another version installed",
            1642, "found nothing on the node that it could patch");

    private final Cluster cluster;
    private final Jobs jobs;

    Installing(Cluster cluster) {
        this.cluster = cluster;
        this.jobs = new Jobs(cluster);
    }

    Outcome install(Order order, NodeId node) throws Refusal {
        var action = order.action().toString();
        Instant until = cluster.now().plus(order.deadline());
        State state = jobs.find(node, action);
        if (state instanceof State.Absent) {
            begin(order, node, action);
            state = new State.Running();
        } else if (state instanceof State.Ready) {
            jobs.kick(node, action);
        }
        while (isOpen(state)
                && cluster.now().isBefore(until)
                && !Thread.currentThread().isInterrupted()) {
            cluster.host().pause();
            state = jobs.find(node, action);
        }
        return ended(order, node, state);
    }

    private static boolean isOpen(State state) {
        return switch (state) {
            case State.Absent(), State.Ready(), State.Running(), State.Unseen _ -> true;
            case State.Ended _, State.BrokenOff() -> false;
        };
    }

    private void begin(Order order, NodeId node, String action) throws Refusal {
        var file = Media.installer(order.patch())
                .orElseThrow(() -> Refusal.failed(
                        "EXCHANGE-NO-MEDIUM",
                        order.patch().id(),
                        "The patch " + order.patch().id() + " names no installer.",
                        "Name the medium's files in the patch."));
        var running = cluster.nodes()
                .installers(node.value())
                .orElseThrow(() -> Refusal.failed(
                        "EXCHANGE-NO-ANSWER",
                        node.value(),
                        node + " does not answer.",
                        "Make " + node + " reachable."));
        if (!running.isEmpty()) {
            throw Refusal.failed(
                    "EXCHANGE-INSTALLER",
                    node.value(),
                    "On " + node + " nothing is installed, because " + running.getFirst() + " runs there already.",
                    "Wait until it has ended, in every logon session.");
        }
        new Holding(cluster).again(order, node);
        jobs.start(node, action, order.token(), file.path(), Media.isServicePack(file) ? "/q" : "/quiet /norestart");
    }

    private Outcome ended(Order order, NodeId node, State state) throws Refusal {
        return switch (state) {
            case State.Ended(int exit) -> judged(order, node, exit);
            case State.BrokenOff() ->
                throw Refusal.inDoubt(
                        "EXCHANGE-BROKEN-OFF",
                        node.value(),
                        "On " + node + " the installer was broken off by a restart of the node.",
                        "It is not run again by itself; the run looks at what it has left.");
            case State.Unseen(String reason) ->
                throw Refusal.inDoubt(
                        "EXCHANGE-NO-ANSWER", node.value(), reason, "The run finds the job again when it is resumed.");
            case State.Absent(), State.Ready(), State.Running() ->
                throw Refusal.inDoubt(
                        "EXCHANGE-UNFINISHED",
                        node.value(),
                        "On " + node + " the installer has not ended after "
                                + order.deadline().toSeconds() + " s.",
                        "The job goes on; the run finds it again when it is resumed.");
        };
    }

    private Outcome judged(Order order, NodeId node, int exit) throws Refusal {
        boolean good = exit == 0 || exit == 3010 || exit == 1641;
        if (!good) {
            throw new Refusal(
                    Finding.error(
                            "SETUP-FAILED",
                            node.value(),
                            "The installer of " + order.patch().id() + " on " + node + " "
                                    + CODES.getOrDefault(exit, "ended with the unknown code " + exit) + ".",
                            "Find the cause on the node, then try again."),
                    false);
        }
        if (inUse(node)) {
            throw new Refusal(
                    Finding.error(
                            "SETUP-FILES-IN-USE",
                            node.value(),
                            "The installer on " + node + " met files in use, so that it may not have applied.",
                            "Close what holds them open, restart the node and read the file versions."),
                    false);
        }
        return new Outcome.Succeeded("The installer on " + node + " says that it has completed.");
    }

    /** A line with both words means that files were in use (KB 328839); findstr ends with 0 only where it finds something. */
    private boolean inUse(NodeId node) {
        return words(node, "FileInUse::") && words(node, "Added to Filelist:");
    }

    private boolean words(NodeId node, String words) {
        return cluster.host()
                .ask("findstr.exe", "/c:" + words, "\\\\" + node.value() + "\\" + LOG)
                .filter(Reply.Ended::succeeded)
                .isPresent();
    }

    Progress probe(Order order, NodeId node) {
        return switch (jobs.find(node, order.action().toString())) {
            case State.Absent() -> new Progress.NotStarted();
            case State.Ready(), State.Running(), State.Ended _ -> new Progress.Running();
            case State.BrokenOff() ->
                new Progress.Unknown("The installer was broken off by a restart of " + node + ".");
            case State.Unseen(String reason) -> new Progress.Unknown(reason);
        };
    }
}
