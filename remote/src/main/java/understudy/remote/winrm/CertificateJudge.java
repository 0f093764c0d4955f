package understudy.remote.winrm;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import understudy.remote.Cause;

/** Believes a node's certificate only as the settings say; its refusal shows the fingerprint, so that a person can compare it. */
final class CertificateJudge extends X509ExtendedTrustManager {
    private final WinRmEndpoint endpoint;
    private final @Nullable String pinned;
    private final X509ExtendedTrustManager authorities;

    CertificateJudge(WinRmEndpoint endpoint, @Nullable String pinned, X509ExtendedTrustManager authorities) {
        this.endpoint = endpoint;
        this.pinned = pinned;
        this.authorities = authorities;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        var shown = Fingerprint.of(chain[0]);
        if (pinned != null) {
            if (!pinned.equals(shown)) {
                throw new NotTrusted("The certificate of " + endpoint + " has the SHA-256 fingerprint " + shown
                        + ", not the pinned " + pinned
                        + ": either the node got a new one or somebody stands between; compare it on the node's console"
                        + " (certutil -store My), and only then change the inventory.");
            }
            return;
        }
        try {
            authorities.checkServerTrusted(chain, kind, socket);
        } catch (CertificateException refused) {
            throw new NotTrusted(
                    "The certificate of " + endpoint + " is not trusted (" + Cause.text(refused)
                            + "); its SHA-256 fingerprint is " + shown
                            + ": compare that on the node's console (certutil -store My), then pin it in the inventory,"
                            + " or name a trust store that holds its authority.",
                    refused);
        }
    }

    /** The whole sentence is its message. */
    static final class NotTrusted extends CertificateException {
        private static final long serialVersionUID = 1;

        NotTrusted(String sentence) {
            super(sentence);
        }

        NotTrusted(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        throw new CertificateException("certificates are judged on sockets only");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("certificates are judged on sockets only");
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
