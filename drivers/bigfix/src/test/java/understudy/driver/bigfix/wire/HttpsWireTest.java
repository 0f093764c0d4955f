package understudy.driver.bigfix.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import understudy.emulated.bigfix.BigFixDoor;
import understudy.emulated.bigfix.BigFixServer;
import understudy.emulated.bigfix.WindowsCluster;
import understudy.emulated.bigfix.WindowsCluster.Windows;
import understudy.emulated.windows.winrm.NodeCertificate;
import understudy.emulated.world.ScaledClock;
import understudy.emulated.world.Timing;
import understudy.remote.Answer;
import understudy.remote.CommandListener;
import understudy.remote.SentCommand;
import understudy.remote.tls.CertificateTrust;

/** TLS, sign-in and sessions against a real listener on loopback. */
@Timeout(60)
class HttpsWireTest {
    private static final String PASSWORD = "pass:word";

    @TempDir
    private Path folder;

    private final NodeCertificate certificate = certificate();
    private final BigFixServer server = BigFixServer.of(
            WindowsCluster.files(2, Windows.SERVER_2008, Timing.usual(), new ScaledClock(Instant.now(), 1)), PASSWORD);

    @SuppressWarnings("NullAway.Init")
    private BigFixDoor door;

    private final List<SentCommand> heard = new ArrayList<>();

    private static NodeCertificate certificate() {
        try {
            return NodeCertificate.of("bigfix", Instant.now());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @BeforeEach
    void open() throws IOException {
        door = BigFixDoor.open(server, certificate, 0);
    }

    @AfterEach
    void close() {
        door.close();
    }

    private HttpsWire wire(Optional<Path> authorities, Optional<String> fingerprint, String password) {
        return new HttpsWire(
                new ServerEndpoint(
                        "localhost",
                        door.port(),
                        CertificateTrust.of(fingerprint, authorities),
                        Duration.ofSeconds(20)),
                new Operator(BigFixServer.OPERATOR, () -> password),
                new CommandListener() {
                    @Override
                    public void sending(SentCommand command) {
                        heard.add(command);
                    }

                    @Override
                    public void answered(SentCommand command, Answer answer, Duration duration) {}
                },
                InstantSource.system());
    }

    private Path pem() throws Exception {
        return Files.writeString(folder.resolve("server.pem"), certificate.pem());
    }

    @Test
    void anAuthorityOrAFingerprintVouchesAndNothingElseDoes() throws Exception {
        var print = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(certificate.certificate().getEncoded()));
        for (HttpsWire wire : List.of(
                wire(Optional.of(pem()), Optional.empty(), PASSWORD),
                wire(Optional.empty(), Optional.of(print), PASSWORD))) {
            try (wire) {
                new BigFixApi(wire).login();
            }
        }
        try (var wire = wire(Optional.empty(), Optional.empty(), PASSWORD)) {
            assertThatThrownBy(() -> new BigFixApi(wire).login())
                    .isInstanceOf(Silence.class)
                    .hasMessageContaining("is not trusted")
                    .hasMessageContaining(print);
        }
        try (var wire = wire(Optional.empty(), Optional.of("0".repeat(64)), PASSWORD)) {
            assertThatThrownBy(() -> new BigFixApi(wire).login()).hasMessageContaining("not the pinned 0000");
        }
    }

    @Test
    void aTrustStoreWithoutACertificateIsRefusedAndNothingIsSent() throws Exception {
        var empty = Files.writeString(folder.resolve("empty.pem"), "");
        try (var wire = wire(Optional.of(empty), Optional.empty(), PASSWORD)) {
            assertThat(wire.send(Call.of("GET", "/api/login")))
                    .isInstanceOfSatisfying(
                            Heard.NotSent.class,
                            refused -> assertThat(refused.reason())
                                    .contains("the trust store " + empty
                                            + " cannot be read (no certificate stands in it)")
                                    .endsWith("certificates."));
        }
    }

    @Test
    void thePasswordGoesOnceForASessionAndAgainWhenItIsOver() throws Exception {
        try (var wire = wire(Optional.of(pem()), Optional.empty(), PASSWORD)) {
            var api = new BigFixApi(wire);
            api.login();
            server.endSessions();
            assertThat(api.query(Relevance.computers(List.of("NODEA")))).hasSize(1);
        }
        assertThat(heard.toString()).doesNotContain(PASSWORD).contains("/api/query");
    }

    @Test
    void aWrongPasswordIsASentence() throws Exception {
        try (var wire = wire(Optional.of(pem()), Optional.empty(), "wrong")) {
            assertThatThrownBy(() -> new BigFixApi(wire).login())
                    .hasMessage(
                            "The BigFix server localhost:" + door.port()
                                    + " does not let the operator in: the name or the password is wrong, or it allows no local operators.");
        }
    }

    @Test
    void anExpressionThatNobodyKnowsIsAnErrorAndNoEmptyAnswer() throws Exception {
        try (var wire = wire(Optional.of(pem()), Optional.empty(), PASSWORD)) {
            assertThatThrownBy(() -> new BigFixApi(wire).query("names of bes wizards"))
                    .isInstanceOf(Silence.class)
                    .hasMessageContaining("does not understand a question");
        }
    }

    @Test
    void whatStandsInANameIsNoRelevanceAndADocumentTypeIsRefused() throws Exception {
        try (var wire = wire(Optional.of(pem()), Optional.empty(), PASSWORD)) {
            var odd = "NODE\" or \"1\" = \"1%22+&<>";
            assertThat(new BigFixApi(wire).query(Relevance.computers(List.of(odd))))
                    .isEmpty();
        }
        assertThat(Document.read("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>"))
                .isEmpty();
        assertThat(Document.read("<a>no end")).isEmpty();
    }

    @Test
    void nobodyThereIsSurelyNotSent() throws Exception {
        var wire = wire(Optional.of(pem()), Optional.empty(), PASSWORD);
        door.close();
        assertThat(wire.send(Call.of("GET", "/api/login"))).isInstanceOf(Heard.NotSent.class);
        wire.close();
    }
}
