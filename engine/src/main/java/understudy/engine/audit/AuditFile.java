package understudy.engine.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import understudy.core.model.RunId;
import understudy.documents.json.BrokenJson;
import understudy.engine.journal.PrivateFiles;
import understudy.engine.journal.StateException;
import understudy.engine.ports.CommandAudit.Seal;

/**
 * The file of one run's audit, open for more lines: {@code audit/RUN.jsonl} in the state directory, readable by its owner only. One
 * process writes it at a time, the one that holds the run. Safe for many threads.
 *
 * <p>{@link #append} puts a line into the operating system's hands, so that it survives us; {@link #settle} puts all lines on the disk, so that they
 * survive the machine's power. Who settles while another does waits for its sync and then mostly needs none of its own.
 */
public final class AuditFile implements AuditLog, AutoCloseable {
    private final Path path;
    // Not a channel: a thread that is asked to end would close it for all others.
    private final RandomAccessFile file;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock syncing = new ReentrantLock();
    private final Deque<byte[]> unwritten = new ArrayDeque<>();
    private long end;
    private long lines;
    private String head;
    private long synced;
    private @Nullable IOException fault;

    private AuditFile(Path path, RandomAccessFile file, long end, long lines, String head) {
        this.path = path;
        this.file = file;
        this.end = end;
        this.lines = lines;
        this.head = head;
    }

    /** Where the audit of a run lies. */
    public static Path of(Path state, RunId run) {
        return state.resolve("audit").resolve(run + ".jsonl");
    }

    /**
     * Opens a run's audit behind its last whole line, or makes it; a last line that was broken off belongs to a command that was never sent.
     *
     * @param state the state directory
     */
    public static AuditFile open(Path state, RunId run) {
        Path path = of(state, run);
        try {
            PrivateFiles.createFolder(state.resolve("audit"));
            PrivateFiles.createFile(path);
            PrivateFiles.sync(state.resolve("audit"));
            return behind(path, new RandomAccessFile(path.toFile(), "rw"));
        } catch (IOException broken) {
            throw unusable(path, broken);
        }
    }

    static AuditFile behind(Path path, RandomAccessFile file) throws IOException {
        AuditText text = AuditText.read(path);
        file.setLength(text.bytes());
        return new AuditFile(path, file, text.bytes(), text.lines().size(), head(text.lines()));
    }

    /** What cannot be written now is tried again with the next line, and {@link #settle} tells. */
    @Override
    public long append(AuditEntry entry) {
        writing.lock();
        try {
            AuditLine line = AuditLine.after(head, lines + 1, entry);
            lines = line.line();
            head = line.hash();
            unwritten.add((line.text() + "\n").getBytes(StandardCharsets.UTF_8));
            write();
            return lines;
        } finally {
            writing.unlock();
        }
    }

    /**
     * Returns when every line so far is on the disk.
     *
     * @throws StateException if it is not, with the reason and what to do
     */
    @Override
    public Seal settle() {
        Seal seal = written();
        syncing.lock();
        try {
            if (synced < seal.lines()) {
                long all = written().lines();
                file.getFD().sync();
                synced = all;
            }
            return seal;
        } catch (IOException broken) {
            throw unusable(path, broken);
        } finally {
            syncing.unlock();
        }
    }

    @Override
    public void close() {
        try (file) {
            settle();
        } catch (IOException broken) {
            throw unusable(path, broken);
        }
    }

    private Seal written() {
        writing.lock();
        try {
            write();
            Optional<IOException> broken = Optional.ofNullable(fault);
            if (broken.isPresent()) {
                throw unusable(path, broken.get());
            }
            return new Seal(lines, head);
        } finally {
            writing.unlock();
        }
    }

    private void write() {
        try {
            while (!unwritten.isEmpty()) {
                byte[] next = unwritten.getFirst();
                file.seek(end);
                file.write(next);
                end += next.length;
                unwritten.removeFirst();
            }
            fault = null;
        } catch (IOException broken) {
            fault = broken;
        }
    }

    /** Where the last line cannot be read there is nothing to follow, and whoever verifies is told of that line. */
    private static String head(List<String> lines) {
        try {
            return lines.isEmpty()
                    ? Chain.BEGINNING
                    : AuditLine.read(lines.getLast()).hash();
        } catch (BrokenJson unreadable) {
            return Chain.sha256(lines.getLast());
        }
    }

    private static StateException unusable(Path path, IOException broken) {
        return new StateException(
                "The audit " + path + " cannot be written (" + StateException.reason(broken)
                        + "), and nothing is sent to a node that is not in it: make room on its disk and give access, then resume the run.",
                broken);
    }
}
