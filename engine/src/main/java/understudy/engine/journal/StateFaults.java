package understudy.engine.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Turns what SQLite reports into the sentence that an operator reads. */
final class StateFaults {
    /** The low byte of SQLite's result is the kind, the rest its detail (https://sqlite.org/rescode.html). */
    private static final int KIND = 0xff;

    private StateFaults() {}

    static StateException explain(Path file, SQLException fault) {
        int code = fault.getErrorCode();
        return new StateException(sentence(file, SQLiteErrorCode.getErrorCode(code & KIND), code), fault);
    }

    static boolean isBusy(SQLException fault) {
        return (fault.getErrorCode() & KIND) == SQLiteErrorCode.SQLITE_BUSY.code;
    }

    private static String sentence(Path file, SQLiteErrorCode kind, int code) {
        return switch (kind) {
            case SQLITE_FULL ->
                "The state file " + file
                        + " cannot grow because its disk is full: free space there, then resume the run.";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                "The state file " + file
                        + " cannot be written because the file, its folder or its file system is read-only:"
                        + " make it writable, or choose another folder with --state.";
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                "The state file " + file
                        + " is damaged and no longer reads as a database: restore it from a copy, or move it"
                        + " away and start a new run, which does only what is left.";
            case SQLITE_BUSY, SQLITE_LOCKED ->
                "The state file " + file + " has been locked by another process for more than "
                        + Session.BUSY.toSeconds()
                        + " s: end what holds it (a backup or an sqlite3 shell, perhaps), then try again.";
            case SQLITE_CANTOPEN ->
                "The state file " + file
                        + " cannot be opened: check that its folder exists and is yours, or choose another"
                        + " with --state.";
            case SQLITE_IOERR ->
                "The disk under the state file " + file + " refused to read or write (SQLite's code " + code
                        + "), so the last event may be missing: look at the system's log, then resume the run.";
            // SQLite's list of codes grows with its releases; what it adds is told with its number.
            default ->
                "The state file " + file + " cannot be used (SQLite's code " + code
                        + "): look up the code at sqlite.org/rescode.html, or choose another folder with --state.";
        };
    }
}
