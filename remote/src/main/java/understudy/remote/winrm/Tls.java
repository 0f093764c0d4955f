package understudy.remote.winrm;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import understudy.remote.Cause;

/** TLS to one listener, whose certificate is judged as the settings say. */
final class Tls {
    private final SSLContext context;
    private final boolean named;

    private Tls(SSLContext context, boolean named) {
        this.context = context;
        this.named = named;
    }

    /** Reads what is needed to judge; nothing has been sent then. */
    static Tls trusting(CertificateTrust trust, WinRmEndpoint endpoint) throws ConnectFailure {
        var judge = switch (trust) {
            case CertificateTrust.Pinned pinned ->
                new CertificateJudge(endpoint, pinned.sha256(), authorities(Optional.empty()));
            case CertificateTrust.Authorities(var store) -> new CertificateJudge(endpoint, null, authorities(store));
        };
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {judge}, null);
            return new Tls(context, trust instanceof CertificateTrust.Authorities);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no TLS", missing);
        }
    }

    Socket over(Socket plain, WinRmEndpoint endpoint) throws IOException {
        var socket =
                (SSLSocket) context.getSocketFactory().createSocket(plain, endpoint.address(), endpoint.port(), true);
        var parameters = socket.getSSLParameters();
        if (named) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static X509ExtendedTrustManager authorities(Optional<Path> file) throws ConnectFailure {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(file.isEmpty() ? null : read(file.get()));
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("this Java judges no certificates"));
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new ConnectFailure(
                    "The trust store " + file.map(Path::toString).orElse("of this Java") + " cannot be read ("
                            + Cause.text(unreadable) + "): name a PEM file with the authorities of your nodes'"
                            + " certificates.",
                    unreadable);
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
