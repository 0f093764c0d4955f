package understudy.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.sshd.certificate.OpenSshCertificateBuilder;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.HostKeyCertificateProvider;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
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
class HostKeyTest {
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
    void believesAKnownKey() throws Exception {
        assertThat(answer(server.knownHostsLine())).isEqualTo(DONE);
    }

    @Test
    void believesAHashedName() throws Exception {
        var mac = Mac.getInstance("HmacSHA1");
        var salt = new byte[20];
        mac.init(new SecretKeySpec(salt, "HmacSHA1"));
        var hash = mac.doFinal(server.endpoint().knownHostsName().getBytes(StandardCharsets.UTF_8));
        var name = "|1|" + base64(salt) + "|" + base64(hash);
        assertThat(answer(name + " " + text(server.hostKey().getPublic()))).isEqualTo(DONE);
    }

    @Test
    void passesOverLinesThatItCannotRead() throws Exception {
        assertThat(answer("# a comment", "", "nonsense", "other ssh-strange AAAA", server.knownHostsLine()))
                .isEqualTo(DONE);
    }

    @Test
    void anUnknownKeyIsRefusedWithItsFingerprintAndTheRemedy() throws Exception {
        assertThat(reason(answer("other " + text(server.hostKey().getPublic()))))
                .startsWith("The host key of [127.0.0.1]:" + server.port() + " (ssh-ed25519 "
                        + KeyUtils.getFingerPrint(server.hostKey().getPublic()) + ") is not in " + folder)
                .contains("compare this fingerprint")
                .contains("ssh-keyscan alone proves nothing");
    }

    @Test
    void theSameKeyOnAnotherPortIsUnknown() throws Exception {
        assertThat(reason(answer("127.0.0.1 " + text(server.hostKey().getPublic()))))
                .contains("is not in ");
    }

    @Test
    void aChangedKeyIsRefused() throws Exception {
        assertThat(reason(answer(server.endpoint().knownHostsName() + " "
                        + text(TestingSshServer.newKey().getPublic()))))
                .contains("is not the one in " + folder)
                .contains("somebody stands between");
    }

    @Test
    void aRevokedKeyIsRefusedAlthoughItIsKnown() throws Exception {
        assertThat(reason(answer(
                        server.knownHostsLine(),
                        "@revoked * " + text(server.hostKey().getPublic()))))
                .contains("is revoked in " + folder);
    }

    @Test
    void aRevocationThatCannotBeReadIsNotPassedOver() throws Exception {
        assertThat(reason(answer(server.knownHostsLine(), "@revoked * ssh-ed25519 AAAAnonsense")))
                .contains("@revoked line of " + folder)
                .contains("correct the line");
    }

    @Test
    void aMissingFileBelievesNobody() throws Exception {
        var file = server.knownHosts();
        Files.delete(file);
        assertThat(reason(answer(file)))
                .contains(KeyUtils.getFingerPrint(server.hostKey().getPublic()))
                .contains("is not in " + file + ", which does not exist: compare this fingerprint");
    }

    @Test
    void aFileThatCannotBeReadBelievesNobody() throws Exception {
        assertThat(reason(answer(folder))).startsWith("The known_hosts file " + folder + " cannot be read");
    }

    @Test
    void aNewKeyIsTakenOnTrustWhereThatIsAskedFor() throws Exception {
        var keys = newKeys();
        assertThat(answer(keys, "other " + text(server.hostKey().getPublic()))).isEqualTo(DONE);
        assertThat(keys.shown())
                .containsExactly(new NewHostKeys.Shown(
                        server.endpoint().knownHostsName(),
                        "ssh-ed25519 "
                                + KeyUtils.getFingerPrint(server.hostKey().getPublic()),
                        true));
        assertThat(answer(keys.file())).isEqualTo(DONE);
        assertThat(keys.file()).content().contains("taken on trust");
    }

    @Test
    void aKeyThatIsKnownIsKeptBesideTheNewOnesAndNotOnTrust() throws Exception {
        var keys = newKeys();
        assertThat(answer(keys, server.knownHostsLine())).isEqualTo(DONE);
        assertThat(keys.shown()).extracting(NewHostKeys.Shown::onTrust).containsExactly(false);
        assertThat(keys.file()).hasContent(server.knownHostsLine());
    }

