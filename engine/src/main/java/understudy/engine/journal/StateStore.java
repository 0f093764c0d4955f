package understudy.engine.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import understudy.core.model.RunId;

/**
 * The memory of Understudy on this machine: what every run has decided and seen, in one SQLite file of a state directory. Several
 * processes may have it open; each run is held by one of them at a time. Every method that changes something is durable when it
 * returns, and throws {@link StateException} where it could not be. Safe for use by many threads.
 */
public final class StateStore implements AutoCloseable {
    static final String FILE = "state.db";

    private final Path file;
    private final String id;
    private final InstantSource time;
    private final Holders holders;
    private final Session writing;
    private final Session reading;
    private final JournalWriter writer;
    private final JournalReader reader;
    private final InboxWatch inbox;

    /** The end of a watch. */
    public interface Watching extends AutoCloseable {
        @Override
        void close();
    }

    private StateStore(Path folder, InstantSource time) throws SQLException {
        this.file = folder.resolve(FILE);
        this.time = time;
        this.holders = new Holders(folder.resolve("holders"));
        this.writing = prepared(file);
        this.id = Rows.storeId(writing);
        this.reading = Session.open(file);
        this.writer = new JournalWriter(file, writing);
        this.reader = new JournalReader(file, reading);
        this.inbox = new InboxWatch(reader);
    }

    private static Session prepared(Path file) throws SQLException {
        Session session = Session.open(file);
        try {
            Schema.prepare(session, file);
            return session;
        } catch (SQLException | StateException fault) {
            session.close();
            throw fault;
        }
    }

    /** Whether anything was ever kept in this state directory; looking changes nothing. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** Opens the state directory, which is made (for its owner alone) if it is not there. It must lie on a local disk. */
    public static StateStore open(Path folder) {
        return open(folder, InstantSource.system());
    }

    /** As {@link #open(Path)}, with another source of the times that stand beside the events. */
    public static StateStore open(Path folder, InstantSource time) {
        try {
            PrivateFiles.createFolder(folder.toAbsolutePath());
            Path real = folder.toRealPath();
            if (PrivateFiles.writableByEveryone(real)) {
                throw new StateException(
                        "The state folder " + real + " can be written by every user of this machine, who could change"
                                + " what a run does: choose a folder of your own with --state.");
            }
            PrivateFiles.createFolder(real.resolve("holders"));
            NativeLibrary.unpackInto(real.resolve("native"));
            PrivateFiles.createFile(real.resolve(FILE));
            return new StateStore(real, time);
        } catch (IOException fault) {
            throw new StateException(
                    "The state folder " + folder + " cannot be made or written ("
                            + StateException.reason(fault)
                            + "): make it writable, with room on its disk, or choose another with --state.",
                    fault);
        } catch (SQLException fault) {
            throw StateFaults.explain(folder.resolve(FILE), fault);
        }
    }

    /** The random name of this store, made once: the cluster's lock is owned by a run's id and this. */
    public String id() {
        return id;
    }

    /** The state directory, where what belongs to a run and is no row of the file lies beside it. */
    public Path folder() {
        return Objects.requireNonNull(file.getParent());
    }

    /** Makes the run ours, or says which living process has it. */
    public Hold hold(RunId run) {
        return holders.hold(run, time.instant());
    }

    /** Appends events to a run that this process holds, all or none, and returns the sequence of the last event. */
    public long append(RunId run, MemberId member, List<String> payloads) {
        return append(run, member, payloads, List.of());
    }

    /**
     * Appends events and marks inbox entries as taken in one transaction, so that a kill between the two neither loses an
     * approval nor hears it twice.
     *
     * @param taken the ids of the inbox entries that the events answer
     */
    public long append(RunId run, MemberId member, List<String> payloads, List<String> taken) {
        if (!holders.holds(run)) {
            throw new IllegalStateException(
                    "Run " + run + " is not held by this process: hold it before appending to it.");
        }
        List<String> rows = List.copyOf(payloads);
        rows.forEach(Payloads::bounded);
        Instant now = time.instant();
        return writer.write(session -> {
            Rows.markTaken(session, run, taken, now);
            return Rows.append(session, run, member, rows, now);
        });
    }

    /** All events of a member's run, in order. */
    public List<JournalEvent> read(RunId run, MemberId member) {
        return read(run, member, 0);
    }

    /** The events behind a sequence, in order. */
    public List<JournalEvent> read(RunId run, MemberId member, long after) {
        return reader.read(session -> Rows.events(session, run, member, after));
    }

    /** The first event of a member's run; empty where nothing was recorded of it. */
    public Optional<JournalEvent> first(RunId run, MemberId member) {
        return reader.read(session -> Rows.first(session, run, member));
    }

    /** Records what {@link #runs()} shows; the moment of creation counts only the first time. */
    public void summarize(RunSummary summary) {
        writer.write(session -> {
            Rows.summarize(session, summary);
            return summary;
        });
    }

    /** Every member of every run, the oldest first. */
    public List<RunSummary> runs() {
        return reader.read(Rows::summaries);
    }

    /** Puts a word into a run's inbox; false where an entry of that id has been posted before. */
    public boolean post(InboxEntry entry) {
        boolean isNew = writer.write(session -> Rows.post(session, entry));
        inbox.posted();
        return isNew;
    }

    /** What waits in a run's inbox, in order of posting; it stays there until taken. */
    public List<InboxEntry> waiting(RunId run) {
        return reader.read(session -> Rows.waiting(session, run));
    }

    /**
     * Takes all that waits in a run's inbox, in order of posting. A kill right after it loses them, unlike
     * {@link #append(RunId, MemberId, List, List)}.
     */
    public List<InboxEntry> take(RunId run) {
        Instant now = time.instant();
        return writer.write(session -> {
            List<InboxEntry> entries = Rows.waiting(session, run);
            Rows.markTaken(session, run, entries.stream().map(InboxEntry::id).toList(), now);
            return entries;
        });
    }

    /**
     * Rings whenever something has come into a run's inbox, from whichever process, within a fifth of a second; at once if
     * something waits already. It may ring for nothing. The bell must return at once and not throw.
     */
    public Watching watch(RunId run, Runnable bell) {
        return inbox.watch(run, bell);
    }

    /** Ends this process's use of the file; the runs that it holds stay held until their holders are closed. */
    @Override
    public void close() {
        inbox.close();
        reader.close();
        writer.close();
        try {
            reading.close();
            writing.close();
        } catch (SQLException fault) {
            throw StateFaults.explain(file, fault);
        }
    }

    JournalWriter writer() {
        return writer;
    }
}
