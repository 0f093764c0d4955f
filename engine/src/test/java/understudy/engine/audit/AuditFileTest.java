package understudy.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.core.model.RunId;
import understudy.engine.journal.StateException;
import understudy.engine.ports.CommandAudit.Seal;

class AuditFileTest {
    private static final Instant AT = Instant.parse("2026-11-21T02:00:00Z");
    private static final RunId NIGHT = new RunId("night");

    @TempDir
    private Path state;

    @Test
    void whatIsAppendedIsAChainThatEndsWhereItSays() throws IOException {
        Seal seal;
        try (AuditFile audit = AuditFile.open(state, NIGHT)) {
            audit.append(opened());
            assertThat(audit.append(sent("true"))).isEqualTo(2);
            audit.append(new AuditEntry.Answered(AT, 2, new AuditEntry.Result.Exited(0), Duration.ofMillis(400)));
            seal = audit.settle();
        }
        assertThat(verdict()).isEqualTo(new Verdict(seal, List.of()));
        assertThat(seal.lines()).isEqualTo(3);
        assertThat(AuditLine.read(lines().get(1)).entry()).isEqualTo(sent("true"));
    }

    @Test
    void aLineLooksAsItIsPublished() throws IOException {
        try (AuditFile audit = AuditFile.open(state, NIGHT)) {
            audit.append(opened());
        }
        assertThat(lines())
                .containsExactly(
                        "{\"line\":1,\"entry\":{\"type\":\"Opened\",\"at\":\"2026-11-21T02:00:00Z\",\"run\":\"night\",\"cluster\":\"mail\","
                                + "\"by\":\"anna\"},\"previous\":\"" + "0".repeat(64)
                                + "\",\"hash\":\"a374cf7327941eca31f6fe636fc13f0a19a9dfd887726dfee3034742c10d175a\"}");
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        AuditFile.open(state, NIGHT).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("audit"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aResumedRunGoesOnWithItsChain() throws IOException {
        for (int process = 0; process < 3; process++) {
            try (AuditFile audit = AuditFile.open(state, NIGHT)) {
                audit.append(opened());
                audit.append(sent("märchen"));
            }
        }
        assertThat(verdict().flaws()).isEmpty();
        assertThat(verdict().end().lines()).isEqualTo(6);
    }

    @Test
    void aLineThatWasBrokenOffIsNotFollowed() throws IOException {
        try (AuditFile audit = AuditFile.open(state, NIGHT)) {
            audit.append(opened());
        }
        Files.writeString(file(), "{\"line\":2,\"entry\":{\"type\":\"Se", StandardOpenOption.APPEND);
        try (AuditFile audit = AuditFile.open(state, NIGHT)) {
            assertThat(audit.append(sent("true"))).isEqualTo(2);
        }
        assertThat(verdict().flaws()).isEmpty();
    }

    @Test
    void whereTheLastLineIsUnreadableTheChainGoesOnAndItIsNamed() throws IOException {
        try (AuditFile audit = AuditFile.open(state, NIGHT)) {
            audit.append(opened());
        }
        Files.writeString(file(), "\u0000\u0000\n", StandardOpenOption.APPEND);
        try (AuditFile audit = AuditFile.open(state, NIGHT)) {
            audit.append(sent("true"));
            audit.append(sent("false"));
        }
        assertThat(verdict().flaws())
                .containsExactly(new Flaw(
                        Flaw.Kind.CHANGED, 2, "Line 2 was changed: it no longer reads as a line of an audit."));
    }

    @Test
    void manyThreadsWriteOneChain() throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                AuditFile audit = AuditFile.open(state, NIGHT)) {
            List<CompletableFuture<Void>> all = IntStream.range(0, 200)
                    .mapToObj(number -> CompletableFuture.runAsync(
                            () -> {
                                long line = audit.append(sent("echo " + number));
                                assertThat(audit.settle().lines()).isGreaterThanOrEqualTo(line);
                            },
                            threads))
                    .toList();
            all.forEach(CompletableFuture::join);
        }
        assertThat(verdict().flaws()).isEmpty();
        assertThat(verdict().end().lines()).isEqualTo(200);
    }

    @Test
    void aFullDiskIsToldToWhoWaitsAndNothingIsLostByIt() throws IOException {
        AuditFile.open(state, NIGHT).close();
        AtomicBoolean full = new AtomicBoolean();
        RandomAccessFile disk = new RandomAccessFile(file().toFile(), "rw") {
            @Override
            public void write(byte[] bytes) throws IOException {
                if (full.get()) {
                    super.write(bytes, 0, 10);
                    throw new IOException("No space left on device");
                }
                super.write(bytes);
            }
        };
        try (AuditFile audit = AuditFile.behind(file(), disk)) {
            audit.append(opened());
            full.set(true);
            assertThat(audit.append(sent("one"))).isEqualTo(2);
            assertThat(audit.append(sent("two"))).isEqualTo(3);
            assertThatThrownBy(audit::settle)
                    .isInstanceOf(StateException.class)
                    .hasMessageContaining("(No space left on device)");
            full.set(false);
            assertThat(audit.settle().lines()).isEqualTo(3);
        }
        assertThat(verdict().flaws()).isEmpty();
        assertThat(verdict().end().lines()).isEqualTo(3);
    }

    @Test
    void aFolderInItsPlaceIsNamed() throws IOException {
        Files.createDirectories(file());
        assertThatThrownBy(() -> AuditFile.open(state, NIGHT))
                .isInstanceOf(StateException.class)
                .hasMessageStartingWith("The audit " + file() + " cannot be written (")
                .hasMessageEndingWith("make room on its disk and give access, then resume the run.");
    }

    @Test
    void scriptsAndLongArgumentsStandAsTheirDigests() {
        AuditEntry.Sent sent = new AuditEntry.Sent(
                AT,
                "n1",
                "root",
                Optional.of("install:n1"),
                List.of("sh", "-c", "echo one\necho two\n", "job-install", "x".repeat(1000)),
                Optional.empty());
        assertThat(sent.arguments())
                .containsExactly(
                        "sh",
                        "-c",
                        "(18 characters, sha256:" + Chain.sha256("echo one\necho two\n") + ")",
                        "job-install",
                        "x".repeat(400) + " ... (1000 characters, sha256:" + Chain.sha256("x".repeat(1000)) + ")");
    }

    @Test
    void veryManyArgumentsAreCounted() {
        AuditEntry.Sent sent = new AuditEntry.Sent(
                AT,
                "n1",
                "root",
                Optional.empty(),
                IntStream.range(0, 2500).mapToObj(Integer::toString).toList(),
                Optional.empty());
        assertThat(sent.arguments()).hasSize(1001).last().isEqualTo("(and 1500 more)");
    }

    private static AuditEntry.Opened opened() {
        return new AuditEntry.Opened(AT, "night", "mail", "anna");
    }

    private static AuditEntry.Sent sent(String argument) {
        return new AuditEntry.Sent(AT, "n1", "root", Optional.empty(), List.of("sh", argument), Optional.empty());
    }

    private Path file() {
        return AuditFile.of(state, NIGHT);
    }

    private List<String> lines() throws IOException {
        return AuditText.read(file()).lines();
    }

    private Verdict verdict() throws IOException {
        return Verdict.of(lines(), Optional.of(NIGHT), List.of());
    }
}
