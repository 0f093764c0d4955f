package understudy.remote.job;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import understudy.remote.Answer;
import understudy.remote.Answer.Finished;
import understudy.remote.Command;
import understudy.remote.Digest;
import understudy.remote.Input;
import understudy.remote.NodeFiles;
import understudy.remote.NodeShell;
import understudy.remote.Resource;
import understudy.remote.ScriptNote;
import understudy.remote.shell.Quoting;

/**
 * Starts long commands on a node so that they outlive the connection and us, and finds them again by their action.
 *
 * <p>A name is run once: a second start reports what the first has come to. What survives the node's power is the record
 * in the spool folder, on disk before the work begins. Needs sh, flock and coreutils on the node.
 */
public final class Jobs {
    private static final String SCRIPT = Resource.text(Jobs.class, "job.sh");
    private static final Digest SCRIPT_DIGEST = Digest.of(SCRIPT.getBytes(StandardCharsets.UTF_8));

    /** A start waits for another one up to 20 s, for its disk, and up to 10 s for the runner to be seen. */
    private static final Duration CALL = Duration.ofSeconds(45);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final int ANSWER_LIMIT = 64 << 10;
    private static final int SCRIPT_MISSING = 127;
    private static final int SCRIPT_MISSING_FOR_DASH = 2;

    private final NodeShell shell;
    private final JobSpool spool;
    private final InstantSource clock;
    private final String script;
    private volatile boolean installed;

    public Jobs(NodeShell shell, JobSpool spool, InstantSource clock) {
        this.shell = shell;
        this.spool = spool;
        this.clock = clock;
        this.script = scriptPath(spool);
    }

    /** Where on a node the script lies that starts and finds jobs. */
    public static String scriptPath(JobSpool spool) {
        return spool.folder() + "/bin/job-" + SCRIPT_DIGEST.sha256().substring(0, 16) + ".sh";
    }

    /** What that script is recognised by. */
    public static Digest scriptDigest() {
        return SCRIPT_DIGEST;
    }

    /** In the usual spool, by the system's clock. */
    public Jobs(NodeShell shell) {
        this(shell, JobSpool.USUAL, InstantSource.system());
    }

    /**
     * Starts the job unless its name has been started before, and says what is to be seen of it now.
     *
     * <p>{@link JobState.Unseen} with a lost answer leaves open whether it started: {@link #find} it before anything else.
     */
    public JobState start(JobRequest request) {
        var content = StartRecord.json(request, clock.instant()) + "\n" + Quoting.posix(request.arguments()) + "\n";
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        return state(call(
                CALL,
                Input.script(new ScriptNote("job", Digest.of(bytes), request.arguments()), content),
                "start",
                request.name().value(),
                request.actionId(),
                request.expectedBoot().value(),
                Long.toString(request.token()),
                spool.launcher().word(),
                Digest.of(bytes).sha256()));
    }

    /** What is to be seen of the job now. */
    public JobState find(JobName name) {
        return state(call(CALL, Input.none(), "find", name.value()));
    }

