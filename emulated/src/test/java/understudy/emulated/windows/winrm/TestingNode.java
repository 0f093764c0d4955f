package understudy.emulated.windows.winrm;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import understudy.remote.NodeShell;
import understudy.remote.tls.CertificateTrust;
import understudy.remote.winrm.WinRmAccess;
import understudy.remote.winrm.WinRmEndpoint;
import understudy.remote.winrm.WinRmLogin;
import understudy.remote.winrm.WinRmSettings;

/** An emulated node with its listener, and our client in front of it. */
final class TestingNode implements AutoCloseable {
    final TestingHost host;
    final WinRmListener listener;
    final WinRmAccess access = new WinRmAccess();
    private final WinRmOptions options;

    TestingNode(TestingHost host, WinRmOptions options) throws IOException, GeneralSecurityException {
        this.host = host;
        this.options = options;
        this.listener = WinRmListener.start(host, options, InstantSource.system(), 0);
    }

    static TestingNode http() throws IOException, GeneralSecurityException {
        return new TestingNode(new TestingHost(), WinRmOptions.http());
    }

    static NodeCertificate certificate() throws GeneralSecurityException {
        return NodeCertificate.of("n1", Instant.now());
    }

    static TestingNode https() throws IOException, GeneralSecurityException {
        return new TestingNode(new TestingHost(), WinRmOptions.https(certificate()));
    }

    WinRmSettings settings(WinRmLogin login) throws GeneralSecurityException {
        var settings = new WinRmSettings(
                new WinRmEndpoint(
                        "localhost", listener.port(), options.certificate().isPresent()),
                login);
        return options.certificate().isEmpty() ? settings : settings.trusting(pinned());
    }

    CertificateTrust pinned() throws GeneralSecurityException {
        return new CertificateTrust.Pinned(fingerprint());
    }

    String fingerprint() throws GeneralSecurityException {
        var encoded = options.certificate().orElseThrow().certificate().getEncoded();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
    }

    NodeShell shell(WinRmLogin login) throws GeneralSecurityException {
        return access.shell("n1", settings(login));
    }

    NodeShell shell() throws GeneralSecurityException {
        return shell(ntlm());
    }

    static WinRmLogin ntlm() {
        return new WinRmLogin.Ntlm(TestingHost.ACCOUNT, () -> TestingHost.PASSWORD);
    }

    static WinRmLogin ntlm(String password) {
        return new WinRmLogin.Ntlm(TestingHost.ACCOUNT, () -> password);
    }

    static WinRmLogin basic() {
        return new WinRmLogin.Basic(TestingHost.ACCOUNT, () -> TestingHost.PASSWORD);
    }

    static WinRmLogin kerberos(String principal, String password) {
        return new WinRmLogin.Kerberos(principal, Optional.of(() -> password));
    }

    static Duration soon() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void close() throws IOException {
        access.close();
        listener.close();
    }
}
