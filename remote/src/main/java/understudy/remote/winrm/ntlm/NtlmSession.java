package understudy.remote.winrm.ntlm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * What a login left behind: keys by which each message is sealed and signed, in order, MS-NLMP sections 3.4.3 to 3.4.5.
 *
 * <p>It belongs to one connection and to one thread at a time.
 */
public final class NtlmSession {
    /** The length of a signature. */
    public static final int SIGNATURE_BYTES = 16;

    private final Direction sending;
    private final Direction receiving;

    private NtlmSession(Direction sending, Direction receiving) {
        this.sending = sending;
        this.receiving = receiving;
    }

    static NtlmSession ofClient(byte[] exportedKey) {
        return new NtlmSession(
                new Direction(exportedKey, "client-to-server"), new Direction(exportedKey, "server-to-client"));
    }

    /** The signature, followed by the message that nobody else can read. */
    public byte[] seal(byte[] message) {
        var sealed = update(sending.cipher, message);
        return Bytes.join(sending.signature(message), sealed);
    }

    /**
     * The message that stands sealed behind its signature.
     *
     * @throws NtlmException if it is not the one that the server sealed next
     */
    public byte[] unseal(byte[] signed) throws NtlmException {
        if (signed.length < SIGNATURE_BYTES) {
            throw new NtlmException("it is shorter than a signature");
        }
        var message = update(receiving.cipher, Arrays.copyOfRange(signed, SIGNATURE_BYTES, signed.length));
        if (!MessageDigest.isEqual(receiving.signature(message), Arrays.copyOf(signed, SIGNATURE_BYTES))) {
            throw new NtlmException("its signature is not the node's");
        }
        return message;
    }

    @Override
    public String toString() {
        return "a session of NTLM";
    }

    private static byte[] update(Cipher cipher, byte[] bytes) {
        return bytes.length == 0 ? bytes : cipher.update(bytes);
    }

    private static final class Direction {
        private final byte[] signingKey;
        private final Cipher cipher;
        private int sequence;

        Direction(byte[] exportedKey, String name) {
            signingKey = key(exportedKey, name, "signing");
            cipher = Hashes.rc4(key(exportedKey, name, "sealing"));
        }

        byte[] signature(byte[] message) {
            var number = Bytes.int32(sequence++);
            var code = Arrays.copyOf(Hashes.hmacMd5(signingKey, number, message), 8);
            return Bytes.join(Bytes.int32(1), cipher.update(code), number);
        }

        private static byte[] key(byte[] exportedKey, String direction, String purpose) {
            var magic = "session key to " + direction + " " + purpose + " key magic constant\0";
            return Hashes.md5(exportedKey, magic.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
