package understudy.emulated.windows.winrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import understudy.remote.Answer.Finished;
import understudy.remote.Answer.Lost;
import understudy.remote.Answer.NotSent;
import understudy.remote.Answer.Unanswered;
import understudy.remote.Command;
import understudy.remote.NodeShell;
import understudy.remote.tls.CertificateTrust;
import understudy.remote.winrm.WinRmAccess;
import understudy.remote.winrm.WinRmEndpoint;
import understudy.remote.winrm.WinRmLogin;
import understudy.remote.winrm.WinRmSettings;

/** What an operator reads when it goes wrong: what, where, why, what next. */
@Timeout(60)
class WinRmSentencesTest {
    private static final Command COMMAND = Command.of("exit", "0");

    @ParameterizedTest
    @EnumSource
    void aWrongPasswordAndAnExpiredAccountAreOneSentenceForAListenerSaysNoMore(WinRmShellTest.Way way)
            throws Exception {
        try (var node = way.node()) {
            var where = node.settings(way.login()).endpoint();
            var sentence =
                    where + " did not let PATCH\\operator in: the password is wrong, or the account has expired, is"
                            + " locked or disabled, or may not log on from the network; look what the inventory's reference leads"
                            + " to, and at the account (net user NAME /domain).";
            var wrong = way.login() instanceof WinRmLogin.Basic
                    ? new WinRmLogin.Basic(TestingHost.ACCOUNT, () -> "wrong")
                    : TestingNode.ntlm("wrong");
            assertThat(node.shell(wrong).run(COMMAND)).isEqualTo(new NotSent(sentence));
            node.listener.faults().expire(TestingHost.ACCOUNT);
            assertThat(node.shell(way.login()).run(COMMAND)).isEqualTo(new NotSent(sentence));
            assertThat(node.host.lines).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1793, 'The account PATCH\\operator has expired on n1 (said so, code 1793): let its administrator extend it (net user"
                + " NAME /domain shows its date).'",
        "2147943726, 'The password of PATCH\\operator is wrong on n1 (said so, code 2147943726): look what the inventory''s"
                + " reference leads to.'",
        "1330, 'The password of PATCH\\operator has expired on n1 (said so, code 1330): change it, then change what the"
                + " inventory''s reference leads to.'",
        "1331, 'The account PATCH\\operator is disabled or locked on n1 (said so, code 1331): let its administrator look at"
                + " it (net user NAME /domain).'",
        "5, 'n1 knows PATCH\\operator but does not let it run commands (said so, code 5): put it into the group"
                + " Administrators or Remote Management Users; a local account needs LocalAccountTokenFilterPolicy = 1 as"
                + " well.'",
        "2150859174, 'WinRM on n1 refuses PATCH\\operator, for a quota is used up (said so, code 2150859174): wait for what"
                + " runs there, or raise the quota (winrm get winrm/config/service).'",
        "2150858752, 'WinRM on n1 refused PATCH\\operator (said so, code 2150858752): look into the node''s event log of"
                + " Windows Remote Management.'"
    })
    void aRefusalWithANumberSaysWhatTheNumberMeans(long code, String sentence) throws Exception {
        try (var node = TestingNode.http()) {
            node.listener.faults().refuse("Create", code, "said so.");
            assertThat(node.shell().run(COMMAND)).isEqualTo(new NotSent(sentence));
            node.listener.faults().refuse("Command", code, "said so.");
            assertThat(node.shell().run(COMMAND)).isEqualTo(new NotSent(sentence));
            assertThat(node.host.lines).isEmpty();
        }
    }

