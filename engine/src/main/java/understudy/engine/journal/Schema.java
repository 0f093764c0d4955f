package understudy.engine.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The tables of the state file and the version of its format; files of earlier versions stay readable for ever. */
final class Schema {
    static final int FORMAT = 1;

    /** "USdy": marks the file as ours for tools such as file(1). */
    private static final long APPLICATION = 0x55536479L;

    private static final List<String> TABLES = List.of(
            "CREATE TABLE store (id TEXT NOT NULL)",
            """
            CREATE TABLE run (
              id TEXT NOT NULL, member TEXT NOT NULL, created TEXT NOT NULL, cluster TEXT NOT NULL,
              procedure TEXT NOT NULL, state TEXT NOT NULL, updated TEXT NOT NULL,
              PRIMARY KEY (id, member))""",
            """
            CREATE TABLE event (
              run TEXT NOT NULL, member TEXT NOT NULL, seq INTEGER NOT NULL, payload TEXT NOT NULL, at TEXT NOT NULL,
              PRIMARY KEY (run, member, seq))""",
            """
            CREATE TABLE inbox (
              place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, run TEXT NOT NULL, member TEXT NOT NULL,
              kind TEXT NOT NULL, payload TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, taken TEXT)""",
            "CREATE INDEX inbox_waiting ON inbox (run, place) WHERE taken IS NULL");

    private Schema() {}

    /** Makes the tables in an empty file, or checks that the file is ours and not newer than we are. */
    static void prepare(Session session, Path file) throws SQLException {
        if (isCurrent(session, file)) {
            return;
        }
        session.begin();
        try {
            // Another process may have made them while this one waited for the lock.
            if (!isCurrent(session, file)) {
                create(session);
            }
            session.commit();
        } catch (SQLException | StateException fault) {
            session.undo(fault);
            throw fault;
        }
    }

    private static boolean isCurrent(Session session, Path file) throws SQLException {
        long format = session.number("PRAGMA user_version");
        if (format > FORMAT) {
            throw new StateException("The state file " + file + " has format " + format
                    + ", and this Understudy knows formats up to " + FORMAT
                    + ": use the newer Understudy that wrote it, or choose another folder with --state.");
        }
        boolean ours = session.number("PRAGMA application_id") == APPLICATION;
        if (!ours && session.number("SELECT count(*) FROM sqlite_master") > 0) {
            throw new StateException(
                    "The file " + file + " is a database of another program, not a state file of Understudy:"
                            + " choose another folder with --state.");
        }
        return ours && format == FORMAT;
    }

    private static void create(Session session) throws SQLException {
        for (String table : TABLES) {
            session.execute(table);
        }
        var id = session.prepare("INSERT INTO store (id) VALUES (?)");
        id.setString(1, UUID.randomUUID().toString());
        id.executeUpdate();
        session.execute("PRAGMA application_id = " + APPLICATION);
        session.execute("PRAGMA user_version = " + FORMAT);
    }
}
