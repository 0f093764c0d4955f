package understudy.remote.winrm.ntlm;

/**
 * The arithmetic of NTLM version 2, MS-NLMP section 3.3.2: from a password and two challenges to a proof and a key.
 */
final class NtlmV2 {
    private static final byte[] VERSIONS = {1, 1, 0, 0, 0, 0, 0, 0};

    private final byte[] proof;
    private final byte[] response;
    private final byte[] sessionBaseKey;

    NtlmV2(byte[] proof, byte[] response, byte[] sessionBaseKey) {
        this.proof = proof;
        this.response = response;
        this.sessionBaseKey = sessionBaseKey;
    }

    /** NTProofStr: what the server compares. */
    byte[] proof() {
        return proof;
    }

    /** The proof and what was hashed for it, as they are sent. */
    byte[] response() {
        return response;
    }

    /** What only the two ends can compute. */
    byte[] sessionBaseKey() {
        return sessionBaseKey;
    }

    /** NTOWFv2: what stands for the password from here on. */
    static byte[] passwordHash(NtlmAccount account, String password) {
        return Hashes.hmacMd5(
                Md4.of(Hashes.utf16(password)), Hashes.utf16(upperCase(account.user()) + account.domain()));
    }

    /**
     * The answer to a challenge.
     *
     * @param time eight bytes, 100 ns since 1601, little-endian
     * @param targetInfo the attribute list with its end mark
     */
    static NtlmV2 answer(
            byte[] passwordHash, byte[] serverChallenge, byte[] clientChallenge, byte[] time, byte[] targetInfo) {
        var hashed = Bytes.join(VERSIONS, time, clientChallenge, new byte[4], targetInfo, new byte[4]);
        var proof = Hashes.hmacMd5(passwordHash, serverChallenge, hashed);
        return new NtlmV2(proof, Bytes.join(proof, hashed), Hashes.hmacMd5(passwordHash, proof));
    }

    /** The older answer, sent beside the other one where the server named no time. */
    static byte[] lanManager(byte[] passwordHash, byte[] serverChallenge, byte[] clientChallenge) {
        return Bytes.join(Hashes.hmacMd5(passwordHash, serverChallenge, clientChallenge), clientChallenge);
    }

    /** Character by character, as Windows does it: Java's own would make "ss" of a sharp s. */
    private static String upperCase(String name) {
        var characters = name.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            characters[i] = Character.toUpperCase(characters[i]);
        }
        return new String(characters);
    }
}
