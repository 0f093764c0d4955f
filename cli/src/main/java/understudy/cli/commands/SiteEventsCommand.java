package understudy.cli.commands;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private EventPrinting printing;

    @Override
    public Integer call() {
        return printing.print(events(), new SiteLine(ZoneId.systemDefault())::of, SiteRows::write);
    }

    private List<SiteEvent> events() {
        try (StateStore store = run.open()) {
            SiteCarrying.office(store, run.id());
            return new SiteRows(store, run.id()).replay();
        }
    }
}
