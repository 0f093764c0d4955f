package understudy.engine.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import understudy.core.model.RunId;

/**
 * Who holds which run: a lock of the operating system on one file for each run, which ends with its process, also when that is
 * killed. The files are never deleted, since a lock on a deleted file excludes nobody.
 */
final class Holders {
    /** Far behind the text, because where locks are mandatory a locked byte cannot be read by those who want to know. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int LONGEST_TEXT = 200;
    private static final Pattern TEXT = Pattern.compile("pid (\\d{1,19}) since (\\S{1,40})\n");

    /**
     * The files that this JVM has locked. They must not be opened again here: POSIX drops a process's lock as soon as the
     * process closes any descriptor of the file.
     */
    private static final Map<Path, Instant> OURS = new ConcurrentHashMap<>();

    private final Path folder;

    Holders(Path folder) {
        this.folder = folder;
    }

    Hold hold(RunId run, Instant now) {
        Path file = file(run);
        Instant since = OURS.putIfAbsent(file, now);
        if (since != null) {
            return heldBy(run, ProcessHandle.current().pid(), since.toString());
        }
        Hold answer = new Hold.HeldBy(run, "");
        try {
            answer = lock(run, file, now);
            return answer;
        } catch (IOException fault) {
            throw new StateException(
                    "The file " + file
                            + ", by which a run is held, cannot be used (" + StateException.reason(fault)
                            + "): make its folder writable, with room on its disk, or choose another with --state.",
                    fault);
        } finally {
            if (answer instanceof Hold.HeldBy) {
                OURS.remove(file);
            }
        }
    }

    boolean holds(RunId run) {
        return OURS.containsKey(file(run));
    }

    private Path file(RunId run) {
        return folder.resolve(run.value() + ".lock");
    }

    private static Hold lock(RunId run, Path file, Instant now) throws IOException {
        PrivateFiles.createFile(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
        if (lock == null) {
            try (channel) {
                return whoHolds(run, channel);
            }
        }
        try {
            channel.truncate(0);
            String text = "pid " + ProcessHandle.current().pid() + " since " + now + "\n";
            channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)), 0);
            return new Locked(run, file, channel);
        } catch (IOException fault) {
            channel.close();
            throw fault;
        }
    }

    private static Hold.HeldBy whoHolds(RunId run, FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_TEXT);
        int length = Math.max(0, channel.read(bytes, 0));
        Matcher text = TEXT.matcher(new String(bytes.array(), 0, length, UTF_8));
        return text.matches()
                ? heldBy(run, Long.parseLong(text.group(1)), text.group(2))
                : new Hold.HeldBy(run, "Run " + run + " is held by another process on this machine: " + NEXT);
    }

    private static Hold.HeldBy heldBy(RunId run, long pid, String since) {
        return new Hold.HeldBy(run, "Run " + run + " is held by process " + pid + " (since " + since + "): " + NEXT);
    }

    private static final String NEXT =
            "watch it with `understudy watch`, speak to it with pause, approve or abort, or end that process and resume the run here.";

    private record Locked(RunId run, Path file, FileChannel channel) implements Hold.Holder {
        @Override
        public void close() {
            if (!channel.isOpen()) {
                return;
            }
            try (channel) {
                channel.truncate(0);
            } catch (IOException fault) {
                throw new StateException(
                        "The file " + file + ", by which run " + run + " was held, could not be released cleanly:"
                                + " the end of this process releases it.",
                        fault);
            } finally {
                OURS.remove(file);
            }
        }
    }
}
