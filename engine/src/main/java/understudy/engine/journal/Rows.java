package understudy.engine.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.RunId;

/** The statements of the state file: each record's way into its table and back. */
final class Rows {
    private Rows() {}

    /** Adds events behind the last one and returns the last one's sequence. */
    static long append(Session session, RunId run, MemberId member, List<String> payloads, Instant at)
            throws SQLException {
        long sequence = last(session, run, member);
        PreparedStatement insert =
                session.prepare("INSERT INTO event (run, member, seq, payload, at) VALUES (?, ?, ?, ?, ?)");
        for (String payload : payloads) {
            bind(insert, run.value(), member.value(), ++sequence, payload, at.toString());
            insert.executeUpdate();
        }
        return sequence;
    }

    static long last(Session session, RunId run, MemberId member) throws SQLException {
        PreparedStatement select = session.prepare("SELECT max(seq) FROM event WHERE run = ? AND member = ?");
        bind(select, run.value(), member.value());
        try (ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    static List<JournalEvent> events(Session session, RunId run, MemberId member, long after) throws SQLException {
        PreparedStatement select = session.prepare(
                "SELECT seq, payload, at FROM event WHERE run = ? AND member = ? AND seq > ? ORDER BY seq");
        bind(select, run.value(), member.value(), after);
        return events(select);
    }

    static Optional<JournalEvent> first(Session session, RunId run, MemberId member) throws SQLException {
        PreparedStatement select =
                session.prepare("SELECT seq, payload, at FROM event WHERE run = ? AND member = ? ORDER BY seq LIMIT 1");
        bind(select, run.value(), member.value());
        return events(select).stream().findFirst();
    }

    private static List<JournalEvent> events(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            List<JournalEvent> events = new ArrayList<>();
            while (rows.next()) {
                events.add(new JournalEvent(rows.getLong(1), rows.getString(2), Instant.parse(rows.getString(3))));
            }
            return List.copyOf(events);
        }
    }

    /** Writes what a list of runs shows; the moment of creation stays what it was at first. */
    static void summarize(Session session, RunSummary summary) throws SQLException {
        PreparedStatement upsert = session.prepare("""
                INSERT INTO run (id, member, cluster, procedure, state, created, updated) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id, member) DO UPDATE SET
                  cluster = excluded.cluster, procedure = excluded.procedure, state = excluded.state, updated = excluded.updated""");
        bind(
                upsert,
                summary.run().value(),
                summary.member().value(),
                summary.cluster(),
                summary.procedure(),
                summary.state(),
                summary.created().toString(),
                summary.updated().toString());
        upsert.executeUpdate();
    }

    static List<RunSummary> summaries(Session session) throws SQLException {
        PreparedStatement select = session.prepare(
                "SELECT id, member, cluster, procedure, state, created, updated FROM run ORDER BY created, id, member");
        try (ResultSet rows = select.executeQuery()) {
            List<RunSummary> summaries = new ArrayList<>();
            while (rows.next()) {
                summaries.add(new RunSummary(
                        new RunId(rows.getString(1)),
                        new MemberId(rows.getString(2)),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        Instant.parse(rows.getString(6)),
                        Instant.parse(rows.getString(7))));
            }
            return List.copyOf(summaries);
        }
    }

    /** Returns whether the entry is new. */
    static boolean post(Session session, InboxEntry entry) throws SQLException {
        PreparedStatement insert = session.prepare(
                "INSERT INTO inbox (id, run, member, kind, payload, by, at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING");
        bind(
                insert,
                entry.id(),
                entry.run().value(),
                entry.member().value(),
                entry.kind(),
                entry.payload(),
                entry.by(),
                entry.at().toString());
        return insert.executeUpdate() == 1;
    }

    static List<InboxEntry> waiting(Session session, RunId run) throws SQLException {
        PreparedStatement select = session.prepare(
                "SELECT id, member, kind, payload, by, at FROM inbox WHERE run = ? AND taken IS NULL ORDER BY place");
        bind(select, run.value());
        try (ResultSet rows = select.executeQuery()) {
            List<InboxEntry> entries = new ArrayList<>();
            while (rows.next()) {
                entries.add(new InboxEntry(
                        rows.getString(1),
                        run,
                        new MemberId(rows.getString(2)),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        Instant.parse(rows.getString(6))));
            }
            return List.copyOf(entries);
        }
    }

    static void markTaken(Session session, RunId run, List<String> ids, Instant at) throws SQLException {
        PreparedStatement update =
                session.prepare("UPDATE inbox SET taken = ? WHERE id = ? AND run = ? AND taken IS NULL");
        for (String id : ids) {
            bind(update, at.toString(), id, run.value());
            update.executeUpdate();
        }
    }

    static String storeId(Session session) throws SQLException {
        return text(session, "SELECT id FROM store").orElseThrow(() -> new SQLException("The table store is empty."));
    }

    private static Optional<String> text(Session session, String sql) throws SQLException {
        try (ResultSet rows = session.prepare(sql).executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int place = 0; place < values.length; place++) {
            statement.setObject(place + 1, values[place]);
        }
    }
}
