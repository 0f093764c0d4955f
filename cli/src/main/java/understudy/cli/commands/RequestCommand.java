package understudy.cli.commands;

import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import understudy.cli.view.SafePlace;
import understudy.cli.wiring.StateJournal;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.RunMachine;
import understudy.core.run.State;
import understudy.engine.journal.StateStore;

/** What a person asks of one run. */
public abstract class RequestCommand extends InboxCommand {
    abstract Event.Request request(Instant at, String id, String by);

    /**
     * What comes of it.
     *
     * @param state of the run as its journal has it now
     */
    abstract String sentence(State state, Instant now);

    @Override
    final String post(StateStore store, RunId run, RunWishes.Asking asking) {
        StateJournal journal = KeptRun.journal(store, run);
        State state = RunMachine.replay(journal.replay());
        journal.post(request(asking.at(), asking.id(), asking.by()));
        return "Run " + run + ": " + sentence(state, asking.at());
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
        String sentence(State state, Instant now) {
            return "it pauses " + SafePlace.of(state, now) + ", until `understudy resume "
                    + state.header().map(header -> header.run().value()).orElse("RUN") + "`.";
        }
    }

    /** {@code abort RUN}. */
    @Command(
            name = "abort",
            description = "Ends a run at the next safe place, for good.",
            mixinStandardHelpOptions = true)
    public static final class Abort extends RequestCommand {
        @Option(
                names = "--back",
                description = "First every node that the run has changed gets the packages again that it had.")
        private boolean back;

        @Override
        Event.Request request(Instant at, String id, String by) {
            return back ? new Event.GoBackAsked(at, id, Optional.empty(), by) : new Event.AbortAsked(at, id, by);
        }

        @Override
        String sentence(State state, Instant now) {
            String when = SafePlace.of(state, now);
            return back
                    ? "it turns back " + when
                            + ": what it has changed gets the packages again that it had, and it ends."
                    : "it ends " + when
                            + " and gives back what may be given back; nodes that are patched stay so (`abort --back`"
                            + " takes them back).";
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
        String sentence(State state, Instant now) {
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
        String sentence(State state, Instant now) {
            return "step " + step + " is tried again.";
        }
    }

    /** {@code skip RUN NODE}. */
    @Command(name = "skip", description = "Leaves a node out of a run.", mixinStandardHelpOptions = true)
    public static final class Skip extends RequestCommand {
        @Parameters(index = "1", paramLabel = "NODE")
        @SuppressWarnings("NullAway.Init")
        private String node;

        @Option(names = "--back", description = "It gets the packages again that it had before the run.")
        private boolean back;

        @Override
        Event.Request request(Instant at, String id, String by) {
            NodeId left = new NodeId(node);
            return back ? new Event.GoBackAsked(at, id, Optional.of(left), by) : new Event.SkipAsked(at, id, left, by);
        }

        @Override
        String sentence(State state, Instant now) {
            return back
                    ? "node " + node + " gets the packages again that it had, and is left out; the run ends incomplete."
                    : "node " + node
                            + " is left out as it stands (`skip --back` takes it back); the run ends incomplete.";
        }
    }
}
