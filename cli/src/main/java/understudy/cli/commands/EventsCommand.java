package understudy.cli.commands;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import understudy.cli.view.EventLine;
import understudy.core.run.Event;
import understudy.engine.run.EventCodec;

/** {@code understudy events}: the journal of a run, as lines for people or one JSON object for each event. */
@Command(name = "events", description = "The journal of a run.", mixinStandardHelpOptions = true)
public final class EventsCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private KeptRun run;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "text or jsonl (one JSON object a line).",
            defaultValue = "text",
            converter = EventForm.Reader.class,
            completionCandidates = EventForm.Names.class)
    @SuppressWarnings("NullAway.Init")
    private EventForm form;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        List<Event> events = run.events();
        switch (form) {
            case TEXT -> {
                EventLine lines = new EventLine(ZoneId.systemDefault());
                events.forEach(event -> lines.of(event).ifPresent(out::println));
            }
            case JSONL -> {
                events.forEach(event -> out.println(EventCodec.write(event)));
            }
        }
        out.flush();
        return ExitCode.DONE.code();
    }
}
