package understudy.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.engine.audit.AuditEntry;
import understudy.engine.audit.AuditLog;
import understudy.engine.ports.CommandAudit.Seal;
import understudy.remote.Answer;
import understudy.remote.Digest;
import understudy.remote.ScriptNote;
import understudy.remote.SentCommand;

class CommandTrailTest {
    private static final Instant AT = Instant.parse("2026-11-21T02:00:00Z");
    private static final Duration TOOK = Duration.ofMillis(400);
    private static final AuditEntry.Opened OPENED = new AuditEntry.Opened(AT, "night", "mail", "anna");

    private final CommandTrail trail = new CommandTrail();
    private final Log log = new Log();

    @Test
    void aCommandAndItsAnswerAreTwoLines() {
        trail.into(log, OPENED);
        SentCommand command = command("true");
        trail.sending(command);
        trail.answered(command, new Answer.Finished(3, "said", "moaned", false), TOOK);

        assertThat(log.entries)
                .containsExactly(
                        OPENED,
                        sent("true", Optional.empty()),
                        new AuditEntry.Answered(AT.plus(TOOK), 2, new AuditEntry.Result.Exited(3), TOOK));
    }

    @Test
    void whatWasLostAndWhatNeverLeftAreToldApart() {
        trail.into(log, OPENED);
        for (Answer answer : List.of(new Answer.Lost("The line was cut."), new Answer.NotSent("No way."))) {
            SentCommand command = command("true");
            trail.sending(command);
            trail.answered(command, answer, TOOK);
        }

        assertThat(log.entries)
                .contains(
                        new AuditEntry.Answered(
                                AT.plus(TOOK), 2, new AuditEntry.Result.Lost("The line was cut."), TOOK),
                        new AuditEntry.Answered(AT.plus(TOOK), 4, new AuditEntry.Result.NotSent("No way."), TOOK));
    }

    @Test
    void whatWasSentBeforeTheRunHadANameStandsFirst() {
        SentCommand early = command("early");
        SentCommand open = command("open");
        trail.sending(early);
        trail.answered(early, new Answer.Finished(0, "", "", false), TOOK);
        trail.sending(open);
        trail.into(log, OPENED);
        trail.answered(open, new Answer.Finished(1, "", "", false), TOOK);

        assertThat(log.entries)
                .containsExactly(
                        OPENED,
                        sent("early", Optional.empty()),
                        new AuditEntry.Answered(AT.plus(TOOK), 2, new AuditEntry.Result.Exited(0), TOOK),
                        sent("open", Optional.empty()),
                        new AuditEntry.Answered(AT.plus(TOOK), 4, new AuditEntry.Result.Exited(1), TOOK));
    }

    @Test
    void aCommandBelongsToTheStepOfItsThread() {
        trail.into(log, OPENED);
        ScopedValue.where(CommandTrail.STEP, "drain:n2").run(() -> trail.sending(command("true")));

        assertThat(log.entries.getLast()).isEqualTo(sent("true", Optional.of("drain:n2")));
    }

    @Test
    void aCommandWaitsForItsLineButNotWhileClientsWait() {
        trail.into(log, OPENED);
        trail.sending(command("before"));
        trail.outage(true);
        trail.sending(command("inside"));
        trail.sending(command("inside too"));
        trail.outage(false);
        trail.sending(command("after"));

        assertThat(log.calls)
                .containsExactly("append 1", "append 2", "settle 2", "append 3", "append 4", "append 5", "settle 5");
    }

    @Test
    void anAnswerIsNotWaitedFor() {
        trail.into(log, OPENED);
        SentCommand command = command("true");
        trail.sending(command);
        trail.answered(command, new Answer.Finished(0, "", "", false), TOOK);

        assertThat(log.calls).containsExactly("append 1", "append 2", "settle 2", "append 3");
    }

    @Test
    void ofAJobItTellsWhatIsToRun() {
        trail.into(log, OPENED);
        ScriptNote note = new ScriptNote("job", Digest.of(new byte[0]), List.of("env", "apt-get", "install"));
        trail.sending(new SentCommand("n1", "root", List.of("sh"), Optional.of(note), AT));

        assertThat(((AuditEntry.Sent) log.entries.getLast()).script())
                .contains(new AuditEntry.Script(
                        "job", Digest.of(new byte[0]).sha256(), List.of("env", "apt-get", "install")));
    }

    private static SentCommand command(String argument) {
        return new SentCommand("n1", "root", List.of("sh", argument), Optional.empty(), AT);
    }

    private static AuditEntry.Sent sent(String argument, Optional<String> step) {
        return new AuditEntry.Sent(AT, "n1", "root", step, List.of("sh", argument), Optional.empty());
    }

    private static final class Log implements AuditLog {
        private final List<AuditEntry> entries = new ArrayList<>();
        private final List<String> calls = new ArrayList<>();

        @Override
        public long append(AuditEntry entry) {
            entries.add(entry);
            calls.add("append " + entries.size());
            return entries.size();
        }

        @Override
        public Seal settle() {
            calls.add("settle " + entries.size());
            return new Seal(entries.size(), "");
        }
    }
}
