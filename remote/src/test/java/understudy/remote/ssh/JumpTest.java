package understudy.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import understudy.remote.Answer.Finished;
import understudy.remote.Answer.NotSent;
import understudy.remote.Command;

@Timeout(60)
class JumpTest {
    @TempDir
    Path folder;

    private TestingSshServer first;
    private TestingSshServer second;
    private TestingSshServer node;
    private SshSettings settings;

    @BeforeEach
    void listen() throws Exception {
        var key = TestingSshServer.newKey();
        first = new TestingSshServer(folder, key, TestingSshServer.newKey(), 0);
        second = new TestingSshServer(folder, key, TestingSshServer.newKey(), 0);
        node = new TestingSshServer(folder, key, TestingSshServer.newKey(), 0);
        var known = Files.write(
                folder.resolve("known_hosts"),
                List.of(first.knownHostsLine(), second.knownHostsLine(), node.knownHostsLine()));
        settings = new SshSettings(node.endpoint(), SshIdentity.key(node.keyFile()), known)
                .through(List.of(first.endpoint(), second.endpoint()));
    }

    @AfterEach
    void stop() throws Exception {
        first.close();
        second.close();
        node.close();
    }

    @Test
    void reachesTheNodeThroughEveryHostInOrder() {
        try (var access = new SshAccess()) {
            var shell = access.shell("n1", settings);
            assertThat(shell.run(Command.of("echo", "there"))).isEqualTo(new Finished(0, "there\n", "", false));
            assertThat(shell.run(Command.of("echo", "again"))).isEqualTo(new Finished(0, "again\n", "", false));
            assertThat(node.lines()).hasSize(2);
            assertThat(List.of(first, second, node))
                    .allSatisfy(host ->
                            assertThat(host.server().getActiveSessions()).hasSize(1));
        }
        await().untilAsserted(() -> assertThat(List.of(first, second, node))
                .allSatisfy(
                        host -> assertThat(host.server().getActiveSessions()).isEmpty()));
    }

    @Test
    void everyHostOnTheWayMustBeKnown() throws Exception {
        Files.write(settings.knownHosts(), List.of(first.knownHostsLine(), node.knownHostsLine()));
        try (var access = new SshAccess()) {
            assertThat(access.shell("n1", settings).run(Command.of("true")))
                    .isInstanceOfSatisfying(
                            NotSent.class,
                            answer -> assertThat(answer.reason())
                                    .startsWith("The host key of "
                                            + second.endpoint().knownHostsName()));
        }
        assertThat(node.lines()).isEmpty();
    }

    @Test
    void aHostThatDoesNotForwardIsNamed() {
        second.server().setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        try (var access = new SshAccess()) {
            assertThat(access.shell("n1", settings).run(Command.of("true")))
                    .isInstanceOfSatisfying(
                            NotSent.class,
                            answer -> assertThat(answer.reason())
                                    .contains("jump host " + second.endpoint())
                                    .contains(node.endpoint().toString()));
        }
    }

    @Test
    void connectsAgainWhenAHostOnTheWayWasCut() {
        try (var access = new SshAccess()) {
            var shell = access.shell("n1", settings);
            shell.run(Command.of("true"));
            first.cut();
            assertThat(shell.run(Command.of("echo", "again"))).isEqualTo(new Finished(0, "again\n", "", false));
        }
    }
}
