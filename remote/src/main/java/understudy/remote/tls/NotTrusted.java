package understudy.remote.tls;

import java.security.cert.CertificateException;

/** A certificate that is not believed; its message is a whole clause with the fingerprint and the remedy, without a full stop. */
public final class NotTrusted extends CertificateException {
    private static final long serialVersionUID = 1;

    NotTrusted(String clause) {
        super(clause);
    }

    NotTrusted(String clause, Throwable cause) {
        super(clause, cause);
    }

    /** The clause. */
    public String clause() {
        return String.valueOf(getMessage());
    }
}
