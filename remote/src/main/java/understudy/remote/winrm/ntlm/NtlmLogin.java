package understudy.remote.winrm.ntlm;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/**
 * One login by NTLM version 2: our first message, the server's challenge, our answer, and the session that comes of it.
 *
 * <p>MS-NLMP sections 3.1.5.1 and 3.3.2. Nothing older than version 2 with 128-bit session security is spoken.
 */
public final class NtlmLogin {
    private static final Instant EPOCH_OF_WINDOWS = Instant.parse("1601-01-01T00:00:00Z");
    private static final byte[] NO_LAN_MANAGER = new byte[24];
    private static final int MIC_OFFSET = 72;

    private final NtlmAccount account;
    private final String servicePrincipal;
    private final byte[] channelBindings;
    private final byte[] first = Bytes.join(
            Challenge.SIGNATURE, Bytes.int32(1), Bytes.int32(Flags.OFFERED), new byte[16], AuthenticateMessage.VERSION);

    /**
     * Begins a login.
     *
     * @param servicePrincipal for instance {@code HTTP/n1.example.net}
     * @param channelBindings the hash of {@link ChannelBindings}, sixteen bytes
     */
    public NtlmLogin(NtlmAccount account, String servicePrincipal, byte[] channelBindings) {
        this.account = account;
        this.servicePrincipal = servicePrincipal;
        this.channelBindings = channelBindings.clone();
    }

    /** The message that opens the login (NEGOTIATE_MESSAGE). */
    public byte[] negotiate() {
        return first.clone();
    }

    /** Answers the challenge. */
    public Answered answer(byte[] challengeMessage, String password, SecureRandom random, Instant now)
            throws NtlmException {
        var challenge = Challenge.read(challengeMessage);
        var info = challenge.targetInfo();
        boolean timed = info.hasTime();
        if (timed) {
            info.promiseMic();
        }
        info.bind(servicePrincipal, channelBindings);
        var hash = NtlmV2.passwordHash(account, password);
        var ours = bytes(random, 8);
        var answer = NtlmV2.answer(hash, challenge.serverChallenge(), ours, info.timeOr(fileTime(now)), info.bytes());
        var older = timed ? NO_LAN_MANAGER : NtlmV2.lanManager(hash, challenge.serverChallenge(), ours);
        var key = bytes(random, 16);
        var message = new AuthenticateMessage(
                        account,
                        older,
                        answer.response(),
                        Hashes.rc4(answer.sessionBaseKey()).update(key))
                .bytes(challenge.flags() & Flags.OFFERED);
        if (timed) {
            var mic = Hashes.hmacMd5(key, first, challengeMessage, message);
            System.arraycopy(mic, 0, message, MIC_OFFSET, mic.length);
        }
        return new Answered(message, NtlmSession.ofClient(key));
    }

    /** Our last message, and the session that holds if the server believes it. */
    public static final class Answered {
        private final byte[] message;
        private final NtlmSession session;

        Answered(byte[] message, NtlmSession session) {
            this.message = message;
            this.session = session;
        }

        /** Its message. */
        public byte[] message() {
            return message;
        }

        /** Its session. */
        public NtlmSession session() {
            return session;
        }
    }

    private static byte[] bytes(SecureRandom random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] fileTime(Instant now) {
        var since = Duration.between(EPOCH_OF_WINDOWS, now);
        return Bytes.int64(since.getSeconds() * 10_000_000 + since.getNano() / 100);
    }
}
