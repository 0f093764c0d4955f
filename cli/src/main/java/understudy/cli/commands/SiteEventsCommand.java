package understudy.cli.commands;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import understudy.cli.view.SiteLine;
import understudy.cli.wiring.SiteRows;
import understudy.core.site.SiteEvent;
import understudy.engine.journal.StateStore;

/** {@code understudy site events}: the journal of a site's run, as lines for people or one JSON object for each event. */
@Command(name = "events", description = "The journal of a site's run.", mixinStandardHelpOptions = true)
public final class SiteEventsCommand implements Callable<Integer> {
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
        SiteLine lines = new SiteLine(ZoneId.systemDefault());
        try (StateStore store = run.open()) {
            SiteCarrying.office(store, run.id());
            for (SiteEvent event : new SiteRows(store, run.id()).replay()) {
                switch (form) {
                    case TEXT -> lines.of(event).ifPresent(out::println);
                    case JSONL -> out.println(SiteRows.write(event));
                }
            }
        }
        out.flush();
        return ExitCode.DONE.code();
    }
}
