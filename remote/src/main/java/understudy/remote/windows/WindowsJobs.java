package understudy.remote.windows;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import understudy.remote.Resource;
import understudy.remote.job.JobName;
import understudy.remote.windows.WindowsNode.Reply;

/**
 * Long scripts on a node, run by a scheduled task that an administrator has made once under the run's account, so that they outlive the
 * connection and us and have a domain user's rights. Their record lies in {@code C:\Understudy\jobs} and outlives the node's power.
 */
public final class WindowsJobs {
    private static final Duration CALL = Duration.ofMinutes(1);
    private static final String RUNNER =
            Resource.text(WindowsJobs.class, "runner.ps1").replace("@STUB@", PowerShellScript.stub());
    private static final PowerShellScript START = PowerShellScript.of(WindowsJobs.class, "job-start");
    private static final PowerShellScript LIVE = PowerShellScript.of(WindowsJobs.class, "job-live");
    private static final PowerShellScript STATE = PowerShellScript.of(WindowsJobs.class, "job-state");

    private final WindowsNode node;
    private final String task;

    /** @param task the scheduled task's name */
    public WindowsJobs(WindowsNode node, String task) {
        this.node = node;
        this.task = task;
    }

    /**
     * A long script to run.
     *
     * @param action whose it is; the job is found again by it
     * @param token refused where a higher one has been seen
     * @param boot when the node was started, as it was last seen; refused where it has started since
     */
    public record Request(
            String action, long token, String boot, PowerShellScript script, Map<String, String> values) {}

    /** What is known of a job. */
    public sealed interface State {
        /** It surely never began. */
        record Absent() implements State {}

        /** Its record is there and the task has not taken it up yet. */
        record Ready() implements State {}

        /** It runs. */
        record Running() implements State {}

        /** It came to its end. */
        record Ended(Said said) implements State {}

        /** It began and will never end: what it did is not known. */
        record BrokenOff(boolean byRestart) implements State {}

        /** It was not begun, and why. */
        record Refused(String reason) implements State {}

        /** Nobody knows. */
        record Unseen(String reason) implements State {}
    }

    /** Starts it; where it has begun before, it is only looked at. */
    public State start(Request request) {
        var values = new LinkedHashMap<String, String>();
        values.put("job", name(request.action()));
        values.put("action", request.action());
        values.put("token", Long.toString(request.token()));
        values.put("boot", request.boot());
        values.put("task", task);
        values.put("runner", RUNNER);
        values.put("work", request.script().request(new LinkedHashMap<>(request.values())));
        return switch (node.run(START, values, CALL)) {
            case Reply.Heard(Said said) when !said.succeeded() -> new State.Unseen(said.error());
            case Reply.Heard(Said said) ->
                said.first("refused").<State>map(State.Refused::new).orElseGet(() -> find(request.action()));
            case Reply.NotSent(String reason) -> new State.Unseen(reason);
            case Reply.Lost(String reason) -> new State.Unseen(reason);
        };
    }

    /** What is known of the job of this action. */
    public State find(String action) {
        return switch (node.run(STATE, Map.of("job", name(action)), CALL)) {
            case Reply.Heard(Said said) -> said.succeeded() ? state(said) : new State.Unseen(said.error());
            case Reply.NotSent(String reason) -> new State.Unseen(reason);
            case Reply.Lost(String reason) -> new State.Unseen(reason);
        };
    }

    /** The actions of the jobs that live on a node, or why nobody knows. */
    public sealed interface Live {
        record Jobs(List<String> actions) implements Live {}

        record Silent(String reason) implements Live {}
    }

    /** The jobs that live; with a token, every job under a lower one is refused from now on. */
    public Live live(OptionalLong token) {
        var values = Map.of("token", token.isPresent() ? Long.toString(token.getAsLong()) : "");
        return switch (node.run(LIVE, values, CALL)) {
            case Reply.Heard(Said said)
            when said.first("refused").isPresent() ->
                new Live.Silent(said.first("refused").get());
            case Reply.Heard(Said said) ->
                said.succeeded() ? new Live.Jobs(said.all("live")) : new Live.Silent(said.error());
            case Reply.NotSent(String reason) -> new Live.Silent(reason);
            case Reply.Lost(String reason) -> new Live.Silent(reason);
        };
    }

    /** The name of the folder in which the job of this action has its record. */
    public static String name(String action) {
        return JobName.of(action).value();
    }

    private static State state(Said said) {
        if (said.lines().isEmpty()) {
            return new State.Unseen("the node said nothing of the job");
        }
        var line = said.lines().getFirst();
        return switch (line.name()) {
            case "ended" -> ended(line.value());
            case "running" -> new State.Running();
            case "ready" -> new State.Ready();
            case "absent" -> new State.Absent();
            case "broken" -> new State.BrokenOff(line.value().equals("restart"));
            default -> new State.Unseen("the node said " + line.name());
        };
    }

    /** The first line is the exit code, the rest what the script said. */
    private static State ended(String text) {
        var code = text.lines().findFirst().orElse("");
        return code.strip().matches("-?[0-9]{1,10}")
                ? new State.Ended(Said.read(Integer.parseInt(code.strip()), text.substring(code.length())))
                : new State.Unseen("the record of the job's end cannot be read");
    }
}
