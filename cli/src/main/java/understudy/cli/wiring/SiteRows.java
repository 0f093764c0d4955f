package understudy.cli.wiring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.RunId;
import understudy.core.site.Confirmation;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteHeader;
import understudy.core.site.SiteMachine;
import understudy.core.site.SiteMember;
import understudy.core.site.SitePlan;
import understudy.core.site.SiteState;
import understudy.core.site.Wave;
import understudy.documents.json.RecordCodec;
import understudy.engine.journal.InboxEntry;
import understudy.engine.journal.MemberId;
import understudy.engine.journal.StateStore;
import understudy.engine.site.SiteJournal;

/** A site run's journal and inbox in the state directory, beside those of its members' runs. */
public record SiteRows(StateStore store, RunId run) implements SiteJournal {
    static final MemberId SITE = new MemberId("(site)");

    /** What the first release wrote lacks what was added since. */
    private static final RecordCodec CODEC = new RecordCodec()
            .withDefault(SitePlan.class, "notices", List.of())
            .withDefault(SitePlan.class, "limits", Map.of())
            .withDefault(SiteMember.class, "witnessOf", List.of())
            .withDefault(Wave.class, "confirmations", List.of())
            .withDefault(Wave.class, "comparisons", List.of())
            .withDefault(Confirmation.class, "byProof", false)
            .withDefault(SiteEvent.MemberEnded.class, "outages", List.of());

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

    /** One event as a line. */
    public static String write(SiteEvent event) {
        return CODEC.write(SiteEvent.class, event);
    }

    @Override
    public List<SiteEvent> replay() {
        return store.read(run, SITE).stream()
                .map(row -> CODEC.read(SiteEvent.class, row.payload()))
                .toList();
    }

    /** Where the site's run stands by its journal. */
    public SiteState state() {
        return SiteMachine.replay(replay());
    }

    /** The first line; empty where there is no such run. */
    public Optional<SiteHeader> header() {
        return store.first(run, SITE)
                .map(row -> CODEC.read(SiteEvent.class, row.payload()))
                .filter(SiteEvent.SiteOpened.class::isInstance)
                .map(event -> ((SiteEvent.SiteOpened) event).header());
    }

    @Override
    public Bell bell(Runnable ring) {
        return store.watch(run, ring)::close;
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
