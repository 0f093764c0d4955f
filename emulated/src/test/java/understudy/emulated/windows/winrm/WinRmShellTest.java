package understudy.emulated.windows.winrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.remote.Answer.Finished;
import understudy.remote.Answer.Lost;
import understudy.remote.Answer.NotSent;
import understudy.remote.Command;
import understudy.remote.Input;
import understudy.remote.winrm.WinRmAccess;
import understudy.remote.winrm.WinRmLogin;

@Timeout(60)
class WinRmShellTest {
    enum Way {
        NTLM_SEALED_OVER_HTTP,
        NTLM_OVER_HTTPS,
        BASIC_OVER_HTTPS;

        TestingNode node() throws Exception {
            return this == NTLM_SEALED_OVER_HTTP ? TestingNode.http() : TestingNode.https();
        }

        WinRmLogin login() {
            return this == BASIC_OVER_HTTPS ? TestingNode.basic() : TestingNode.ntlm();
        }
    }

    @ParameterizedTest
    @EnumSource
    void runsCommandsOverEveryTransportAndLogin(Way way) throws Exception {
        try (var node = way.node()) {
            var shell = node.shell(way.login());
            assertThat(shell.run(Command.of("both"))).isEqualTo(new Finished(0, "out \u00fc\n", "err\n", false));
            assertThat(shell.run(Command.of("exit", "3010"))).isEqualTo(new Finished(3010, "", "", false));
            assertThat(shell.run(Command.of("exit", "-1073741510"))).isEqualTo(new Finished(0xC000013A, "", "", false));
            assertThat(shell.run(Command.of("copy").withInput(Input.text("read \u00fc\r\n"))))
                    .isEqualTo(new Finished(0, "read \u00fc\r\n", "", false));
            assertThat(node.listener.connectionsMade()).isEqualTo(1);
            assertThat(node.listener.shells()).hasSize(1);
            node.access.close();
            assertThat(node.listener.shells()).isEmpty();
            assertThat(shell.run(Command.of("both")))
                    .isEqualTo(new NotSent("The connection to n1 has been closed by us."));
        }
    }

