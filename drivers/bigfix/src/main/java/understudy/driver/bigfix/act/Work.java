package understudy.driver.bigfix.act;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import understudy.driver.bigfix.Refusal;
import understudy.driver.bigfix.StatusText;
import understudy.driver.bigfix.StatusText.Meaning;
import understudy.driver.bigfix.wire.ActionPage;
import understudy.driver.bigfix.wire.ActionStatus;
import understudy.driver.bigfix.wire.BigFixApi;
import understudy.driver.bigfix.wire.Relevance;
import understudy.driver.bigfix.wire.Silence;

/** Issues a task's action once, finds it again by its title ever after, and waits for a status from which something follows. */
final class Work {
    /** An action ends a little later than we give it up, for whom we are not there to do so. */
    private static final Duration AFTER_US = Duration.ofMinutes(2);

    private final Nodes nodes;
    private final BigFixApi api;
    private final Consumer<String> progress;

    Work(Nodes nodes, Consumer<String> progress) {
        this.nodes = nodes;
        this.api = nodes.api();
        this.progress = progress;
    }

    /** What its agent said of it at the end. */
    record Said(StatusText status, int line) {}

    /** The task's action, if it was issued. */
    Optional<Integer> find(Task task) throws Silence {
        return found(task).map(Found::id);
    }

    /** The title of the action under which the task was issued. */
    Optional<String> title(Task task) throws Silence {
        return found(task).map(Found::title);
    }

    private record Found(int id, String title) {}

    private Optional<Found> found(Task task) throws Silence {
        return api.query(Relevance.actions(task.name())).stream()
                .filter(tuple -> tuple.size() == 3 && tuple.getFirst().matches("\\d{1,9}"))
                .map(tuple -> new Found(Integer.parseInt(tuple.getFirst()), tuple.get(1)))
                .findFirst();
    }

    /** Issues it if nobody has, and waits. */
    Said run(Task task, Duration deadline) throws Refusal {
        Instant until = nodes.now().plus(deadline);
        try {
            var before = find(task);
            int action = before.isPresent() ? before.get() : issue(task, deadline);
            return awaited(task, action, until);
        } catch (Silence silence) {
            throw Refusal.silent(silence, api.server());
        } finally {
            nodes.changed();
        }
    }

    private int issue(Task task, Duration life) throws Silence {
        var order = new ActionPage.Sourced(
                task.fixlet().siteName(),
                task.fixlet().id(),
                task.computer(),
                task.parameters(),
                java.util.Map.of(),
                life.plus(AFTER_US),
                task.title());
        try {
            return api.issue(ActionPage.sourced(order), task.title());
        } catch (Silence silence) {
            if (silence.isDoubtful()) {
                // The answer is lost, not what was asked for: the action is there under its title, or it is not.
                var there = find(task);
                if (there.isPresent()) {
                    return there.get();
                }
            }
            throw silence;
        }
    }

    private Said awaited(Task task, int action, Instant until) throws Silence, Refusal {
        Optional<Instant> blockedSince = Optional.empty();
        var waits = nodes.waits();
        while (true) {
            var status = api.status(action);
            var now = on(status, task);
            switch (now.status().meaning()) {
                case SAYS_DONE, AWAITS_RESTART, FAILED -> {
                    return now;
                }
                case NOT_RELEVANT -> {
                    refuseExpired(task, status, now);
                    api.stop(action); // An open action is begun as soon as it becomes relevant.
                    return now;
                }
                case NO_RESULT -> throw noResult(task, now.status());
                case WAITS -> {
                    blockedSince = Optional.empty();
                    refuseExpired(task, status, now);
                }
                case BLOCKED -> {
                    refuseExpired(task, status, now);
                    var since = blockedSince.orElse(nodes.now());
                    blockedSince = Optional.of(since);
                    if (!nodes.now().isBefore(since.plus(nodes.settings().pace().blocked()))) {
                        return stopped(task, action, now);
                    }
                }
            }
            if (!nodes.now().isBefore(until) || Thread.currentThread().isInterrupted()) {
                throw late(task, action, now);
            }
            progress.accept(now.status().sentence(task.toString(), task.node().value()));
            waits.pause();
        }
    }

    private static Said on(ActionStatus status, Task task) throws Refusal {
        var told = status.on(task.computer());
        var text = told.map(ActionStatus.OnComputer::status).orElse("Not Reported");
        var known = StatusText.find(text)
                .orElseThrow(() -> Refusal.inDoubt(
                        "BIGFIX-UNKNOWN-STATUS",
                        task.node().value(),
                        "BigFix says \"" + text + "\" of " + task + " on " + task.node()
                                + ", which is no status that this release knows.",
                        "Look at the action in the console; the run looks at the node."));
        return new Said(known, told.map(ActionStatus.OnComputer::line).orElse(0));
    }

    /** After its end an action is not updated any more, and whatever had not begun shows Not Relevant. */
    private static void refuseExpired(Task task, ActionStatus status, Said said) throws Refusal {
        if (!status.isOpen()) {
            throw Refusal.inDoubt(
                    "BIGFIX-EXPIRED",
                    task.node().value(),
                    "The action of " + task + " on " + task.node() + " is " + status.state()
                            + ", so that its status, \"" + said.status().text() + "\", is no result.",
                    "The run looks at the node itself.");
        }
    }

    private static Refusal noResult(Task task, StatusText status) {
        return Refusal.inDoubt(
                "BIGFIX-EXPIRED",
                task.node().value(),
                status.sentence(task.toString(), task.node().value()),
                "The run looks at the node itself.");
    }

    /** Nobody has lifted what is in its way: it is stopped, and looked at once more, for it may have begun just then. */
    private Said stopped(Task task, int action, Said blocked) throws Silence, Refusal {
        api.stop(action);
        nodes.waits().pause();
        var last = on(api.status(action), task);
        return switch (last.status().meaning()) {
            case SAYS_DONE, AWAITS_RESTART, FAILED -> last;
            case WAITS, BLOCKED, NOT_RELEVANT, NO_RESULT ->
                throw Refusal.failed(
                        "BIGFIX-BLOCKED",
                        task.node().value(),
                        blocked.status().sentence(task.toString(), task.node().value())
                                + " The action was stopped before it began.",
                        "Remove what is in its way, then resume.");
        };
    }

    private Refusal late(Task task, int action, Said last) throws Silence {
        api.stop(action);
        return Refusal.inDoubt(
                "BIGFIX-LATE",
                task.node().value(),
                last.status().sentence(task.toString(), task.node().value()) + " Its time is over, and it was stopped.",
                "Look at the agent of " + task.node() + "; the run looks at the node.");
    }

    /** What a status means that is neither done nor, for this task, right: the sentence with its line. */
    static Refusal failed(Task task, Said said) {
        var line = said.line() > 0 ? " It stopped at line " + said.line() + " of its script." : "";
        return Refusal.failed(
                "BIGFIX-FAILED",
                task.node().value(),
                said.status().sentence(task.toString(), task.node().value()) + line,
                "Look at the agent's log on " + task.node() + ".");
    }

    /** Whether the meaning is one of these. */
    static boolean means(Said said, Meaning... wanted) {
        return List.of(wanted).contains(said.status().meaning());
    }
}
