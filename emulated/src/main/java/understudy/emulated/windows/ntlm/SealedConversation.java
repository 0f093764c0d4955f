package understudy.emulated.windows.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/** The node's end of a sealed conversation, MS-NLMP section 3.4: reads what the client sealed, in order, and seals the answers. */
public final class SealedConversation {
    private static final int SIGNATURE = 16;

    private final byte[] clientSigning;
    private final byte[] serverSigning;
    private final Rc4 clientSealing;
    private final Rc4 serverSealing;
    private int fromClient;
    private int fromServer;

    SealedConversation(byte[] key) {
        clientSigning = derived(key, "client-to-server signing");
        serverSigning = derived(key, "server-to-client signing");
        clientSealing = new Rc4(derived(key, "client-to-server sealing"));
        serverSealing = new Rc4(derived(key, "server-to-client sealing"));
    }

    /** The client's next message, without its signature; empty if the signature is wrong. */
    public Optional<byte[]> open(byte[] signed) {
        if (signed.length < SIGNATURE) {
            return Optional.empty();
        }
        var plain = clientSealing.apply(Arrays.copyOfRange(signed, SIGNATURE, signed.length));
        var expected = signature(clientSigning, clientSealing, fromClient++, plain);
        return MessageDigest.isEqual(expected, Arrays.copyOf(signed, SIGNATURE))
                ? Optional.of(plain)
                : Optional.empty();
    }

    /** An answer, its signature first. */
    public byte[] close(byte[] plain) {
        var sealed = serverSealing.apply(plain);
        return Digests.concat(signature(serverSigning, serverSealing, fromServer++, plain), sealed);
    }

    private static byte[] signature(byte[] key, Rc4 sealing, int number, byte[] plain) {
        var count = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
        var checksum = sealing.apply(Arrays.copyOf(Digests.hmac(key, count, plain), 8));
        return Digests.concat(new byte[] {1, 0, 0, 0}, checksum, count);
    }

    private static byte[] derived(byte[] key, String purpose) {
        return Digests.md5(key, Digests.ascii("session key to " + purpose + " key magic constant\0"));
    }
}
