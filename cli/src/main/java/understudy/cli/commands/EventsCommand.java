package understudy.cli.commands;

import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import understudy.cli.view.EventLine;
import understudy.engine.run.EventCodec;

/** {@code understudy events}: the journal of a run, as lines for people or one JSON object for each event. */
@Command(name = "events", description = "The journal of a run.", mixinStandardHelpOptions = true)
public final class EventsCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private KeptRun run;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private EventPrinting printing;

    @Override
    public Integer call() {
        return printing.print(run.events(), new EventLine(ZoneId.systemDefault())::of, EventCodec::write);
    }
}
