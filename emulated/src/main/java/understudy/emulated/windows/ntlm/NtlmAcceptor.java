package understudy.emulated.windows.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The node's side of one login by NTLM version 2: it sets a challenge and judges the answer, MS-NLMP sections 3.2.5.1 and 3.3.2.
 *
 * <p>Stricter than some Windows: nothing without 128-bit session security, key exchange and, where a time was given, an integrity code.
 */
public final class NtlmAcceptor {
    private static final byte[] SIGNATURE = Digests.ascii("NTLMSSP\0");
    private static final int DEMANDED = 0x1 | 0x10 | 0x20 | 0x200 | 0x8000 | 0x80000 | 0x20000000 | 0x40000000;
    private static final int TARGET_IS_SERVER_WITH_INFO = 0x20000 | 0x800000 | 0x4;
    private static final long SECONDS_TO_1970 = 11_644_473_600L;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String node;
    private final byte[] nonce;
    private final long time;
    private byte[] negotiate = {};
    private byte[] challenge = {};

    /** A login at the node of that name, now. */
    public NtlmAcceptor(String node, Instant now) {
        this(node, random(8), (now.getEpochSecond() + SECONDS_TO_1970) * 10_000_000);
    }

    NtlmAcceptor(String node, byte[] nonce, long time) {
        this.node = node;
        this.nonce = nonce;
        this.time = time;
    }

    /** Whether a token is a message of NTLM, and which of the three; 0 if it is none. */
    public static int type(byte[] token) {
        return token.length >= 12 && Arrays.equals(token, 0, 8, SIGNATURE, 0, 8)
                ? little(token).getInt(8)
                : 0;
    }

    /** The challenge; empty if the client offers less than is demanded. */
    public Optional<byte[]> challenge(byte[] first) {
        if (first.length < 16 || (little(first).getInt(12) & DEMANDED) != DEMANDED) {
            return Optional.empty();
        }
        int flags = (little(first).getInt(12) & (DEMANDED | 0x2000000)) | TARGET_IS_SERVER_WITH_INFO;
        var name = Digests.unicode(node.toUpperCase(Locale.ROOT));
        var info = AttributeList.ofNode(node, time);
        int at = 56;
        var message = ByteBuffer.allocate(at + name.length + info.length).order(ByteOrder.LITTLE_ENDIAN);
        message.put(SIGNATURE).putInt(2);
        message.putShort((short) name.length).putShort((short) name.length).putInt(at);
        message.putInt(flags).put(nonce).putLong(0);
        message.putShort((short) info.length).putShort((short) info.length).putInt(at + name.length);
        message.put(new byte[] {6, 0, 0x72, 0x17, 0, 0, 0, 15}).put(name).put(info);
        negotiate = first.clone();
        challenge = message.array();
        return Optional.of(challenge.clone());
    }

    /**
     * Judges the answer.
     *
     * @param passwords of the accounts that may log on, by {@code DOMAIN\name}, {@code name@domain} or {@code name}
     * @param bindings what the login must be bound to if it is bound at all: the hash of the TLS connection, or sixteen zeros
     */
    public Optional<Accepted> accept(byte[] last, Function<String, Optional<String>> passwords, byte[] bindings) {
        if (challenge.length == 0 || last.length < 88) {
            return Optional.empty();
        }
        var fields = new AnswerFields(last);
        var account = fields.account();
        var response = fields.response();
        var password = passwords.apply(account);
        if (password.isEmpty() || response.length < 44) {
            return Optional.empty();
        }
        var owf = ownFunction(password.get(), fields.user(), fields.domain());
        var hashed = Arrays.copyOfRange(response, 16, response.length);
        var proof = Digests.hmac(owf, nonce, hashed);
        if (!MessageDigest.isEqual(proof, Arrays.copyOf(response, 16))) {
            return Optional.empty();
        }
        var key = new Rc4(Digests.hmac(owf, proof)).apply(fields.key());
        var claimed = AttributeList.read(Arrays.copyOfRange(hashed, 28, hashed.length));
        return claimed.boundTo(bindings) && claimed.promisesCode() && code(key, last)
                ? Optional.of(new Accepted(account, new SealedConversation(key)))
                : Optional.empty();
    }

    /** NTOWFv2. */
    static byte[] ownFunction(String password, String user, String domain) {
        return Digests.hmac(Md4.hash(Digests.unicode(password)), Digests.unicode(upper(user) + domain));
    }

    /** As Windows does it, one character for one: the sharp s has no capital there. */
    private static String upper(String name) {
        return name.chars()
                .map(Character::toUpperCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private boolean code(byte[] key, byte[] last) {
        var without = last.clone();
        Arrays.fill(without, 72, 88, (byte) 0);
        return MessageDigest.isEqual(
                Digests.hmac(key, negotiate, challenge, without), Arrays.copyOfRange(last, 72, 88));
    }

    /** Who has logged in, and what seals the messages from now on. */
    public record Accepted(String account, SealedConversation conversation) {}

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