    /**
     * Waits on the node until the job is no longer running, at most for {@code patience}, through lost connections too.
     *
     * @return its state then; {@link JobState.Running} if it outlasts us, {@link JobState.Unseen} if the node stays silent
     */
    public JobState await(JobName name, Duration patience) {
        var giveUpAt = clock.instant().plus(patience);
        while (true) {
            var wait = atMost(Duration.between(clock.instant(), giveUpAt), LONGEST_WAIT);
            var seconds = Math.max(1, wait.toSeconds());
            var state =
                    state(call(CALL.plusSeconds(seconds), Input.none(), "await", name.value(), Long.toString(seconds)));
            if (!mayChange(state)
                    || !clock.instant().isBefore(giveUpAt)
                    || Thread.currentThread().isInterrupted()) {
                return state;
            }
            if (state instanceof JobState.Unseen) {
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    /** The last {@code bytes} of what the job has said so far, both streams in one. */
    public Answer output(JobName name, int bytes) {
        var path = spool.folder() + "/jobs/" + name.value() + "/output";
        return shell.run(Command.of("tail", "-c", Integer.toString(bytes), path).keepingAtMost(bytes));
    }

    /** Removes the record of a job that does not run; one that runs is left alone and reported. */
    public JobState clean(JobName name) {
        return state(call(CALL, Input.none(), "clean", name.value()));
    }

    /**
     * Raises the highest token that the node has seen, so that from now on it refuses whoever held the lock before.
     *
     * @return why it is not raised, or nothing when it is
     */
    public Optional<String> raise(long token) {
        var answer = call(CALL, Input.none(), "raise", Long.toString(token));
        if (JobAnswers.words(answer).equals(Optional.of("raised " + token))) {
            return Optional.empty();
        }
        return Optional.of(
                switch (state(answer)) {
                    case JobState.Refused(String reason) -> reason;
                    case JobState.Unseen(Answer.Unanswered why) -> why.reason();
                    case JobState.Absent absent -> strange(absent);
                    case JobState.Running running -> strange(running);
                    case JobState.Ended ended -> strange(ended);
                    case JobState.UnknownEnd unknown -> strange(unknown);
                });
    }

    /** The names of the jobs that run on the node, or nothing if it did not say. */
    public Optional<List<JobName>> running() {
        var words = JobAnswers.words(call(CALL, Input.none(), "running")).map(said -> said.split(" "));
        return words.filter(said -> said[0].equals("live"))
                .map(said -> List.of(said).stream().skip(1).map(JobName::new).toList());
    }

    private Answer call(Duration deadline, Input input, String... words) {
        if (!installed) {
            var installing = install();
            if (!(installing instanceof Finished finished && finished.succeeded())) {
                return asNotStarted(installing);
            }
        }
        var command = command(words).withInput(input).within(deadline).keepingAtMost(ANSWER_LIMIT);
        var answer = shell.run(command);
        if (!isScriptMissing(answer)) {
            return answer;
        }
        // The node's disk is another one than when we installed it; nothing of the script has run.
        var again = install();
        return again instanceof Finished finished && finished.succeeded() ? shell.run(command) : asNotStarted(again);
    }

    private Command command(String... words) {
        var arguments = new ArrayList<>(List.of("/bin/sh", script, spool.folder()));
        arguments.addAll(List.of(words));
        return Command.of(arguments);
    }

    private Answer install() {
        var content = Input.script(new ScriptNote("job.sh", SCRIPT_DIGEST, List.of()), SCRIPT);
        var answer = new NodeFiles(shell).put(script, content, SCRIPT_DIGEST, "700", CALL);
        installed = answer instanceof Finished finished && finished.succeeded();
        return answer;
    }

    /** Whatever became of the installing, the job itself was not asked for. */
    private Answer asNotStarted(Answer installing) {
        return switch (installing) {
            case Answer.NotSent notSent -> notSent;
            case Answer.Lost(String reason) -> new Answer.NotSent(reason);
            case Finished finished ->
                new Answer.NotSent("The job script cannot be put to " + script + " on " + shell.nodeName() + " ("
                        + finished.error().strip() + "): make room or give access, then retry.");
        };
    }

    private String strange(JobState state) {
        return "The job script on " + shell.nodeName() + " gave an answer to another question: " + state;
    }

    private JobState state(Answer answer) {
        return JobAnswers.state(shell.nodeName(), answer);
    }

    private static boolean isScriptMissing(Answer answer) {
        return answer instanceof Finished finished
                && (finished.exit() == SCRIPT_MISSING || finished.exit() == SCRIPT_MISSING_FOR_DASH)
                && finished.output().isEmpty()
                && finished.error().contains("job-" + SCRIPT_DIGEST.sha256().substring(0, 16));
    }

    private static boolean mayChange(JobState state) {
        return switch (state) {
            case JobState.Running running -> true;
            case JobState.Unseen unseen -> true;
            case JobState.Absent absent -> false;
            case JobState.Ended ended -> false;
            case JobState.UnknownEnd unknown -> false;
            case JobState.Refused refused -> false;
        };
    }

    private static Duration atMost(Duration wanted, Duration most) {
        return wanted.compareTo(most) < 0 ? wanted : most;
    }
}
