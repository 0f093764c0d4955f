package understudy.cli.commands;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import understudy.cli.view.LiveView;
import understudy.cli.view.RunView;
import understudy.cli.wiring.RunOffice;
import understudy.cli.wiring.StateJournal;
import understudy.core.run.Event;
import understudy.core.run.RunMachine;
import understudy.core.run.State;
import understudy.engine.journal.StateStore;
import understudy.engine.run.EventCodec;
import understudy.engine.time.RealTime;

/** {@code understudy watch}: follows a run that another process carries until it ends; looks only, and asks nothing of it. */
@Command(
        name = "watch",
        description = "Follows a run in another process until it ends.",
        mixinStandardHelpOptions = true)
public final class WatchCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    /** Asking who carries a run takes its hold for a moment, so it is done rarely, and only when nothing happens. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private KeptRun run;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "text or jsonl (one JSON object for each event).",
            defaultValue = "text",
            converter = EventForm.Reader.class,
            completionCandidates = EventForm.Names.class)
    @SuppressWarnings("NullAway.Init")
    private EventForm form;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    private State state = State.empty();
    private long read;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = command.commandLine().getOut();
        try (StateStore store = run.open();
                RunView view = view(out)) {
            StateJournal journal = run.journal(store);
            Instant news = Instant.now();
            while (true) {
                if (follow(journal, view, out)) {
                    news = Instant.now();
                }
                if (state.ending().isPresent()) {
                    return Carrying.exit(state.ending().get().result()).code();
                }
                if (Duration.between(news, Instant.now()).compareTo(QUIET) > 0) {
                    if (!new RunOffice(store).isCarried(run.id()) && !follow(journal, view, out)) {
                        throw new Ending(
                                ExitCode.WAITS,
                                "Run " + run.id() + " has not ended and no process carries it: go on with `understudy"
                                        + " resume " + run.id() + "`.");
                    }
                    news = Instant.now();
                }
                new RealTime().pause(BETWEEN_LOOKS);
            }
        }
    }

    private RunView view(PrintWriter out) {
        return form == EventForm.TEXT
                ? Views.of(out, new LiveView.Clocks(InstantSource.system(), ZoneId.systemDefault(), List::of))
                : RunView.none();
    }

    private boolean follow(StateJournal journal, RunView view, PrintWriter out) {
        List<StateJournal.Numbered> more = journal.after(read);
        for (StateJournal.Numbered next : more) {
            read = next.sequence();
            Event event = next.event();
            state = RunMachine.apply(state, event);
            view.recorded(event, state);
            if (form == EventForm.JSONL) {
                out.println(EventCodec.write(event));
                out.flush();
            }
        }
        return !more.isEmpty();
    }
}
