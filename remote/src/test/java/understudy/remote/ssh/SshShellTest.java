package understudy.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.session.ConnectionService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import understudy.remote.Answer;
import understudy.remote.Answer.Finished;
import understudy.remote.Answer.Lost;
import understudy.remote.Answer.NotSent;
import understudy.remote.Command;
import understudy.remote.CommandListener;
import understudy.remote.Input;
import understudy.remote.NodeShell;
import understudy.remote.SentCommand;

@Timeout(60)
class SshShellTest {
    @TempDir
    Path folder;

    private TestingSshServer server;
    private SshAccess access;
    private NodeShell shell;

    @BeforeEach
    void connect() throws Exception {
        server = new TestingSshServer(folder);
        access = new SshAccess(KeepAlive.USUAL, CommandListener.NONE, InstantSource.system());
        shell = access.shell("n1", server.settings());
    }

    @AfterEach
    void disconnect() throws Exception {
        access.close();
        server.close();
    }

    @Test
    void givesOutputErrorAndExitCode() {
        assertThat(shell.run(Command.of("sh", "-c", "echo out; echo err >&2; exit 7")))
                .isEqualTo(new Finished(7, "out\n", "err\n", false));
    }

    @Test
    void argumentsArriveAsTheyAre() {
        assertThat(shell.run(Command.of("printf", "%s|", "", "$(id)", "it's", "a\nb", "*")))
                .isEqualTo(new Finished(0, "|$(id)|it's|a\nb|*|", "", false));
    }

    @Test
    void whatIsReadArrivesWholeAndEnds() throws Exception {
        var file = Files.write(folder.resolve("big"), new byte[5 << 20]);
        assertThat(shell.run(Command.of("wc", "-c").withInput(Input.file(file))))
                .isEqualTo(new Finished(0, (5 << 20) + "\n", "", false));
        assertThat(shell.run(Command.of("cat"))).isEqualTo(new Finished(0, "", "", false));
    }

    @Test
    void aProgramMayEndWithoutReadingItsInput() throws Exception {
        var file = Files.write(folder.resolve("big"), new byte[20 << 20]);
        assertThat(shell.run(Command.of("true").withInput(Input.file(file)))).isEqualTo(new Finished(0, "", "", false));
    }

    @Test
    void keepsOnlyAsMuchOutputAsWasAskedFor() {
        var answer = (Finished)
                shell.run(Command.of("head", "-c", "9000000", "/dev/zero").keepingAtMost(1000));
        assertThat(answer.output()).hasSize(1000);
        assertThat(answer.truncated()).isTrue();
        assertThat(answer.exit()).isZero();
    }