    @Test
    void aChangedKeyIsNeverTaken() throws Exception {
        var keys = newKeys();
        assertThat(reason(answer(
                        keys,
                        server.endpoint().knownHostsName() + " "
                                + text(TestingSshServer.newKey().getPublic()))))
                .contains("is not the one in " + folder);
        assertThat(keys.file()).isEmptyFile();
    }

    @Test
    void aKeyThatWasTakenIsTheOnlyOneFromThenOn() throws Exception {
        var keys = newKeys();
        assertThat(answer(keys)).isEqualTo(DONE);
        server.server().setKeyPairProvider(KeyPairProvider.wrap(TestingSshServer.newKey()));
        assertThat(reason(answer(keys))).contains("is not the one in ");
    }

    @Test
    void aRevokedKeyIsNeverTaken() throws Exception {
        var keys = newKeys();
        assertThat(reason(answer(keys, "@revoked * " + text(server.hostKey().getPublic()))))
                .contains("is revoked");
        assertThat(keys.file()).isEmptyFile();
    }

    @Test
    void asksForTheKindOfKeyThatIsKnown() throws Exception {
        var other = TestingSshServer.newKey("ecdsa-sha2-nistp256");
        server.server().setKeyPairProvider(KeyPairProvider.wrap(other, server.hostKey()));
        assertThat(answer(server.knownHostsLine())).isEqualTo(DONE);
        assertThat(answer(server.endpoint().knownHostsName() + " " + text(other.getPublic())))
                .isEqualTo(DONE);
    }

    @Test
    void believesACertificateOfAKnownAuthority() throws Exception {
        var authority = TestingSshServer.newKey();
        present(authority, "127.0.0.1");
        assertThat(answer("@cert-authority * " + text(authority.getPublic()))).isEqualTo(DONE);
    }

    @Test
    void aCertificateForAnotherHostIsRefused() throws Exception {
        var authority = TestingSshServer.newKey();
        present(authority, "10.1.2.3");
        assertThat(answer("@cert-authority * " + text(authority.getPublic()))).isInstanceOf(NotSent.class);
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() throws Exception {
        present(TestingSshServer.newKey(), "127.0.0.1");
        assertThat(reason(answer(
                        "@cert-authority * " + text(TestingSshServer.newKey().getPublic()))))
                .contains("is no authority for it in " + folder);
    }

    @Test
    void aHostWithACertificateIsKnownByItsPlainKeyToo() throws Exception {
        present(TestingSshServer.newKey(), "127.0.0.1");
        assertThat(answer(server.knownHostsLine())).isEqualTo(DONE);
    }

    private void present(KeyPair authority, String principal) throws Exception {
        OpenSshCertificate certificate = OpenSshCertificateBuilder.hostCertificate()
                .id("a test")
                .publicKey(server.hostKey().getPublic())
                .principals(List.of(principal))
                .validAfter(Instant.now().minus(Duration.ofHours(1)))
                .validBefore(Instant.now().plus(Duration.ofHours(1)))
                .sign(authority);
        HostKeyCertificateProvider provider = session -> List.of(certificate);
        server.server().setHostKeyCertificateProvider(provider);
    }

    private Answer answer(String... knownHosts) throws Exception {
        return answer(server.knownHosts(knownHosts));
    }

    private Answer answer(Path knownHosts) throws Exception {
        return answer(new SshSettings(server.endpoint(), SshIdentity.key(server.keyFile()), knownHosts));
    }

    private Answer answer(NewHostKeys keys, String... knownHosts) throws Exception {
        var settings =
                new SshSettings(server.endpoint(), SshIdentity.key(server.keyFile()), server.knownHosts(knownHosts));
        return answer(settings.taking(keys));
    }

    private static Answer answer(SshSettings settings) {
        try (var access = new SshAccess()) {
            return access.shell("n1", settings).run(Command.of("true"));
        }
    }

    private NewHostKeys newKeys() throws Exception {
        return new NewHostKeys(Files.createFile(folder.resolve("new")));
    }

    private static String reason(Answer answer) {
        assertThat(answer).isInstanceOf(NotSent.class);
        return ((NotSent) answer).reason();
    }

    private static String text(PublicKey key) {
        return PublicKeyEntry.toString(key);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
