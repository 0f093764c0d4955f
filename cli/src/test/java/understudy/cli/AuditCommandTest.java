package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.cli.commands.AuditVerifyCommand;
import understudy.cli.report.CommandsSent;
import understudy.cli.wiring.StateJournal;
import understudy.core.model.RunId;
import understudy.core.run.Event;
import understudy.documents.json.RecordCodec;
import understudy.engine.audit.AuditEntry;
import understudy.engine.audit.AuditFile;
import understudy.engine.audit.Flaw;
import understudy.engine.journal.Hold;
import understudy.engine.journal.StateStore;
import understudy.engine.ports.CommandAudit.Seal;

/** What {@code understudy audit} says of a run in a state folder. */
class AuditCommandTest {
    private static final Instant AT = Instant.parse("2026-11-21T02:00:00Z");
    private static final RunId GOOD = new RunId("good");

    @TempDir
    private Path folder;

    @BeforeEach
    void playARun() throws IOException {
        Path inventory = folder.resolve("inventory.yaml");
        Files.writeString(folder.resolve("good.yaml"), """
                format: 1
                cluster: {platform: pacemaker}
                nodes: {n1: {}, n2: {}, n3: {}}
                groups: {mail: {owners: [n1]}}
                """);
        Files.writeString(inventory, "format: 1\nclusters:\n  good: {platform: simulated, scenario: good.yaml}\n");
        CommandRun run = CommandRun.of(
                List.of("run", inventory.toString(), "good", "--yes", "--run", "good", "--state", state()));
        assertThat(run.exit()).as(run.errors()).isZero();
    }

    @Test
    void aSimulatedRunHasSentNothing() {
        String sentence =
                "Run good has no audit, for it sent no command to any node: its cluster is simulated, or it was"
                        + " carried by a release that kept none.\n";
        assertThat(audit("show", "good"))
                .isEqualTo(new CommandRun(0, "Run good has sent 0 commands.\n" + sentence, ""));
        assertThat(audit("verify", "good")).isEqualTo(new CommandRun(0, sentence, ""));
    }

    @Test
    void eachCommandIsALineWithItsStepAndWhatCameOfIt() throws IOException {
        send();
        assertThat(audit("show", "good").output())
                .startsWith("Run good has sent 3 commands.\n")
                .contains("  n1  root  (look)  exit 0 after 0.4 s  'sh' -s  < cluster+look sha256:abcdefabcdef\n")
                .contains("  n2  duty  drain:n2  lost after 20 s (The line was cut.)  'sudo' -n crm_attribute\n")
                .contains(
                        "  n2  duty  install:n2  no answer recorded  'sh'  < job sha256:abcdefabcdef: 'apt-get' install\n");
        CommandsSent json = new RecordCodec()
                .read(
                        CommandsSent.class,
                        audit("show", "good", "--output", "json").output());
        assertThat(json.commands()).hasSize(3);
    }

    @Test
    void anAuditThatTheJournalAgreesWithIsWell() throws IOException {
        Seal seal = send();
        CommandRun verify = audit("verify", "good");
        assertThat(verify)
                .isEqualTo(new CommandRun(
                        0,
                        "The audit of run good is what was written: 6 lines, the last with the hash " + seal.head()
                                + "; the run's journal agrees at 1 place.\n",
                        ""));
    }

    @Test
    void aChangedLineIsNamedAndTheExitCodeTells() throws IOException {
        send();
        Files.writeString(file(), Files.readString(file()).replace("crm_attribute", "crm_standby"));
        CommandRun verify = audit("verify", "good");
        assertThat(verify).isEqualTo(new CommandRun(2, """
                        The audit of good is not what was written:
                          Line 4 was changed: it does not give the hash that it holds.
                        """, ""));
        CommandRun json = audit("verify", "good", "--output", "json");
        assertThat(json.exit()).isEqualTo(2);
        assertThat(new RecordCodec()
                        .read(AuditVerifyCommand.Verified.class, json.output())
                        .flaws())
                .containsExactly(
                        new Flaw(Flaw.Kind.CHANGED, 4, "Line 4 was changed: it does not give the hash that it holds."));
    }

