package understudy.cli.commands;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import understudy.core.model.NodeId;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.engine.journal.InboxEntry;
import understudy.engine.journal.StateStore;
import understudy.engine.run.EventCodec;

/** What a person asks of a run that may be in another process: it is put into the run's inbox and counts once. */
public abstract class RequestCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private KeptRun run;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    /**
     * What {@code --output json} prints.
     *
     * @param id by which the request is found again in the run's events
     */
    public record Requested(String run, String request, String id, String by, Instant at, String sentence) {}

    abstract Event.Request request(Instant at, String id, String by);

    abstract String sentence();

    @Override
    public Integer call() {
        Instant now = Instant.now();
        String by = System.getProperty("user.name");
        String id = command.name() + "/" + java.util.UUID.randomUUID();
        Event.Request request = request(now, id, by);
        try (StateStore store = run.open()) {
            var journal = run.journal(store);
            store.post(new InboxEntry(
                    id,
                    run.id(),
                    journal.member(),
                    request.getClass().getSimpleName(),
                    EventCodec.write(request),
                    by,
                    now));
        }
        String sentence = "Run " + run.id() + ": " + sentence();
        printing.print(
                Requested.class,
                new Requested(run.id().value(), command.name(), id, by, now, sentence),
                List.of(sentence));
        return ExitCode.DONE.code();
    }

    /** {@code pause RUN}. */
    @Command(
            name = "pause",
            description = "Stops a run at the next safe place, until `resume`.",
            mixinStandardHelpOptions = true)
    public static final class Pause extends RequestCommand {
        @Override
        Event.Request request(Instant at, String id, String by) {
            return new Event.PauseAsked(at, id, by);
        }

        @Override
        String sentence() {
            return "it stops at the next safe place; an outage that has begun is brought to its end first.";
        }
    }

    /** {@code abort RUN}. */
    @Command(
            name = "abort",
            description = "Ends a run at the next safe place, for good.",
            mixinStandardHelpOptions = true)
    public static final class Abort extends RequestCommand {
        @Override
        Event.Request request(Instant at, String id, String by) {
            return new Event.AbortAsked(at, id, by);
        }

        @Override
        String sentence() {
            return "it ends at the next safe place and gives back what may be given back.";
        }
    }

    /** {@code approve RUN QUESTION}. */
    @Command(name = "approve", description = "Answers a run's question.", mixinStandardHelpOptions = true)
    public static final class Approve extends RequestCommand {
        @Parameters(index = "1", paramLabel = "QUESTION", description = "The id of the question, as `status` shows it.")
        @SuppressWarnings("NullAway.Init")
        private String question;

        @Option(names = "--no", description = "The answer is no.")
        private boolean no;

        @Override
        Event.Request request(Instant at, String id, String by) {
            return new Event.QuestionAnswered(at, id, question, !no, by);
        }

        @Override
        String sentence() {
            return "question " + question + " is answered " + (no ? "no." : "yes.");
        }
    }

    /** {@code retry RUN STEP}. */
    @Command(name = "retry", description = "Tries a failed step again.", mixinStandardHelpOptions = true)
    public static final class Retry extends RequestCommand {
        @Parameters(index = "1", paramLabel = "STEP", description = "The id of the step, as `status` shows it.")
        @SuppressWarnings("NullAway.Init")
        private String step;

        @Override
        Event.Request request(Instant at, String id, String by) {
            return new Event.RetryAsked(at, id, new StepId(step), by);
        }

        @Override
        String sentence() {
            return "step " + step + " is tried again.";
        }
    }

    /** {@code skip RUN NODE}. */
    @Command(name = "skip", description = "Leaves a node out of a run.", mixinStandardHelpOptions = true)
    public static final class Skip extends RequestCommand {
        @Parameters(index = "1", paramLabel = "NODE")
        @SuppressWarnings("NullAway.Init")
        private String node;

        @Override
        Event.Request request(Instant at, String id, String by) {
            return new Event.SkipAsked(at, id, new NodeId(node), by);
        }

        @Override
        String sentence() {
            return "node " + node + " is left out; the run ends incomplete.";
        }
    }
}
