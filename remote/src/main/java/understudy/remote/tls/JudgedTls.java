package understudy.remote.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import understudy.remote.Cause;

/** Makes the TLS of one client, which believes a certificate only as its trust says. */
public final class JudgedTls {
    private JudgedTls() {}

    /**
     * Reads what is needed to judge; nothing has been sent then.
     *
     * @param peer whose certificate it is, for the clause of a refusal ({@link NotTrusted})
     * @param place where a person compares the fingerprint, such as {@code on the server}
     * @throws IOException the authorities cannot be read; the message is a whole clause without a full stop
     */
    public static SSLContext context(CertificateTrust trust, String peer, String place) throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {judge(trust, peer, place)}, null);
            return context;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no TLS", missing);
        }
    }

    private static CertificateJudge judge(CertificateTrust trust, String peer, String place) throws IOException {
        return switch (trust) {
            case CertificateTrust.Pinned(String sha256) ->
                new CertificateJudge(peer, place, sha256, authorities(Optional.empty()));
            case CertificateTrust.Authorities(var store) -> new CertificateJudge(peer, place, null, authorities(store));
        };
    }

    private static X509ExtendedTrustManager authorities(Optional<Path> file) throws IOException {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(file.isEmpty() ? null : read(file.get()));
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("this Java judges no certificates"));
        } catch (IOException | GeneralSecurityException unreadable) {
            var sentence = new IOException(
                    "the trust store " + file.map(Path::toString).orElse("of this Java") + " cannot be read ("
                            + Cause.text(unreadable) + "): name a PEM file with the authorities of the certificates");
            // No cause: the innermost one is what a connection's sentence would show in place of this.
            sentence.addSuppressed(unreadable);
            throw sentence;
        }
    }

    private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var stream = Files.newInputStream(file)) {
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(stream)) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
        }
        if (store.size() == 0) {
            throw new IOException("no certificate stands in it");
        }
        return store;
    }
}