    @Test
    void aCutOffEndIsFoundByTheJournalAndNotInTheFileAlone() throws IOException {
        send();
        List<String> lines = Files.readAllLines(file());
        Files.writeString(file(), String.join("\n", lines.subList(0, 4)) + "\n");
        assertThat(audit("verify", "good").output())
                .contains("  The end was cut off behind line 4: the run's journal knows of 6 lines.\n");
        assertThat(audit("verify", file().toString()).output())
                .startsWith("The chain of " + file() + " is whole: 4 lines,")
                .endsWith("Whether its end was cut off only the journal of its run can tell: name the run instead.\n");
    }

    @Test
    void anAuditThatWasTakenAwayIsMissed() throws IOException {
        send();
        Files.delete(file());
        assertThat(audit("verify", "good").exit()).isEqualTo(2);
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThat(audit("verify", "other"))
                .isEqualTo(new CommandRun(
                        2, "", "There is no run other in this state directory: `understudy runs` lists them.\n"));
        assertThat(audit("show", "other").exit()).isEqualTo(2);
        CommandRun file = audit("verify", folder.resolve("none.jsonl").toString());
        assertThat(file.exit()).isEqualTo(2);
        assertThat(file.errors())
                .startsWith("The audit " + folder.resolve("none.jsonl") + " cannot be read (NoSuchFileException: ");
    }

    /** An audit as a run on a real cluster leaves it, and its seal in the journal. */
    private Seal send() throws IOException {
        Optional<AuditEntry.Script> look = Optional.of(script("cluster+look"));
        Optional<AuditEntry.Script> job =
                Optional.of(new AuditEntry.Script("job", "abcdef".repeat(10) + "abcd", List.of("apt-get", "install")));
        try (StateStore store = StateStore.open(Path.of(state()));
                AuditFile audit = AuditFile.open(store.folder(), GOOD);
                Hold.Holder _ = (Hold.Holder) store.hold(GOOD)) {
            audit.append(new AuditEntry.Opened(AT, "good", "good", "anna"));
            audit.append(new AuditEntry.Sent(AT, "n1", "root", Optional.empty(), List.of("sh", "-s"), look));
            audit.append(answered(2, new AuditEntry.Result.Exited(0), Duration.ofMillis(400)));
            audit.append(new AuditEntry.Sent(
                    AT,
                    "n2",
                    "duty",
                    Optional.of("drain:n2"),
                    List.of("sudo", "-n", "crm_attribute"),
                    Optional.empty()));
            audit.append(answered(4, new AuditEntry.Result.Lost("The line was cut."), Duration.ofSeconds(20)));
            audit.append(new AuditEntry.Sent(AT, "n2", "duty", Optional.of("install:n2"), List.of("sh"), job));
            Seal seal = audit.settle();
            StateJournal.of(store, GOOD, "good").append(List.of(new Event.AuditSealed(AT, seal.lines(), seal.head())));
            return seal;
        }
    }

    private static AuditEntry.Script script(String name) {
        return new AuditEntry.Script(name, "abcdef".repeat(10) + "abcd", List.of());
    }

    private static AuditEntry.Answered answered(long to, AuditEntry.Result result, Duration took) {
        return new AuditEntry.Answered(AT, to, result, took);
    }

    private Path file() {
        return AuditFile.of(Path.of(state()), GOOD);
    }

    private CommandRun audit(String... words) {
        List<String> all = new ArrayList<>(List.of("audit"));
        all.addAll(Arrays.asList(words));
        all.addAll(List.of("--state", state()));
        return CommandRun.of(all);
    }

    private String state() {
        return folder.resolve("state").toString();
    }
}
