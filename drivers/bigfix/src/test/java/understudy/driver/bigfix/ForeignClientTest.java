package understudy.driver.bigfix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import understudy.driver.bigfix.trial.SentDocuments;
import understudy.driver.bigfix.wire.BigFixApi;
import understudy.driver.bigfix.wire.HttpsWire;
import understudy.driver.bigfix.wire.Operator;
import understudy.driver.bigfix.wire.Relevance;
import understudy.driver.bigfix.wire.ServerEndpoint;
import understudy.emulated.bigfix.BigFixDoor;
import understudy.emulated.bigfix.BigFixServer;
import understudy.emulated.bigfix.WindowsCluster;
import understudy.emulated.bigfix.WindowsCluster.Windows;
import understudy.emulated.windows.winrm.NodeCertificate;
import understudy.emulated.world.ScaledClock;
import understudy.emulated.world.Timing;
import understudy.remote.CommandListener;
import understudy.remote.tls.CertificateTrust;

/** A client that nobody here wrote, besapi from PyPI, which ships BES.xsd and BESAPI.xsd: both sides are held against it. */
@Tag("windows")
@Timeout(300)
class ForeignClientTest {
    private static final Path PYTHON = Path.of("target", "besapi", "bin", "python");
    private static final String PACKAGE = "besapi==4.4.4";
    private static final String PASSWORD = "a secret";

    @BeforeAll
    static void makeTheClient() throws Exception {
        if (Files.notExists(PYTHON)) {
            assumeTrue(run(Map.of(), "python3", "-m", "venv", "target/besapi").exit() == 0, "no venv here");
        }
        assumeTrue(
                run(Map.of(), PYTHON.toString(), "-m", "pip", "install", "--quiet", PACKAGE)
                                .exit()
                        == 0,
                "PyPI cannot be reached");
    }

    private record Ran(int exit, String said) {}

    private static Ran run(Map<String, String> environment, String... command) throws Exception {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            return new Ran(127, "");
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), said);
    }

    @Test
    void besapiSignsInQueriesTakesActionAndReadsTheStatusAndSeesWhatWeSee(@TempDir Path folder) throws Exception {
        var documents = Files.createDirectory(folder.resolve("sent"));
        SentDocuments.write(documents);
        var certificate = NodeCertificate.of("bigfix", Instant.now());
        var pem = Files.writeString(folder.resolve("server.pem"), certificate.pem());
        var world = WindowsCluster.prepared(
                WindowsCluster.files(2, Windows.SERVER_2008, Timing.usual(), new ScaledClock(Instant.now(), 60)));
        var server = BigFixServer.of(world, PASSWORD);
        try (var door = BigFixDoor.open(server, certificate, 0)) {
            var relevance = Relevance.applicable("Server Automation", List.of(116, 114));
            var ran = run(
                    Map.of("PASSWORD", PASSWORD),
                    PYTHON.toString(),
                    script(folder).toString(),
                    "https://localhost:" + door.port(),
                    pem.toString(),
                    documents.toString(),
                    Integer.toString(server.agent("NODEB").id()),
                    relevance);
            assertThat(ran.exit()).isZero();
            var said = ran.said();
            assertThat(said).contains("\"login\": true", "\"status\": \"Fixed\"", "\"unknown\": \"ERROR: ");
            assertThat(said)
                    .as("everything that goes over the wire is valid by the product's schemas")
                    .doesNotContain("false");
            assertThat(world.journal()).containsExactly("NODEB: pause");
            assertTheSameIsSeen(door, pem, relevance, said);
        }
    }

    /** Our own client asks the same before anything was changed, and finds the same tuples. */
    private static void assertTheSameIsSeen(BigFixDoor door, Path pem, String relevance, String said) throws Exception {
        try (var wire = new HttpsWire(
                new ServerEndpoint(
                        "localhost",
                        door.port(),
                        new CertificateTrust.Authorities(Optional.of(pem)),
                        Duration.ofSeconds(20)),
                new Operator(BigFixServer.OPERATOR, () -> PASSWORD),
                CommandListener.NONE,
                InstantSource.system())) {
            var api = new BigFixApi(wire);
            List<String> actions = new ArrayList<>();
            api.query(Relevance.actions("by besapi")).forEach(tuple -> actions.add(tuple.getFirst()));
            assertThat(actions).hasSize(1);
            assertThat(said).contains("\"action\": " + actions.getFirst());
            assertThat(api.status(Integer.parseInt(actions.getFirst()))
                            .computers()
                            .values())
                    .extracting(one -> one.status())
                    .containsExactly("Fixed");
            var seen = api.query(relevance).stream()
                    .map(tuple -> "[\"" + String.join("\", \"", tuple) + "\"]")
                    .toList();
            assertThat(seen)
                    .as("what is left of it after the pause")
                    .isNotEmpty()
                    .allMatch(said::contains);
        }
    }

    private static Path script(Path folder) throws IOException {
        try (var source = ForeignClientTest.class.getResourceAsStream("foreign_client.py")) {
            assertThat(source).isNotNull();
            return Files.write(folder.resolve("foreign_client.py"), source.readAllBytes());
        }
    }
}
