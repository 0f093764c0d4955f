package understudy.cli.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import understudy.cli.inventory.Inventory;
import understudy.core.model.RunId;
import understudy.core.site.SiteHeader;
import understudy.core.site.SiteMachine;
import understudy.core.site.SitePlan;
import understudy.core.site.SiteState;
import understudy.engine.journal.Hold;
import understudy.engine.journal.RunSummary;
import understudy.engine.journal.StateStore;
import understudy.engine.site.SiteListener;
import understudy.engine.site.SiteRun;

/** Opens and resumes the runs of sites over a state directory. */
public final class SiteOffice {
    private final StateStore store;

    public SiteOffice(StateStore store) {
        this.store = store;
    }

    /** Opens a new run over all members of the site and carries it to its end. */
    public SiteState open(RunId run, Assignment.Words words, MemberOffice.Manner manner, SiteListener listener)
            throws InterruptedException {
        Assignment.Words kept = MemberOffice.absolute(words);
        SitePlan plan = Inventory.read(words.inventory()).site(words.cluster());
        SiteHeader header = new SiteHeader(SiteHeader.FORMAT, run, words.cluster(), hash(kept), plan);
        try (Hold.Holder held = hold(run)) {
            new RunOffice(store).keep(held.run(), kept);
            summarize(run, words.cluster(), "RUNNING");
            return ended(siteRun(run, kept, manner, listener).open(header));
        }
    }

    /**
     * Goes on with one that was broken off or has stopped.
     *
     * @throws Changed where the inventory or the patch is not what the run was opened with (safety rule 8)
     */
    public SiteState resume(RunId run, MemberOffice.Manner manner, SiteListener listener) throws InterruptedException {
        Assignment.Words words = words(run).orElseThrow();
        try (Hold.Holder held = hold(run)) {
            SiteHeader header = SiteMachine.replay(new SiteRows(store, held.run()).replay())
                    .header()
                    .orElseThrow();
            if (!header.inputs().equals(hash(words))) {
                throw new Changed("The inventory or the patch of site run " + run
                        + " has changed since it was opened: put them back, or open a new run.");
            }
            summarize(run, words.cluster(), "RUNNING");
            return ended(siteRun(run, words, manner, listener).resume());
        }
    }

    /** The words with which a site run was opened; empty where there is none of that name. */
    public Optional<Assignment.Words> words(RunId run) {
        return new SiteRows(store, run).replay().isEmpty() ? Optional.empty() : new RunOffice(store).words(run);
    }

    /** It is alive in another process, and only waits to be told to go on. */
    public boolean isPausedElsewhere(RunId run) {
        return new RunOffice(store).isCarried(run)
                && SiteMachine.replay(new SiteRows(store, run).replay())
                        .pausedBy()
                        .isPresent();
    }

    private SiteRun siteRun(RunId run, Assignment.Words words, MemberOffice.Manner manner, SiteListener listener) {
        return new SiteRun(
                new SiteRows(store, run),
                new MemberOffice(store, run, words, manner),
                listener,
                new SiteRun.Manner(manner.unattended(), manner.by(), InstantSource.system()));
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
        Instant now = Instant.now();
        store.summarize(new RunSummary(run, SiteRows.SITE, site, "site", state, now, now));
    }

    private Hold.Holder hold(RunId run) {
        return switch (store.hold(run)) {
            case Hold.Holder holder -> holder;
            case Hold.HeldBy(RunId _, String sentence) -> throw new RunOffice.Held(sentence);
        };
    }

    private static String hash(Assignment.Words words) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(words.inventory()));
            if (words.patch().isPresent()) {
                digest.update(Files.readAllBytes(words.patch().get()));
            }
            digest.update((words.cluster() + "\n" + words.procedure().orElse("")).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /** Inputs that are not those of the run any more. */
    public static final class Changed extends RuntimeException {
        Changed(String sentence) {
            super(sentence);
        }
    }
}