    @Test
    void asManyShellsAsAreAllowedAreASentence() throws Exception {
        var options = WinRmOptions.http().within(new Limits(1, 15, 153_600));
        try (var node = new TestingNode(new TestingHost(), options);
                var second = new WinRmAccess()) {
            assertThat(node.shell().run(COMMAND)).isInstanceOf(Finished.class);
            assertThat(second.shell("n1", node.settings(TestingNode.ntlm())).run(COMMAND))
                    .isEqualTo(new NotSent("No shell for PATCH\\operator on n1, for it has as many as WinRM allows (The"
                            + " WS-Management service cannot process the request. This user is allowed a maximum number of"
                            + " 1 concurrent shells, which has been exceeded, code 2150859173): close others (winrm"
                            + " enumerate shell) or raise MaxShellsPerUser (winrm get winrm/config/winrs)."));
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsShownWithItsFingerprint() throws Exception {
        try (var node = TestingNode.https()) {
            var settings = node.settings(TestingNode.ntlm()).trusting(CertificateTrust.usual());
            assertThat(node.access.shell("n1", settings).run(COMMAND))
                    .isInstanceOfSatisfying(
                            NotSent.class,
                            refused -> assertThat(refused.reason())
                                    .startsWith("We do not log in, for the certificate of " + settings.endpoint()
                                            + " is not trusted (")
                                    .endsWith("); its SHA-256 fingerprint is " + fingerprint(node)
                                            + ": compare that on the node's"
                                            + " console (certutil -store My), then pin it in the inventory, or name a trust store"
                                            + " that holds its authority."));
        }
    }

    @Test
    void anotherCertificateThanThePinnedOneIsShownBesideIt() throws Exception {
        try (var node = TestingNode.https()) {
            var other = "ab".repeat(32);
            var settings = node.settings(TestingNode.ntlm()).trusting(new CertificateTrust.Pinned(other));
            assertThat(reason(node.access.shell("n1", settings)))
                    .startsWith("We do not log in, for the certificate of " + settings.endpoint()
                            + " has the SHA-256 fingerprint " + fingerprint(node) + ", not the pinned " + other
                            + ": either a new one was installed there");
        }
    }

    @Test
    void aCertificateInTheTrustStoreIsBelievedForTheNameItHas(@TempDir Path folder) throws Exception {
        var certificate = TestingNode.certificate();
        var file = Files.writeString(folder.resolve("trust.pem"), certificate.pem());
        try (var node = new TestingNode(new TestingHost(), WinRmOptions.https(certificate))) {
            var trust = new CertificateTrust.Authorities(Optional.of(file));
            var settings = node.settings(TestingNode.ntlm()).trusting(trust);
            assertThat(node.access.shell("n1", settings).run(COMMAND)).isEqualTo(new Finished(0, "", "", false));
            var endpoint = new WinRmEndpoint("127.0.0.2", node.listener.port(), true);
            var misnamed = new WinRmSettings(endpoint, TestingNode.ntlm()).trusting(trust);
            assertThat(reason(node.access.shell("n1", misnamed))).contains("127.0.0.2");
        }
    }

    @Test
    void aTrustStoreThatIsMissingIsASentence(@TempDir Path folder) throws Exception {
        try (var node = TestingNode.https()) {
            var missing = folder.resolve("missing.pem");
            var settings =
                    node.settings(TestingNode.ntlm()).trusting(new CertificateTrust.Authorities(Optional.of(missing)));
            assertThat(reason(node.access.shell("n1", settings)))
                    .startsWith("We do not log in, for the trust store " + missing + " cannot be read (");
        }
    }

    @Test
    void anAnswerThatIsNoSoapIsLostAfterTheCommandAndNotSentBefore() throws Exception {
        try (var node = TestingNode.http()) {
            node.listener.faults().garble("Identify");
            assertThat(node.shell().run(COMMAND))
                    .isEqualTo(new NotSent("What answers at "
                            + node.settings(TestingNode.ntlm()).endpoint()
                            + " does not speak WinRM, for it is not the XML that WinRM sends: check the port, and what"
                            + " stands between."));
            node.listener.faults().garble("Command");
            assertThat(node.shell().run(COMMAND))
                    .isEqualTo(
                            new Lost("The answer of WinRM on n1 about 'exit' cannot be read, for it is not the XML that"
                                    + " WinRM sends; look at what it has done."));
        }
    }

    @Test
    void whereNobodyListensTheSentenceSaysSo() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var settings = new WinRmSettings(new WinRmEndpoint("127.0.0.1", port, false), TestingNode.ntlm());
        try (var access = new WinRmAccess()) {
            assertThat(reason(access.shell("n1", settings)))
                    .startsWith("Nothing answers WinRM at http://127.0.0.1:" + port + "/wsman (")
                    .endsWith("): check that the node is up and has a listener there (winrm enumerate"
                            + " winrm/config/listener).");
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whoeverAcceptsAndSaysNothingIsGivenUpInTime(boolean tls) throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var access = new WinRmAccess()) {
            var settings = new WinRmSettings(
                            new WinRmEndpoint("127.0.0.1", silent.getLocalPort(), tls), TestingNode.ntlm())
                    .connectingWithin(Duration.ofMillis(300));
            assertThat(reason(access.shell("n1", settings)))
                    .isEqualTo(
                            settings.endpoint() + " did not let us in within the connect deadline: check that the node"
                                    + " is up, its load and the network.");
        }
    }

    @Test
    void somethingThatIsNoHttpIsASentence() throws Exception {
        try (var ssh = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var access = new WinRmAccess()) {
            Thread.ofVirtual().start(() -> greet(ssh));
            var settings =
                    new WinRmSettings(new WinRmEndpoint("127.0.0.1", ssh.getLocalPort(), false), TestingNode.ntlm());
            assertThat(reason(access.shell("n1", settings)))
                    .contains("does not speak WinRM, for it does not begin as HTTP does: check the port");
        }
    }

    @Test
    void basicAndKerberosOverHttpAreRefusedBeforeAnythingIsSent() {
        var http = WinRmEndpoint.http("n1");
        assertThatThrownBy(() -> new WinRmSettings(http, TestingNode.basic()))
                .hasMessage(
                        "Basic would send the password of PATCH\\operator readable to http://n1:5985/wsman: use HTTPS,"
                                + " or NTLM, which seals every message.");
        assertThatThrownBy(() -> new WinRmSettings(http, TestingNode.kerberos("a@B", "x")))
                .hasMessageStartingWith("Kerberos over HTTP would leave the messages to http://n1:5985/wsman readable");
    }

    @Test
    void aPasswordThatCannotBeHadIsASentenceWithoutIt() throws Exception {
        try (var node = TestingNode.http()) {
            var login = new WinRmLogin.Ntlm(TestingHost.ACCOUNT, () -> {
                throw new IOException("the variable PATCH_PASSWORD is not set");
            });
            assertThat(node.shell(login).run(COMMAND))
                    .isEqualTo(
                            new NotSent("The password of PATCH\\operator cannot be had (the variable PATCH_PASSWORD is"
                                    + " not set): correct the reference in the inventory, or what it leads to."));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "37, 'The clocks of this machine, the KDC and'",
        "1, 'The account operator@EMULATED.TEST has expired'",
        "6, 'Kerberos knows no account operator@EMULATED.TEST'",
        "18, 'The account operator@EMULATED.TEST is disabled, locked or revoked'",
        "23, 'The password of operator@EMULATED.TEST has expired'",
        "24, 'The password of operator@EMULATED.TEST is wrong for Kerberos'",
        "60, 'Kerberos did not let operator@EMULATED.TEST in'"
    })
    void whatAKdcRefusesIsASentence(int code, String begin, @TempDir Path folder) throws Exception {
        try (var kdc = new TestingKdc(code);
                var node = TestingNode.https()) {
            System.setProperty(
                    "java.security.krb5.conf", kdc.configuration(folder).toString());
            assertThat(reason(node.shell(TestingNode.kerberos(TestingKdc.principal(), "some"))))
                    .startsWith(begin)
                    .contains(node.settings(TestingNode.ntlm()).endpoint().toString());
        } finally {
            System.clearProperty("java.security.krb5.conf");
        }
    }

    private static String reason(NodeShell shell) {
        return ((Unanswered) shell.run(COMMAND)).reason();
    }

    private static String fingerprint(TestingNode node) {
        try {
            return node.fingerprint();
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void greet(ServerSocket server) {
        try (var client = server.accept()) {
            client.getOutputStream()
                    .write("SSH-2.0-OpenSSH_for_Windows_8.1\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
