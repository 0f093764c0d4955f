package understudy.cli.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import understudy.engine.audit.AuditEntry;
import understudy.engine.audit.AuditLog;
import understudy.remote.Answer;
import understudy.remote.CommandListener;
import understudy.remote.SentCommand;

/**
 * Hears every command that goes to a cluster's nodes and writes it into the audit of the run that sends it. What was sent before the run had
 * a name, to look and to plan, is kept until then and stands first.
 *
 * <p>A command waits until the line that tells of it is on the disk, but not in an outage: there the line is given to the operating system, and
 * the next command after it waits for all.
 */
public final class CommandTrail implements CommandListener {
    /** The step, or the ledger entry, on whose behalf this thread talks to nodes. */
    static final ScopedValue<String> STEP = ScopedValue.newInstance();

    private final List<AuditEntry> early = new ArrayList<>();
    private final IdentityHashMap<SentCommand, Long> unanswered = new IdentityHashMap<>();
    private Optional<AuditLog> log = Optional.empty();
    private volatile boolean outage;

    /** From here all goes into this audit, until it is left. */
    synchronized void into(AuditLog opened, AuditEntry.Opened first) {
        long before = opened.append(first);
        early.forEach(entry -> opened.append(moved(entry, before)));
        unanswered.replaceAll((_, line) -> line + before);
        early.clear();
        log = Optional.of(opened);
    }

    /** Nothing more is written. */
    synchronized void leave() {
        log = Optional.empty();
    }

    /** Whether clients wait, so that no command may wait for the disk. */
    void outage(boolean isOn) {
        outage = isOn;
    }

    @Override
    public void sending(SentCommand command) {
        Optional<AuditLog> open = sent(command);
        if (!outage) {
            open.ifPresent(AuditLog::settle);
        }
    }

    @Override
    public synchronized void answered(SentCommand command, Answer answer, Duration duration) {
        Long line = unanswered.remove(command);
        if (line != null) {
            Instant at = command.startedAt().plus(duration);
            append(new AuditEntry.Answered(at, line, result(answer), duration));
        }
    }

    private synchronized Optional<AuditLog> sent(SentCommand command) {
        long line = append(new AuditEntry.Sent(
                command.startedAt(),
                command.node(),
                command.account(),
                STEP.isBound() ? Optional.of(STEP.get()) : Optional.empty(),
                command.arguments(),
                command.script()
                        .map(note ->
                                new AuditEntry.Script(note.name(), note.digest().sha256(), note.runs()))));
        unanswered.put(command, line);
        return log;
    }

    private long append(AuditEntry entry) {
        if (log.isPresent()) {
            return log.get().append(entry);
        }
        early.add(entry);
        return early.size();
    }

    private static AuditEntry moved(AuditEntry entry, long by) {
        return entry instanceof AuditEntry.Answered(Instant at, long to, AuditEntry.Result result, Duration took)
                ? new AuditEntry.Answered(at, to + by, result, took)
                : entry;
    }

    private static AuditEntry.Result result(Answer answer) {
        return switch (answer) {
            case Answer.Finished finished -> new AuditEntry.Result.Exited(finished.exit());
            case Answer.NotSent(String reason) -> new AuditEntry.Result.NotSent(reason);
            case Answer.Lost(String reason) -> new AuditEntry.Result.Lost(reason);
        };
    }
}
