package understudy.emulated.windows.winrm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;

/** What a login over this listener's TLS must be bound to (RFC 5929, section 4), as NTLM hashes it; zeros without TLS. */
final class TlsBindings {
    private TlsBindings() {}

    static byte[] of(Optional<NodeCertificate> certificate) throws GeneralSecurityException {
        if (certificate.isEmpty()) {
            return new byte[16];
        }
        var name = "tls-server-end-point:".getBytes(StandardCharsets.US_ASCII);
        var hash = MessageDigest.getInstance("SHA-256")
                .digest(certificate.get().certificate().getEncoded());
        var bindings = ByteBuffer.allocate(20 + name.length + hash.length).order(ByteOrder.LITTLE_ENDIAN);
        bindings.putInt(16, name.length + hash.length).position(20).put(name).put(hash);
        return MessageDigest.getInstance("MD5").digest(bindings.array());
    }
}
