package understudy.engine.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.core.model.RunId;

final class SeveralProcessesTest {
    private static final RunId RUN = new RunId("r1");
    private static final Pattern ACKNOWLEDGEMENT = Pattern.compile("(member-[0-7]) ([0-9]+)");
    private static final int APPENDS_BEFORE_THE_KILL = 500;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
        Process child = ChildProcess.start(AppendingProcess.class, folder.toString(), RUN.value());
        Map<String, Long> acknowledged = acknowledgedUntilKilled(child);

        try (StateStore store = StateStore.open(folder)) {
            assertThat(store.hold(RUN)).isInstanceOf(Hold.Holder.class);
            acknowledged.forEach((member, last) -> {
                List<JournalEvent> events = store.read(RUN, new MemberId(member));
                assertThat(events).hasSizeGreaterThanOrEqualTo(Math.toIntExact(last));
                // A pair is appended whole or not at all.
                assertThat(events.size() % 2).isZero();
                assertThat(events.getLast().sequence()).isEqualTo(events.size());
            });
            assertThat(store.append(RUN, new MemberId("member-0"), List.of("after")))
                    .isPositive();
        }
    }

    private static Map<String, Long> acknowledgedUntilKilled(Process child) throws IOException, InterruptedException {
        Map<String, Long> acknowledged = new TreeMap<>();
        int lines = 0;
        try (BufferedReader out = child.inputReader(UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                // The line that the kill cut short is no acknowledgement.
                Matcher acknowledgement = ACKNOWLEDGEMENT.matcher(line);
                if (acknowledgement.matches()) {
                    acknowledged.merge(acknowledgement.group(1), Long.parseLong(acknowledgement.group(2)), Math::max);
                }
                if (++lines == APPENDS_BEFORE_THE_KILL) {
                    // Not by the process itself, which would close the stream with acknowledgements in it.
                    child.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(child.waitFor()).isEqualTo(128 + 9);
        assertThat(acknowledged).isNotEmpty();
        return acknowledged;
    }

    @Test
    void theNativeLibraryIsPutIntoTheStateFolderOnceForAllProcesses() throws Exception {
        Map<String, Object> first = libraryAfterAProcess();
        assertThat(first.keySet()).singleElement().asString().matches("[0-9.]+-Linux-[a-z0-9_-]+/libsqlitejdbc.so");
        assertThat(libraryAfterAProcess()).isEqualTo(first);
    }

    /** Its path below {@code native}, and which file it is. */
    private Map<String, Object> libraryAfterAProcess() throws IOException, InterruptedException {
        Process child = ChildProcess.start(AppendingProcess.class, folder.toString(), RUN.value());
        try (BufferedReader out = child.inputReader(UTF_8)) {
            assertThat(out.readLine()).startsWith("member-");
            child.destroyForcibly().waitFor();
        }
        Map<String, Object> files = new TreeMap<>();
        Path top = folder.resolve("native");
        try (Stream<Path> all = Files.walk(top)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(top.relativize(file).toString(), Files.getAttribute(file, "unix:ino"));
            }
        }
        return files;
    }

    @Test
    void aRunThatAnotherProcessHoldsIsRefusedWithItsName() throws Exception {
        Process child = ChildProcess.start(AppendingProcess.class, folder.toString(), RUN.value());
        try (BufferedReader out = child.inputReader(UTF_8);
                StateStore store = StateStore.open(folder)) {
            assertThat(out.readLine()).startsWith("member-");
            assertThat(store.hold(RUN))
                    .isInstanceOfSatisfying(
                            Hold.HeldBy.class,
                            held -> assertThat(held.sentence())
                                    .matches("Run r1 is held by process " + child.pid()
                                            + " \\(since 20[-0-9T:.]+Z\\): watch it with .*"));
            assertThat(store.hold(new RunId("r2"))).isInstanceOf(Hold.Holder.class);

            child.destroyForcibly().waitFor();
            assertThat(store.hold(RUN)).isInstanceOf(Hold.Holder.class);
        }
    }

    @Test
    void aRunThatThisProcessHoldsIsRefusedToOthersAndToItself() throws Exception {
        try (StateStore store = StateStore.open(folder)) {
            Hold first = store.hold(RUN);
            assertThat(store.hold(RUN))
                    .isInstanceOfSatisfying(
                            Hold.HeldBy.class,
                            held -> assertThat(held.sentence())
                                    .startsWith("Run r1 is held by process "
                                            + ProcessHandle.current().pid() + " (since "));
            // A second look must not have dropped the lock, as closing any descriptor of the file would.
            assertThat(answerOfAnotherProcess())
                    .startsWith("Run r1 is held by process "
                            + ProcessHandle.current().pid() + " (since ");
            release(first);
            release(first);
            assertThat(store.hold(RUN)).isInstanceOf(Hold.Holder.class);
        }
    }

    private String answerOfAnotherProcess() throws IOException {
        Process child = ChildProcess.start(AppendingProcess.class, folder.toString(), RUN.value());
        try (BufferedReader out = child.inputReader(UTF_8)) {
            return String.valueOf(out.readLine());
        } finally {
            child.destroyForcibly();
        }
    }

    private static void release(Hold hold) {
        if (hold instanceof Hold.Holder holder) {
            holder.close();
        }
    }
}