    @Test
    void usesOneConnectionForManyCommandsAtOnce() {
        var answers = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> shell.run(Command.of("echo", "" + i)), Thread.ofVirtual()::start))
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).allMatch(answer -> answer instanceof Finished finished && finished.succeeded());
        assertThat(server.server().getActiveSessions()).hasSize(1);
    }

    @Test
    void aCommandThatIsTooSlowIsLostAndAskedToStop() {
        // The time is for the command alone: a slow connection would be another answer.
        assertThat(shell.run(Command.of("true"))).isEqualTo(new Finished(0, "", "", false));
        var answer = shell.run(Command.of("sleep", "31.7").within(Duration.ofSeconds(1)));
        assertThat(answer).isInstanceOf(Lost.class);
        await().until(() -> ProcessHandle.allProcesses()
                .noneMatch(process -> process.info().commandLine().orElse("").contains("sleep 31.7")));
    }

    @Test
    void aConnectionThatIsCutWhileACommandRunsIsLost() {
        var marker = folder.resolve("running");
        var answer = CompletableFuture.supplyAsync(
                () -> shell.run(Command.of("sh", "-c", "touch \"$0\"; sleep 20", marker.toString())));
        await().until(() -> Files.exists(marker));
        server.cut();
        assertThat(answer.join())
                .isInstanceOfSatisfying(
                        Lost.class,
                        lost -> assertThat(lost.reason()).contains("n1").contains("'sh'"));
    }

    @Test
    void connectsAgainAfterTheConnectionWasCut() {
        assertThat(shell.run(Command.of("true"))).isEqualTo(new Finished(0, "", "", false));
        server.cut();
        assertThat(shell.run(Command.of("true"))).isEqualTo(new Finished(0, "", "", false));
    }

    @Test
    void aNodeThatIsNotThereWasSentNothing() throws Exception {
        server.close();
        assertThat(shell.run(Command.of("true")))
                .isInstanceOfSatisfying(
                        NotSent.class,
                        answer -> assertThat(answer.reason()).contains("Nothing answers SSH at root@[127.0.0.1]:"));
    }

    @Test
    void aStrangeKeyIsRefusedInOneSentence() throws Exception {
        var stranger = TestingSshServer.write(TestingSshServer.newKey(), folder.resolve("stranger"));
        var settings = new SshSettings(
                server.endpoint(), SshIdentity.key(stranger), server.settings().knownHosts());
        assertThat(reason(access.shell("n1", settings).run(Command.of("true")))).contains("took none of our keys");
    }

    @Test
    void aConnectionThatHasNoRoomForAnotherCommandIsReplaced() {
        shell.run(Command.of("true"));
        ConnectionService full = server.server().getActiveSessions().getFirst().getService(ConnectionService.class);
        full.setAllowMoreSessions(false);
        assertThat(shell.run(Command.of("true"))).isEqualTo(new Finished(0, "", "", false));
        await().untilAsserted(
                        () -> assertThat(server.server().getActiveSessions()).hasSize(1));
    }

    @Test
    void aCommandThatIsGivenUpKeepsNoPlaceOfTheNextConnection() {
        var lost = shell.run(Command.of("sh", "-c", "trap '' TERM; sleep 2").within(Duration.ofMillis(200)));
        assertThat(lost).isInstanceOf(Lost.class);
        await().untilAsserted(
                        () -> assertThat(server.server().getActiveSessions()).isEmpty());
        assertThat(shell.run(Command.of("true"))).isEqualTo(new Finished(0, "", "", false));
    }

    @Test
    void aListenerHearsOfEveryCommandWithoutWhatItReads() throws Exception {
        var heard = new ArrayList<String>();
        var listener = new CommandListener() {
            @Override
            public void sending(SentCommand command) {
                heard.add(command.toString());
            }

            @Override
            public void answered(SentCommand command, Answer answer, Duration duration) {
                heard.add(answer + " " + duration.isPositive());
            }
        };
        try (var observed = new SshAccess(KeepAlive.USUAL, listener, InstantSource.system())) {
            observed.shell("n1", server.settings()).run(Command.of("wc", "-c").withInput(Input.text("secret")));
        }
        assertThat(heard).hasSize(2);
        assertThat(heard.getFirst())
                .startsWith("SentCommand[node=n1, account=root, arguments=[wc, -c], script=Optional.empty, startedAt=");
        assertThat(heard.getLast()).isEqualTo(new Finished(0, "6\n", "", false) + " true");
        assertThat(heard.toString()).doesNotContain("secret");
    }

    @Test
    void aPeerThatFallsSilentIsNoticedWithinSeconds() throws Exception {
        try (var relay = new TestingRelay(server.port());
                var patient = new SshAccess(
                        new KeepAlive(Duration.ofMillis(100), 2), CommandListener.NONE, InstantSource.system())) {
            var endpoint = new SshEndpoint("root", "127.0.0.1", relay.port());
            var known = server.knownHosts(
                    "* " + PublicKeyEntry.toString(server.hostKey().getPublic()));
            var silent = patient.shell("n1", new SshSettings(endpoint, SshIdentity.key(server.keyFile()), known));
            var marker = folder.resolve("running");
            var answer = CompletableFuture.supplyAsync(
                    () -> silent.run(Command.of("sh", "-c", "touch \"$0\"; sleep 20", marker.toString())));
            await().until(() -> Files.exists(marker));
            relay.fallSilent();
            assertThat(answer.get(5, TimeUnit.SECONDS)).isInstanceOf(Lost.class);
        }
    }

    @Test
    void takesKeysOfEveryUsualKind() throws Exception {
        for (var kind : List.of("ssh-rsa", "ecdsa-sha2-nistp256", "ssh-ed25519")) {
            var key = TestingSshServer.newKey(kind);
            try (var other = new TestingSshServer(folder, key, TestingSshServer.newKey(kind), 0)) {
                assertThat(access.shell("n2", other.settings()).run(Command.of("true")))
                        .as(kind)
                        .isEqualTo(new Finished(0, "", "", false));
            }
        }
    }

    private static String reason(Answer answer) {
        return ((Answer.Unanswered) answer).reason();
    }
}