    @Test
    void whatGoesOverHttpIsSealedAndTheConversationCanBeReadAtTheNode() throws Exception {
        try (var node = TestingNode.http()) {
            node.shell().run(Command.of("copy", "a<b").withInput(Input.text("x")));
            node.access.close();
            var messages = node.listener.conversation().messages();
            assertThat(messages).allMatch(Conversation.Message::sealed);
            assertThat(messages).allMatch(message -> message.account().equals(TestingHost.ACCOUNT));
            var heard =
                    messages.stream().filter(Conversation.Message::fromClient).toList();
            var actions = List.of("Identify", "Create", "Command", "Send", "Receive", "Signal", "Delete");
            assertThat(heard).hasSameSizeAs(actions);
            for (int i = 0; i < actions.size(); i++) {
                assertThat(heard.get(i).soap()).contains(actions.get(i));
                assertThat(Request.read(heard.get(i).soap().getBytes(StandardCharsets.UTF_8))
                                .action())
                        .isEqualTo(actions.get(i));
            }
            assertThat(node.listener.conversation().text())
                    .contains("<rsp:Arguments>&quot;a&lt;b&quot;</rsp:Arguments>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "\"",
                "a\\",
                "& calc",
                "%PATH%",
                "^&",
                "a\r\nb\tc",
                "</rsp:Command>&amp;",
                "]]>",
                "\" & calc & \""
            })
    void anArgumentReachesProcessCreationQuotedAndNothingElse(String argument) throws Exception {
        try (var node = TestingNode.http()) {
            var command = List.of("show.exe", argument, "last");
            var answer = (Finished) node.shell().run(Command.of(command));
            assertThat(node.host.lines)
                    .containsExactly(understudy.remote.shell.WindowsQuoting.line(command))
                    .containsExactly(answer.output());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "%PATH%", "a\nb", "!x!"})
    void whatCmdWouldChangeIsRefusedWhereWindowsPutsItInFront(String argument) throws Exception {
        var options = WinRmOptions.http().on(WindowsVersion.SERVER_2012_R2);
        try (var node = new TestingNode(new TestingHost(), options)) {
            assertThat(node.shell().run(Command.of("show", argument)))
                    .isInstanceOfSatisfying(
                            NotSent.class,
                            refused -> assertThat(refused.reason())
                                    .startsWith(
                                            "'show' was not sent to n1, for WinRM there passes a command line through cmd.exe")
                                    .endsWith("give it by standard input, or use SSH."));
            assertThat(node.host.lines).isEmpty();
            node.shell().run(Command.of("show", "a & b"));
            assertThat(node.host.lines).containsExactly("C:\\Windows\\system32\\cmd.exe /C show \"a & b\"");
        }
    }

    @Test
    void whatXmlCannotHoldIsRefused() throws Exception {
        try (var node = TestingNode.http()) {
            assertThat(node.shell().run(Command.of("show", "a\u0001b")))
                    .isEqualTo(
                            new NotSent("An argument of 'show' for n1 holds a control character that WinRM has no way"
                                    + " to carry: give it by standard input."));
        }
    }

    @Test
    void inputOfAnySizeArrivesWholeAndAProgramMayIgnoreIt(@TempDir Path folder) throws Exception {
        var text = "0123456789abcdef".repeat(20_000);
        var file = Files.writeString(folder.resolve("input"), text);
        try (var node = TestingNode.http()) {
            var shell = node.shell();
            assertThat(shell.run(Command.of("copy").withInput(Input.file(file))))
                    .isEqualTo(new Finished(0, text, "", false));
            assertThat(shell.run(Command.of("exit", "4").withInput(Input.file(file))))
                    .isEqualTo(new Finished(4, "", "", false));
        }
    }

    @Test
    void keepsOnlyAsMuchOutputAsWasAskedFor() throws Exception {
        try (var node = TestingNode.http()) {
            var answer =
                    (Finished) node.shell().run(Command.of("flood", "3000000").keepingAtMost(1000));
            assertThat(answer.output()).hasSize(1000);
            assertThat(answer.truncated()).isTrue();
            var whole = (Finished) node.shell().run(Command.of("flood", "3000000"));
            assertThat(whole.output()).hasSize(3_000_000);
            assertThat(whole.truncated()).isFalse();
        }
    }

    @Test
    void aCommandThatIsTooSlowIsLostEndedAndItsShellDeleted() throws Exception {
        try (var node = TestingNode.http()) {
            var answer = node.shell().run(Command.of("wait").within(Duration.ofMillis(900)));
            assertThat(answer)
                    .isEqualTo(new Lost(
                            "No end of 'wait' on n1 within 900 ms; it may go on there, so look at what it has done."));
            node.host.ended.await();
            await().until(() -> node.listener.shells().isEmpty());
        }
    }

    @Test
    void aConnectionThatIsCutWhileACommandRunsIsLostAndTheNextCommandGetsAnother() throws Exception {
        try (var node = TestingNode.http()) {
            var shell = node.shell();
            var answer = CompletableFuture.supplyAsync(() -> shell.run(Command.of("wait")), Thread.ofVirtual()::start);
            node.host.waiting.await();
            node.listener.cut();
            assertThat(answer.join())
                    .isInstanceOfSatisfying(
                            Lost.class,
                            lost -> assertThat(lost.reason())
                                    .startsWith("The connection to n1 was lost while 'wait' ran there (")
                                    .endsWith("); look at what it has done."));
            assertThat(shell.run(Command.of("exit", "0"))).isEqualTo(new Finished(0, "", "", false));
            assertThat(node.listener.connectionsMade()).isEqualTo(2);
        }
    }

    @Test
    void whoeverIsToldToStopWaitingSaysThatTheCommandMayGoOn() throws Exception {
        try (var node = TestingNode.http()) {
            var shell = node.shell();
            var answer = new CompletableFuture<understudy.remote.Answer>();
            var waiting = Thread.ofVirtual().start(() -> answer.complete(shell.run(Command.of("wait"))));
            node.host.waiting.await();
            waiting.interrupt();
            assertThat(answer.join())
                    .isEqualTo(new Lost("We were told to stop waiting for 'wait' on n1; it may go on there."));
        }
    }

    @Test
    void aCommandWhoseStartWasNotConfirmedIsLost() throws Exception {
        try (var node = TestingNode.http()) {
            node.listener.faults().cut("Command");
            assertThat(node.shell().run(Command.of("exit", "0"))).isInstanceOf(Lost.class);
            await().until(() -> node.host.lines, List.of("exit 0")::equals);
        }
    }

    @Test
    void aNodeThatLosesItsPowerTakesTheCommandWithIt() throws Exception {
        try (var node = TestingNode.http()) {
            assertThat(node.shell().run(Command.of("die"))).isInstanceOf(Lost.class);
            // What was logged in while the power went is closed too.
            await().pollInSameThread()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> node.shell().run(Command.of("exit", "0")), new Finished(0, "", "", false)::equals);
        }
    }

