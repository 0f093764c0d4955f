package understudy.emulated.windows.ntlm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** MD5 and HMAC-MD5 over several pieces, and the text encoding of NTLM. */
final class Digests {
    private Digests() {}

    static byte[] md5(byte[]... pieces) {
        try {
            return MessageDigest.getInstance("MD5").digest(concat(pieces));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("no MD5 in this Java", missing);
        }
    }

    static byte[] hmac(byte[] key, byte[]... pieces) {
        try {
            var mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(key, "HmacMD5"));
            return mac.doFinal(concat(pieces));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("no HMAC-MD5 in this Java", missing);
        }
    }

    static byte[] unicode(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] concat(byte[]... pieces) {
        var all = new ByteArrayOutputStream();
        for (var piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
