package understudy.cli.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import understudy.cli.inventory.ClusterEntry.HookEntry;

/** One call of a hook's program: it gets a line of JSON, and is ended with all that it has started when its time is up. */
final class HookProgram {
    /** What it says is kept up to here; a program that says more is read on, so that it does not hang, and not believed more. */
    private static final int MOST_SAID = 4096;

    private static final Duration TO_DIE = Duration.ofSeconds(2);

    private final HookEntry hook;

    HookProgram(HookEntry hook) {
        this.hook = hook;
    }

    /** Why the hook does not agree, as the end of a sentence; empty where it ended with exit code 0 in time. */
    Optional<String> call(String json) {
        Process process;
        try {
            process =
                    new ProcessBuilder(hook.command()).redirectErrorStream(true).start();
        } catch (IOException unstarted) {
            return Optional.of("could not be started (" + printable(String.valueOf(unstarted.getMessage())) + ")");
        }
        // It may neither read nor end what it writes: both go on beside the waiting, and end with the program.
        Thread.ofVirtual().start(() -> write(process, json));
        Said said = new Said();
        Thread listener = Thread.ofVirtual().start(() -> said.listen(process));
        try {
            if (!process.waitFor(hook.deadline().toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.of("did not end within " + hook.deadline().toSeconds() + " s and was ended");
            }
            listener.join(TO_DIE);
            String last = said.lastLine();
            return process.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of(last.isEmpty() ? "ended with exit code " + process.exitValue() : "says: " + last);
        } catch (InterruptedException broken) {
            Thread.currentThread().interrupt();
            return Optional.of("was broken off with the run");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void write(Process process, String json) {
        try (OutputStream in = process.getOutputStream()) {
            in.write((json + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException unread) {
            // A program that does not read what it is told may agree all the same; its exit code says so.
            return;
        }
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    /** The beginning and, beyond the limit, nothing of what a program says. */
    private static final class Said {
        private final StringBuilder text = new StringBuilder();

        void listen(Process process) {
            byte[] piece = new byte[1024];
            try (InputStream out = process.getInputStream()) {
                for (int read = out.read(piece); read >= 0; read = out.read(piece)) {
                    keep(new String(piece, 0, read, StandardCharsets.UTF_8));
                }
            } catch (IOException ended) {
                // It was ended by us; what it has said until then stands.
                return;
            }
        }

        private synchronized void keep(String piece) {
            text.append(piece, 0, Math.min(piece.length(), Math.max(0, MOST_SAID - text.length())));
        }

        synchronized String lastLine() {
            String last =
                    text.toString().lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
            String plain = printable(last);
            return plain.length() > 300 ? plain.substring(0, 300) + "..." : plain;
        }
    }
}
