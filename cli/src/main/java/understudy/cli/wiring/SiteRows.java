package understudy.cli.wiring;

import java.util.List;
import understudy.core.model.RunId;
import understudy.core.site.SiteEvent;
import understudy.documents.json.RecordCodec;
import understudy.engine.journal.InboxEntry;
import understudy.engine.journal.MemberId;
import understudy.engine.journal.StateStore;
import understudy.engine.site.SiteJournal;

/** A site run's journal and inbox in the state directory, beside those of its members' runs. */
public record SiteRows(StateStore store, RunId run) implements SiteJournal {
    static final MemberId SITE = new MemberId("(site)");

    private static final RecordCodec CODEC = new RecordCodec();

    @Override
    public void append(List<? extends SiteEvent> events) {
        List<String> taken = events.stream()
                .filter(SiteEvent.Wish.class::isInstance)
                .map(event -> ((SiteEvent.Wish) event).request())
                .toList();
        store.append(
                run,
                SITE,
                events.stream()
                        .map(event -> CODEC.write(SiteEvent.class, event))
                        .toList(),
                taken);
    }

    @Override
    public List<SiteEvent> replay() {
        return store.read(run, SITE).stream()
                .map(row -> CODEC.read(SiteEvent.class, row.payload()))
                .toList();
    }

    @Override
    public List<SiteEvent.Wish> wishes() {
        return store.waiting(run).stream()
                .map(entry -> (SiteEvent.Wish) CODEC.read(SiteEvent.class, entry.payload()))
                .toList();
    }

    /** Asks something of the run, whichever process carries it. */
    public void post(SiteEvent.Wish wish) {
        store.post(new InboxEntry(
                wish.request(),
                run,
                SITE,
                wish.getClass().getSimpleName(),
                CODEC.write(SiteEvent.class, wish),
                wish.by(),
                wish.at()));
    }
}
