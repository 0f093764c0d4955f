package understudy.engine.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/** One connection to the state file with its prepared statements; used by the one thread that opened it. */
final class Session implements AutoCloseable {
    /** How long SQLite itself waits for another process's transaction. */
    static final Duration BUSY = Duration.ofSeconds(10);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(10);

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Session(Connection connection) {
        this.connection = connection;
    }

    /** Opens the file, which exists already (perhaps empty), in write-ahead mode with every commit synced to the disk. */
    static Session open(Path file) throws SQLException {
        long deadline = System.nanoTime() + BUSY.toNanos();
        while (true) {
            try {
                return openOnce(file);
            } catch (SQLException fault) {
                if (!StateFaults.isBusy(fault) || System.nanoTime() > deadline || !pause(fault)) {
                    throw fault;
                }
            }
        }
    }

    /**
     * Waits before another try: SQLite does not wait by itself where another process is just turning the file to write-ahead
     * mode, or is the last to close it. False where this thread is asked to end.
     */
    private static boolean pause(SQLException why) {
        try {
            Thread.sleep(BETWEEN_TRIES);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            why.addSuppressed(interrupted);
            return false;
        }
    }

    private static Session openOnce(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) BUSY.toMillis());
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        return new Session(config.createConnection("jdbc:sqlite:" + file));
    }

    /** Compiles a statement once for this connection; its parameters are set anew for each use. */
    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement made = connection.prepareStatement(sql);
        prepared.put(sql, made);
        return made;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (var rows = prepare(sql).executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** Takes the write lock at once, so that a transaction never has to be upgraded and refused half-way. */
    void begin() throws SQLException {
        execute("BEGIN IMMEDIATE");
    }

    void commit() throws SQLException {
        execute("COMMIT");
    }

    /** Undoes a transaction that failed; SQLite may have undone it by itself, which it then reports as an error. */
    void undo(Exception why) {
        try {
            execute("ROLLBACK");
        } catch (SQLException undone) {
            why.addSuppressed(undone);
        }
        forget(why);
    }

    /** Drops the prepared statements after a fault: the driver has silently closed the one that failed. */
    void forget(Exception why) {
        try {
            closeStatements();
        } catch (SQLException unclosed) {
            why.addSuppressed(unclosed);
        }
    }

    @Override
    public void close() throws SQLException {
        closeStatements();
        connection.close();
    }

    private void closeStatements() throws SQLException {
        List<PreparedStatement> open = List.copyOf(prepared.values());
        prepared.clear();
        for (PreparedStatement statement : open) {
            statement.close();
        }
    }
}
