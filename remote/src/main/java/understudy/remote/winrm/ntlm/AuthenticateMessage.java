package understudy.remote.winrm.ntlm;

/** Our last message of the three, MS-NLMP section 2.2.1.3; the place of its integrity code is left empty. */
final class AuthenticateMessage {
    /** Windows 6.1, revision 15 of NTLM: only for who debugs (section 2.2.2.10). */
    static final byte[] VERSION = {6, 1, (byte) 0xB1, 0x1D, 0, 0, 0, 15};

    private static final int FIXED_PART = 88;

    private final NtlmAccount account;
    private final byte[] lanManager;
    private final byte[] response;
    private final byte[] encryptedKey;

    AuthenticateMessage(NtlmAccount account, byte[] lanManager, byte[] response, byte[] encryptedKey) {
        this.account = account;
        this.lanManager = lanManager;
        this.response = response;
        this.encryptedKey = encryptedKey;
    }

    byte[] bytes(int flags) {
        byte[][] parts = {
            lanManager,
            response,
            Hashes.utf16(account.domain()),
            Hashes.utf16(account.user()),
            new byte[0],
            encryptedKey
        };
        var payload = Bytes.join(parts);
        return Bytes.written(FIXED_PART + payload.length, message -> {
            message.put(Challenge.SIGNATURE).putInt(3);
            int offset = FIXED_PART;
            for (var part : parts) {
                message.putShort((short) part.length)
                        .putShort((short) part.length)
                        .putInt(offset);
                offset += part.length;
            }
            message.putInt(flags).put(VERSION).put(new byte[16]).put(payload);
        });
    }
}
