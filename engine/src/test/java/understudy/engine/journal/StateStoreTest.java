package understudy.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.core.model.RunId;
import understudy.engine.time.RealTime;

final class StateStoreTest {
    private static final RunId RUN = new RunId("r1");
    private static final MemberId MAIL = new MemberId("mail");
    private static final MemberId WEB = new MemberId("web");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456789Z");

    @TempDir
    Path folder;

    @Test
    void returnsEventsInTheOrderOfAppendingAfterReopening() {
        try (StateStore store = open()) {
            hold(store, RUN);
            assertThat(store.append(RUN, MAIL, List.of("a", "b"))).isEqualTo(2);
            assertThat(store.append(RUN, WEB, List.of("w"))).isEqualTo(1);
            assertThat(store.append(RUN, MAIL, List.of("ü {\"c\":1}"))).isEqualTo(3);
        }
        try (StateStore store = open()) {
            assertThat(store.read(RUN, MAIL))
                    .containsExactly(
                            new JournalEvent(1, "a", NOON),
                            new JournalEvent(2, "b", NOON),
                            new JournalEvent(3, "ü {\"c\":1}", NOON));
            assertThat(store.read(RUN, MAIL, 2))
                    .extracting(JournalEvent::sequence)
                    .containsExactly(3L);
            assertThat(store.read(new RunId("r2"), MAIL)).isEmpty();
        }
    }

    @Test
    void numbersEventsWithoutGapsUnderManyThreads() throws Exception {
        try (StateStore store = open()) {
            hold(store, RUN);
            List<Callable<Long>> appends = IntStream.range(0, 300)
                    .mapToObj(n -> (Callable<Long>) () -> store.append(RUN, MAIL, List.of("event " + n)))
                    .toList();
            List<Long> sequences = new RealTime().together(appends);
            assertThat(sequences).doesNotHaveDuplicates().hasSize(300);
            assertThat(store.read(RUN, MAIL))
                    .extracting(JournalEvent::sequence)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 300)
                            .mapToObj(n -> (long) n)
                            .toList());
        }
    }

    @Test
    void aFailingWriteDoesNotTakeItsNeighboursWithIt() throws Exception {
        try (StateStore store = open()) {
            hold(store, RUN);
            List<Callable<Boolean>> tasks = IntStream.range(0, 100)
                    .mapToObj(n -> (Callable<Boolean>) () -> n % 10 == 0 ? failingWrite(store) : appended(store, n))
                    .toList();
            assertThat(new RealTime().together(tasks)).containsOnly(true);
            assertThat(store.read(RUN, MAIL)).hasSize(90);
        }
    }

    private static boolean failingWrite(StateStore store) {
        assertThatThrownBy(() -> store.writer().write(session -> {
                    Rows.append(session, RUN, MAIL, List.of("half"), NOON);
                    throw new IllegalStateException("the other half");
                }))
                .hasRootCauseMessage("the other half");
        return true;
    }

    private static boolean appended(StateStore store, int n) {
        return store.append(RUN, MAIL, List.of("event " + n)) > 0;
    }

    @Test
    void refusesToAppendToARunThatItDoesNotHold() {
        try (StateStore store = open()) {
            assertThatThrownBy(() -> store.append(RUN, MAIL, List.of("a")))
                    .hasMessage("Run r1 is not held by this process: hold it before appending to it.");
        }
    }

    @Test
    void refusesAPayloadOfMoreThanOneMebibyte() {
        try (StateStore store = open()) {
            hold(store, RUN);
            store.append(RUN, MAIL, List.of("a".repeat(1 << 20)));
            assertThatThrownBy(() -> store.append(RUN, MAIL, List.of("a", "ü".repeat((1 << 19) + 1))))
                    .hasMessageStartingWith("A row of the journal holds at most 1048576 bytes");
            assertThat(store.read(RUN, MAIL)).hasSize(1);
        }
    }

    @Test
    void listsRunsWithTheirLatestStateAndFirstCreation() {
        RunSummary first = new RunSummary(RUN, MAIL, "mail", "P12", "RUNNING", NOON, NOON);
        RunSummary other = new RunSummary(new RunId("r0"), WEB, "web", "P12", "DONE", NOON.plusSeconds(5), NOON);
        try (StateStore store = open()) {
            store.summarize(other);
            store.summarize(first);
            store.summarize(first.inState("PAUSED", NOON.plusSeconds(9)));
            assertThat(store.runs()).containsExactly(first.inState("PAUSED", NOON.plusSeconds(9)), other);
        }
    }

    @Test
    void keepsItsIdAndDiffersFromOtherStores(@TempDir Path elsewhere) {
        String id;
        try (StateStore store = open()) {
            id = store.id();
        }
        try (StateStore again = open();
                StateStore other = StateStore.open(elsewhere)) {
            assertThat(again.id()).isEqualTo(id).isNotEqualTo(other.id());
        }
    }

    @Test
    void makesFolderAndFilesForTheirOwnerAlone() throws IOException {
        Path state = folder.resolve("deep/state");
        try (StateStore store = StateStore.open(state)) {
            hold(store, RUN);
            assertThat(mode(state)).isEqualTo("rwx------");
            assertThat(mode(state.resolve("state.db"))).isEqualTo("rw-------");
            assertThat(mode(state.resolve("state.db-wal"))).isEqualTo("rw-------");
            assertThat(mode(state.resolve("holders/r1.lock"))).isEqualTo("rw-------");
        }
    }

    @Test
    void openedByManyAtTheSameMomentTheFileIsMadeOnce() throws Exception {
        List<Callable<String>> opens = IntStream.range(0, 12)
                .mapToObj(n -> (Callable<String>) () -> {
                    try (StateStore store = StateStore.open(folder.resolve("fresh"))) {
                        return store.id();
                    }
                })
                .toList();
        assertThat(List.copyOf(new java.util.HashSet<>(new RealTime().together(opens))))
                .hasSize(1);
    }

    @Test
    void aClosedStoreSaysSo() {
        StateStore store = open();
        store.close();
        assertThatThrownBy(store::runs).isInstanceOf(StateException.class).hasMessageEndingWith("open it again.");
        assertThatThrownBy(() -> store.take(RUN))
                .isInstanceOf(StateException.class)
                .hasMessageEndingWith("open it again.");
    }

    private StateStore open() {
        return StateStore.open(folder, InstantSource.fixed(NOON));
    }

    private static void hold(StateStore store, RunId run) {
        assertThat(store.hold(run)).isInstanceOf(Hold.Holder.class);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
