package understudy.cli.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.cli.inventory.Inventory;
import understudy.cli.inventory.SiteEntry;
import understudy.core.model.RunId;
import understudy.core.site.SiteHeader;
import understudy.core.site.SiteState;
import understudy.engine.journal.Hold;
import understudy.engine.journal.RunSummary;
import understudy.engine.journal.StateStore;
import understudy.engine.site.SiteListener;
import understudy.engine.site.SiteRun;

/** Opens and resumes the runs of sites over a state directory. */
public final class SiteOffice {
    private final StateStore store;
    private final RunOffice runs;
    private final Clock clock;

    /**
     * By which time a site's run goes.
     *
     * @param longest after so long it is looked at again
     */
    record Clock(InstantSource time, Duration longest) {}

    public SiteOffice(StateStore store) {
        this(store, new Clock(InstantSource.system(), Duration.ofMinutes(1)));
    }

    SiteOffice(StateStore store, Clock clock) {
        this.store = store;
        this.runs = new RunOffice(store);
        this.clock = clock;
    }

    /** Opens a new run over all members of the site and carries it to its end. */
    public SiteState open(
            RunId run, Assignment.Words words, Inventory inventory, MemberOffice.Manner manner, SiteListener listener)
            throws InterruptedException {
        Assignment.Words kept = words.absolute();
        SiteEntry site = inventory.site(words.cluster());
        SiteHeader header = new SiteHeader(
                SiteHeader.FORMAT, run, words.cluster(), hash(kept, site), site.plan(), Optional.of(manner.by()));
        try (Hold.Holder held = runs.hold(run)) {
            runs.keep(held.run(), kept);
            summarize(run, words.cluster(), "RUNNING");
            return ended(siteRun(run, kept, inventory, manner, listener).open(header));
        }
    }

    /**
     * Goes on with one that was broken off or has stopped.
     *
     * @throws Changed where the inventory or a patch is not what the run was opened with (safety rule 8)
     */
    public SiteState resume(RunId run, MemberOffice.Manner manner, SiteListener listener) throws InterruptedException {
        Assignment.Words words = words(run).orElseThrow();
        Inventory inventory = Inventory.read(words.inventory());
        try (Hold.Holder held = runs.hold(run)) {
            SiteHeader header = new SiteRows(store, held.run()).header().orElseThrow();
            if (!header.inputs().equals(hash(words, inventory.site(words.cluster())))) {
                throw new Changed("The inventory or a patch of site run " + run
                        + " has changed since it was opened: put them back, or open a new run.");
            }
            summarize(run, words.cluster(), "RUNNING");
            return ended(siteRun(run, words, inventory, manner, listener).resume());
        }
    }

    /** The words with which a site run was opened; empty where there is none of that name. */
    public Optional<Assignment.Words> words(RunId run) {
        return new SiteRows(store, run).header().flatMap(_ -> runs.words(run));
    }

    /** It is alive in another process, and only waits to be told to go on. */
    public boolean isPausedElsewhere(RunId run) {
        return runs.isCarried(run)
                && new SiteRows(store, run).state().pausedBy().isPresent();
    }

    private SiteRun siteRun(
            RunId run, Assignment.Words words, Inventory inventory, MemberOffice.Manner manner, SiteListener listener) {
        return new SiteRun(
                new SiteRows(store, run),
                new MemberOffice(store, run, words, inventory, manner),
                new OwnersPrograms(inventory.site(words.cluster()).programs(), run, words.cluster()),
                listener,
                new SiteRun.Manner(manner.unattended(), manner.by(), clock.time(), clock.longest()));
    }

    private SiteState ended(SiteState state) {
        SiteHeader header = state.header().orElseThrow();
        summarize(
                header.run(),
                header.site(),
                state.ending().orElseThrow().result().name());
        return state;
    }

    private void summarize(RunId run, String site, String state) {
        Instant now = clock.time().instant();
        store.summarize(new RunSummary(run, SiteRows.SITE, site, "site", state, now, now));
    }

    /** The plan is among it, and so is the site procedure that made it. */
    private static String hash(Assignment.Words words, SiteEntry site) {
        List<Path> files = new ArrayList<>(List.of(words.inventory()));
        words.patch().ifPresent(files::add);
        files.addAll(site.patches().values());
        return Inputs.hash(files, words.cluster() + "\n" + words.procedure().orElse("") + "\n" + site.plan());
    }

    /** Inputs that are not those of the run any more. */
    public static final class Changed extends RuntimeException {
        Changed(String sentence) {
            super(sentence);
        }
    }
}
