package understudy.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import understudy.cli.commands.Failures;
import understudy.cli.commands.InitCommand;
import understudy.cli.inventory.ClusterEntry.SshEntry;

class InitCommandTest {
    private static final LogIn.Words NOTHING_SAID =
            new LogIn.Words(Optional.empty(), Optional.empty(), false, Optional.empty(), List.of());
    private static final Destination HOST = new Destination("me", "n1", 22);

    @TempDir
    private Path folder;

    @Test
    void whereTheClusterIsNotSeenNothingIsLeft() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        Path key = Files.writeString(folder.resolve("key"), "no key");
        int exit = run(
                "root@127.0.0.1:" + closed,
                "--identity",
                key.toString(),
                "--accept-new",
                "--file",
                folder.resolve("inventory.yaml").toString());
        assertThat(exit).isEqualTo(6);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(key);
        }
    }

    @Test
    void theUsualKeyAndKnownHostsAreTakenWhereNothingIsSaid() throws IOException {
        Files.createDirectory(folder.resolve(".ssh"));
        Path key = Files.writeString(folder.resolve(".ssh/id_ecdsa"), "");
        Files.writeString(folder.resolve(".ssh/id_rsa"), "");

        SshEntry entry = LogIn.entry(HOST, NOTHING_SAID, folder, Map.of());

        assertThat(entry)
                .isEqualTo(new SshEntry(
                        "me",
                        22,
                        Optional.of(key),
                        Optional.empty(),
                        false,
                        folder.resolve(".ssh/known_hosts"),
                        List.of()));
    }

    @Test
    void anAgentThatRunsIsTakenBeforeAKeyFile() throws IOException {
        Files.createDirectory(folder.resolve(".ssh"));
        Files.writeString(folder.resolve(".ssh/id_ecdsa"), "");

        SshEntry entry = LogIn.entry(HOST, NOTHING_SAID, folder, Map.of("SSH_AUTH_SOCK", "/run/agent"));

        assertThat(entry.agent()).isTrue();
        assertThat(entry.identity()).isEmpty();
    }

    private static int run(String... words) {
        CommandLine command = new CommandLine(new InitCommand());
        command.setExecutionExceptionHandler(new Failures());
        return command.execute(words);
    }
}
