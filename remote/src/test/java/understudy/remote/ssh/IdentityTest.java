package understudy.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.sshd.certificate.OpenSshCertificateBuilder;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import understudy.remote.Answer;
import understudy.remote.Answer.Finished;
import understudy.remote.Answer.NotSent;
import understudy.remote.Command;

@Timeout(60)
class IdentityTest {
    private static final Answer DONE = new Finished(0, "", "", false);

    @TempDir
    Path folder;

    private TestingSshServer server;

    @BeforeEach
    void listen() throws Exception {
        server = new TestingSshServer(folder);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void theAgentSigns() throws Exception {
        var stranger = TestingSshServer.newKey();
        try (var agent = new TestingAgent(folder.resolve("agent"), stranger, server.clientKey())) {
            assertThat(answer(SshIdentity.agent(agent.socket()))).isEqualTo(DONE);
        }
    }

    @Test
    void theAgentSignsWithRsaAndEcdsaToo() throws Exception {
        for (var kind : List.of("ssh-rsa", "ecdsa-sha2-nistp256")) {
            var key = TestingSshServer.newKey(kind);
            try (var other = new TestingSshServer(folder, key, TestingSshServer.newKey(), 0);
                    var agent = new TestingAgent(folder.resolve("agent-" + kind), key);
                    var access = new SshAccess()) {
                var settings = new SshSettings(
                        other.endpoint(), SshIdentity.agent(agent.socket()), other.knownHosts(other.knownHostsLine()));
                assertThat(access.shell("n1", settings).run(Command.of("true")))
                        .as(kind)
                        .isEqualTo(DONE);
            }
        }
    }

    @Test
    void anEncryptedKeyThatTheAgentHoldsIsUsedAndNoOther() throws Exception {
        var file = encrypted(server.clientKey());
        try (var agent = new TestingAgent(folder.resolve("agent"), server.clientKey());
                var others = new TestingAgent(folder.resolve("others"), TestingSshServer.newKey())) {
            assertThat(answer(SshIdentity.key(file).heldBy(agent.socket()))).isEqualTo(DONE);
            assertThat(reason(answer(SshIdentity.key(file).heldBy(others.socket()))))
                    .contains("none of our keys");
        }
    }

    @Test
    void anEncryptedKeyAloneIsRefusedWithTheAgentAsRemedy() throws Exception {
        var file = encrypted(server.clientKey());
        assertThat(reason(answer(SshIdentity.key(file))))
                .startsWith("The private key " + file + " is encrypted")
                .contains("ssh-add " + file);
    }

    @Test
    void aKeyThatOthersMayReadIsNotUsed() throws Exception {
        var file = server.keyFile();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(reason(answer(SshIdentity.key(file))))
                .contains("open to other accounts")
                .endsWith("chmod 600 " + file + ".");
    }

    @Test
    void aFileThatIsNoKeyIsNamed() throws Exception {
        var file = Files.writeString(folder.resolve("no-key"), "hello");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(reason(answer(SshIdentity.key(file))))
                .contains(file.toString())
                .contains("no private key");
        assertThat(reason(answer(SshIdentity.key(folder.resolve("none"))))).contains("cannot be read");
    }

    @Test
    void anAgentThatIsNotThereIsNamed() throws Exception {
        var socket = folder.resolve("none");
        assertThat(reason(answer(SshIdentity.agent(socket))))
                .contains("SSH agent at " + socket)
                .contains("ssh-add -l");
    }

    @Test
    void anEnvironmentWithoutAgentIsRefusedInOneSentence() {
        assertThatThrownBy(() -> SshIdentity.agentOf(Map.of())).hasMessageContaining("SSH_AUTH_SOCK is not set");
        assertThat(SshIdentity.agentOf(Map.of("SSH_AUTH_SOCK", "/a")).agentSocket())
                .contains(Path.of("/a"));
    }

    @Test
    void aCertificateOpensTheDoorThatThePlainKeyDoesNot() throws Exception {
        var authority = TestingSshServer.newKey();
        server.welcomeOnlyCertificatesOf(authority.getPublic());
        var plain = SshIdentity.key(server.keyFile());
        assertThat(reason(answer(plain))).contains("none of our keys");
        var file = Files.writeString(
                folder.resolve("key-cert.pub"), PublicKeyEntry.toString(certificate(authority, Duration.ofHours(1))));
        assertThat(answer(plain.certifiedBy(file))).isEqualTo(DONE);
    }

    @Test
    void aCertificateThatHasExpiredIsSaidToBe() throws Exception {
        var authority = TestingSshServer.newKey();
        server.welcomeOnlyCertificatesOf(authority.getPublic());
        var file = Files.writeString(
                folder.resolve("key-cert.pub"),
                PublicKeyEntry.toString(certificate(authority, Duration.ofMinutes(-1))));
        assertThat(reason(answer(SshIdentity.key(server.keyFile()).certifiedBy(file))))
                .contains(file.toString())
                .contains("expired");
    }

    private OpenSshCertificate certificate(KeyPair authority, Duration validFor) throws Exception {
        return OpenSshCertificateBuilder.userCertificate()
                .id("a test")
                .publicKey(server.clientKey().getPublic())
                .principals(List.of("root"))
                .validAfter(Instant.now().minus(Duration.ofHours(1)))
                .validBefore(Instant.now().plus(validFor))
                .sign(authority);
    }

    private Path encrypted(KeyPair pair) throws Exception {
        var file = TestingSshServer.write(pair, folder.resolve("encrypted"));
        var encryption = new OpenSSHKeyEncryptionContext();
        encryption.setCipherName("AES");
        encryption.setCipherType("256");
        encryption.setCipherMode("CTR");
        encryption.setPassword("a word of a test");
        encryption.setKdfRounds(2);
        try (var out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "a test", encryption, out);
        }
        return file;
    }

    private Answer answer(SshIdentity identity) throws Exception {
        try (var access = new SshAccess()) {
            var settings = new SshSettings(server.endpoint(), identity, server.knownHosts(server.knownHostsLine()));
            return access.shell("n1", settings).run(Command.of("true"));
        }
    }

    private static String reason(Answer answer) {
        assertThat(answer).isInstanceOf(NotSent.class);
        return ((NotSent) answer).reason();
    }
}
