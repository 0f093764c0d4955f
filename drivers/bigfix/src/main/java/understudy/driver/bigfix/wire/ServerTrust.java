package understudy.driver.bigfix.wire;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import understudy.remote.Cause;

/** Believes the server's certificate only as the inventory says; a refusal shows the fingerprint, so that a person can compare it. */
final class ServerTrust extends X509ExtendedTrustManager {
    private final ServerEndpoint endpoint;
    private final X509ExtendedTrustManager authorities;

    /** The whole clause is its message. */
    static final class NotTrusted extends CertificateException {
        private static final long serialVersionUID = 1;

        NotTrusted(String clause) {
            super(clause);
        }

        NotTrusted(String clause, Throwable cause) {
            super(clause, cause);
        }
    }

    private ServerTrust(ServerEndpoint endpoint, X509ExtendedTrustManager authorities) {
        this.endpoint = endpoint;
        this.authorities = authorities;
    }

    /** TLS to this server. */
    static SSLContext context(ServerEndpoint endpoint) throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new ServerTrust(endpoint, authorities(endpoint))}, null);
            return context;
        } catch (GeneralSecurityException unreadable) {
            throw new IOException("no certificate authority can be read: " + Cause.text(unreadable), unreadable);
        }
    }

    private static X509ExtendedTrustManager authorities(ServerEndpoint endpoint)
            throws IOException, GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        Optional<Path> file = endpoint.authorities();
        if (file.isPresent()) {
            factory.init(read(file.get()));
        } else {
            factory.init((KeyStore) null);
        }
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this Java judges no certificates"));
    }

    private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var stream = Files.newInputStream(file)) {
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(stream)) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
        }
        return store;
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a certificate that was read has no encoding", impossible);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        var shown = fingerprint(chain[0]);
        if (endpoint.fingerprint().isPresent()) {
            if (!endpoint.fingerprint().get().equals(shown)) {
                throw new NotTrusted("the certificate of " + endpoint + " has the SHA-256 fingerprint "
                        + shown + ", not the pinned " + endpoint.fingerprint().get()
                        + ": either the server got a new one or somebody stands between; compare it there before you"
                        + " change the inventory");
            }
            return;
        }
        try {
            authorities.checkServerTrusted(chain, kind, engine);
        } catch (CertificateException refused) {
            throw new NotTrusted(
                    "the certificate of " + endpoint + " is not trusted (" + Cause.text(refused)
                            + "); its SHA-256 fingerprint is " + shown
                            + ": compare that on the server, then pin it in the inventory, or name its authorities",
                    refused);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        throw new CertificateException("certificates are judged on engines only");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("certificates are judged on engines only");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