    @Test
    void aConnectionOrAShellThatDiedUnnoticedIsMadeAgainBeforeTheCommand() throws Exception {
        try (var node = TestingNode.http()) {
            var shell = node.shell();
            shell.run(Command.of("exit", "0"));
            node.listener.losePower();
            await().pollInSameThread()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> shell.run(Command.of("exit", "0")), new Finished(0, "", "", false)::equals);
        }
    }

    @Test
    void aShellThatIsFullOfLostCommandsIsLeftForAnother() throws Exception {
        var options = WinRmOptions.http().within(new Limits(5, 1, 153_600));
        try (var node = new TestingNode(new TestingHost(), options)) {
            var shell = node.shell();
            node.listener.faults().cut("Receive");
            assertThat(shell.run(Command.of("exit", "0"))).isInstanceOf(Lost.class);
            assertThat(shell.run(Command.of("exit", "0"))).isEqualTo(new Finished(0, "", "", false));
            assertThat(node.listener.shells()).hasSize(2);
        }
    }

    @Test
    void manyCommandsAtOnceShareAFewConnections() throws Exception {
        try (var node = TestingNode.http()) {
            var shell = node.shell();
            var answers = IntStream.range(0, 24)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> shell.run(Command.of("copy").withInput(Input.text("" + i))),
                            Thread.ofVirtual()::start))
                    .toList();
            for (int i = 0; i < 24; i++) {
                assertThat(answers.get(i).join()).isEqualTo(new Finished(0, "" + i, "", false));
            }
            assertThat(node.listener.connectionsMade()).isBetween(1, 4);
        }
    }

    @Test
    void twoClientsAtOnceDoNotDisturbEachOther() throws Exception {
        try (var node = TestingNode.https();
                var second = new WinRmAccess()) {
            var one = node.shell(TestingNode.ntlm());
            var other = second.shell("n1", node.settings(TestingNode.basic()));
            var answers = Stream.of(one, other, one, other)
                    .map(shell -> CompletableFuture.supplyAsync(
                            () -> shell.run(Command.of("flood", "200000")), Thread.ofVirtual()::start))
                    .toList();
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join())
                            .isInstanceOfSatisfying(
                                    Finished.class,
                                    finished -> assertThat(finished.output()).hasSize(200_000)));
        }
    }

    @Test
    void inputThatBreaksOffHereIsSaidAndEndsTheProgram(@TempDir Path folder) throws Exception {
        try (var node = TestingNode.http()) {
            assertThat(node.shell().run(Command.of("copy").withInput(Input.file(folder.resolve("missing")))))
                    .isInstanceOfSatisfying(
                            NotSent.class,
                            refused -> assertThat(refused.reason())
                                    .startsWith("What 'copy' should read on n1 cannot be read here: "));
            assertThat(node.host.lines).isEmpty();
        }
    }

    @Test
    void aPasswordStandsInNoTextOfOurs() throws IOException {
        assertThat(TestingNode.ntlm().toString()
                        + TestingNode.basic()
                        + TestingNode.kerberos("a@B", TestingHost.PASSWORD))
                .doesNotContain(TestingHost.PASSWORD)
                .contains(TestingHost.ACCOUNT);
    }
}
