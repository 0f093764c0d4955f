package understudy.remote.winrm.ntlm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The server's message of the three, MS-NLMP section 2.2.1.2. */
final class Challenge {
    static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);

    private static final int TYPE = 2;
    private static final int FIXED_PART = 48;

    private final int flags;
    private final byte[] serverChallenge;
    private final TargetInfo targetInfo;

    Challenge(int flags, byte[] serverChallenge, TargetInfo targetInfo) {
        this.flags = flags;
        this.serverChallenge = serverChallenge;
        this.targetInfo = targetInfo;
    }

    int flags() {
        return flags;
    }

    byte[] serverChallenge() {
        return serverChallenge;
    }

    TargetInfo targetInfo() {
        return targetInfo;
    }

    static Challenge read(byte[] message) throws NtlmException {
        var buffer = Bytes.little(message);
        if (message.length < FIXED_PART || !Arrays.equals(message, 0, 8, SIGNATURE, 0, 8) || buffer.getInt(8) != TYPE) {
            throw new NtlmException("it is no challenge of NTLM");
        }
        int flags = buffer.getInt(20);
        if ((flags & Flags.NEEDED) != Flags.NEEDED) {
            throw new NtlmException("it does not agree to 128-bit sealing with NTLMv2 session security (flags 0x%08x)"
                    .formatted(flags));
        }
        int length = buffer.getShort(40) & 0xFFFF;
        int offset = buffer.getInt(44);
        if (offset < FIXED_PART || offset > message.length - length) {
            throw new NtlmException("its list of attributes lies outside of it");
        }
        return new Challenge(
                flags,
                Arrays.copyOfRange(message, 24, 32),
                TargetInfo.read(Arrays.copyOfRange(message, offset, offset + length)));
    }
}
