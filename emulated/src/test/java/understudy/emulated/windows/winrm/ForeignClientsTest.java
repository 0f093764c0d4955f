package understudy.emulated.windows.winrm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that nobody here wrote, from PyPI, so that the listener speaks WinRM and not a dialect of our own. */
@Tag("windows")
@Timeout(300)
class ForeignClientsTest {
    private static final Path PYTHON = Path.of("target", "foreign-clients", "bin", "python");
    private static final List<String> PACKAGES = List.of("pywinrm==0.5.0", "pypsrp==0.9.1");

    @BeforeAll
    static void makeTheClients() throws Exception {
        if (Files.notExists(PYTHON)) {
            run(Map.of(), "python3", "-m", "venv", "target/foreign-clients");
        }
        var install = new ArrayList<>(List.of(PYTHON.toString(), "-m", "pip", "install", "--quiet"));
        install.addAll(PACKAGES);
        run(Map.of(), install.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "pywinrm, ntlm-http",
        "pywinrm, ntlm-https",
        "pywinrm, basic-https",
        "pypsrp, ntlm-http",
        "pypsrp, ntlm-https",
        "pypsrp, basic-https"
    })
    void theirCommandsAreCarriedOut(String client, String way, @TempDir Path folder) throws Exception {
        var certificate = TestingNode.certificate();
        var options = way.endsWith("https") ? WinRmOptions.https(certificate) : WinRmOptions.http();
        var pem = Files.writeString(folder.resolve("node.pem"), certificate.pem());
        try (var node = new TestingNode(new TestingHost(), options)) {
            var said = run(
                    Map.of("ACCOUNT", TestingHost.ACCOUNT, "PASSWORD", TestingHost.PASSWORD),
                    PYTHON.toString(),
                    script(folder).toString(),
                    client,
                    way,
                    Integer.toString(node.listener.port()),
                    pem.toString());
            var lines = said.lines().toList();
            assertThat(lines).hasSize(7);
            assertThat(lines.get(0)).isEqualTo("{\"output\": \"out \\u00fc\\n\", \"error\": \"err\\n\", \"exit\": 0}");
            assertThat(lines.get(4)).isEqualTo("{\"output\": \"\", \"error\": \"\", \"exit\": 3010}");
            assertThat(lines.get(5)).hasSizeGreaterThan(200_000).endsWith("\"exit\": 0}");
            assertThat(lines.get(6)).isEqualTo("{\"output\": \"script and values\", \"error\": \"\", \"exit\": 0}");
            var cmd = "C:\\Windows\\system32\\cmd.exe /C ";
            assertThat(node.host.lines)
                    .containsExactly(
                            cmd + "both",
                            cmd + "cluster.exe res \"Network Name (CMS1)\" /status",
                            cmd + "sc.exe query MSExchangeIS",
                            cmd + "reg.exe query \"HKLM\\SOFTWARE\\Microsoft\\Exchange\" /s",
                            cmd + "exit 3010",
                            cmd + "flood 200000",
                            "copy");
            assertThat(node.listener.shells()).isEmpty();
            assertThat(node.listener.conversation().messages())
                    .isNotEmpty()
                    .allMatch(message -> message.sealed() == way.equals("ntlm-http"));
        }
    }

    private static Path script(Path folder) throws IOException {
        try (var source = ForeignClientsTest.class.getResourceAsStream("foreign_client.py")) {
            assertThat(source).isNotNull();
            return Files.write(folder.resolve("foreign_client.py"), source.readAllBytes());
        }
    }

    private static String run(Map<String, String> environment, String... command) throws Exception {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
        return output;
    }
}
