package understudy.remote.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import understudy.remote.Cause;

/** Believes a server's certificate only as the settings say; its refusal shows the fingerprint, so that a person can compare it. */
final class CertificateJudge extends X509ExtendedTrustManager {
    private final String peer;
    private final String place;
    private final @Nullable String pinned;
    private final X509ExtendedTrustManager authorities;

    CertificateJudge(String peer, String place, @Nullable String pinned, X509ExtendedTrustManager authorities) {
        this.peer = peer;
        this.place = place;
        this.pinned = pinned;
        this.authorities = authorities;
    }

    /** Asks the authorities. */
    private interface Question {
        void ask() throws CertificateException;
    }

    private void judge(X509Certificate shownCertificate, Question authority) throws NotTrusted {
        var shown = Fingerprint.of(shownCertificate);
        if (pinned != null) {
            if (!pinned.equals(shown)) {
                throw new NotTrusted("the certificate of " + peer + " has the SHA-256 fingerprint " + shown
                        + ", not the pinned " + pinned
                        + ": either a new one was installed there or somebody stands between; compare it " + place
                        + ", and only then change the inventory");
            }
            return;
        }
        try {
            authority.ask();
        } catch (CertificateException refused) {
            throw new NotTrusted(
                    "the certificate of " + peer + " is not trusted (" + Cause.text(refused)
                            + "); its SHA-256 fingerprint is " + shown + ": compare that " + place
                            + ", then pin it in the inventory, or name a trust store that holds its authority",
                    refused);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        judge(chain[0], () -> authorities.checkServerTrusted(chain, kind, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        judge(chain[0], () -> authorities.checkServerTrusted(chain, kind, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("certificates are judged on connections only");
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
