package understudy.remote.winrm.ntlm;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Locale;

/** Ties a login to the TLS connection that carries it, so that nobody in between can pass it on (RFC 5929, section 4; MS-NLMP section 3.1.5.1.2). */
public final class ChannelBindings {
    private static final byte[] PREFIX = "tls-server-end-point:".getBytes(StandardCharsets.US_ASCII);

    private ChannelBindings() {}

    /** Where there is no TLS. */
    public static byte[] none() {
        return new byte[16];
    }

    /** For a connection to who showed this certificate. */
    public static byte[] of(X509Certificate certificate) throws GeneralSecurityException {
        var hash =
                MessageDigest.getInstance(digest(certificate.getSigAlgName())).digest(certificate.getEncoded());
        // The structure gss_channel_bindings_struct with no addresses, then the length of what follows.
        return Hashes.md5(new byte[16], Bytes.int32(PREFIX.length + hash.length), PREFIX, hash);
    }

    /** The certificate's own hash function, but nothing weaker than SHA-256. */
    private static String digest(String signatureAlgorithm) {
        var name = signatureAlgorithm.toUpperCase(Locale.ROOT);
        return name.startsWith("SHA384") ? "SHA-384" : name.startsWith("SHA512") ? "SHA-512" : "SHA-256";
    }
}
