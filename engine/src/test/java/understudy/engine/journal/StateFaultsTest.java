package understudy.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.core.model.RunId;

final class StateFaultsTest {
    private static final RunId RUN = new RunId("r1");
    private static final MemberId MAIL = new MemberId("mail");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void findRealFolder() throws IOException {
        folder = folder.toRealPath();
        file = folder.resolve("state.db");
    }

    @Test
    void refusesAFileOfANewerFormat() throws SQLException {
        StateStore.open(folder).close();
        change("PRAGMA user_version = 7");
        assertRefused(
                "The state file " + file + " has format 7, and this Understudy knows formats up to 1: use the newer"
                        + " Understudy that wrote it, or choose another folder with --state.");
    }

    @Test
    void refusesADatabaseOfAnotherProgram() throws SQLException, IOException {
        StateStore.open(folder.resolve("other")).close();
        Files.createFile(file);
        change("CREATE TABLE customer (name TEXT)");
        assertRefused(
                "The file " + file + " is a database of another program, not a state file of Understudy: choose another"
                        + " folder with --state.");
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        Files.writeString(file, "format: 1\nclusters: {}\n".repeat(100));
        assertRefused(damaged());
    }

    @Test
    void saysThatAFileIsDamagedInTheMiddle() throws IOException {
        try (StateStore store = held()) {
            store.append(RUN, MAIL, Collections.nCopies(200, "x".repeat(1000)));
        }
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            for (long page = 4096L * 6; page < raw.length(); page += 4096) {
                raw.seek(page);
                raw.write(new byte[] {99, 99, 99, 99, 99, 99, 99, 99, 99});
            }
        }
        try (StateStore store = StateStore.open(folder)) {
            assertThatThrownBy(() -> store.read(RUN, MAIL))
                    .isInstanceOf(StateException.class)
                    .hasMessage(damaged());
        }
    }

    @Test
    void saysThatTheDiskIsFullAndGoesOnOnceThereIsSpace() {
        try (StateStore store = held()) {
            store.append(RUN, MAIL, List.of("before"));
            setting(store, "PRAGMA max_page_count = 1");
            assertThatThrownBy(() -> store.append(RUN, MAIL, Collections.nCopies(50, "x".repeat(4000))))
                    .isInstanceOf(StateException.class)
                    .hasMessage("The state file " + file
                            + " cannot grow because its disk is full: free space there, then resume" + " the run.");
            setting(store, "PRAGMA max_page_count = 100000");
            assertThat(store.append(RUN, MAIL, List.of("after"))).isEqualTo(2);
        }
    }

    @Test
    void saysThatTheFileIsReadOnly() {
        try (StateStore store = held()) {
            setting(store, "PRAGMA query_only = 1");
            assertThatThrownBy(() -> store.append(RUN, MAIL, List.of("a")))
                    .isInstanceOf(StateException.class)
                    .hasMessage("The state file " + file
                            + " cannot be written because the file, its folder or its file system is"
                            + " read-only: make it writable, or choose another folder with --state.");
        }
    }

    @Test
    void refusesAFolderThatEveryoneCanWrite() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertRefused("The state folder " + folder
                + " can be written by every user of this machine, who could change what a run"
                + " does: choose a folder of your own with --state.");
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken"));
        assertThatThrownBy(() -> StateStore.open(taken))
                .isInstanceOf(StateException.class)
                .hasMessage(
                        "The state folder " + taken + " cannot be made or written (FileAlreadyExistsException): make it"
                                + " writable, with room on its disk, or choose another with --state.");
    }

    private StateStore held() {
        StateStore store = StateStore.open(folder);
        assertThat(store.hold(RUN)).isInstanceOf(Hold.Holder.class);
        return store;
    }

    private String damaged() {
        return "The state file " + file
                + " is damaged and no longer reads as a database: restore it from a copy, or move it away"
                + " and start a new run, which does only what is left.";
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(() -> StateStore.open(folder))
                .isInstanceOf(StateException.class)
                .hasMessage(sentence);
    }

    private void change(String sql) throws SQLException {
        try (Session session = Session.open(file)) {
            session.execute(sql);
        }
    }

    private static void setting(StateStore store, String pragma) {
        store.writer().write(session -> {
            session.execute(pragma);
            return pragma;
        });
    }
}
