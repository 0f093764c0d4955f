package understudy.remote.winrm.ntlm;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The message digest of RFC 1320: Windows' name for a password, and nothing that Java brings. */
final class Md4 {
    private static final int BLOCK = 64;
    private static final int[] TURNS_ONE = {3, 7, 11, 19};
    private static final int[] TURNS_TWO = {3, 5, 9, 13};
    private static final int[] TURNS_THREE = {3, 9, 11, 15};
    private static final int ROUND_TWO = 0x5A827999;
    private static final int ROUND_THREE = 0x6ED9EBA1;

    private int a = 0x67452301;
    private int b = 0xEFCDAB89;
    private int c = 0x98BADCFE;
    private int d = 0x10325476;

    private Md4() {}

    static byte[] of(byte[] message) {
        var digest = new Md4();
        int whole = (message.length + 1 + 8 + BLOCK - 1) / BLOCK * BLOCK;
        var padded = Arrays.copyOf(message, whole);
        padded[message.length] = (byte) 0x80;
        var words = Bytes.little(padded);
        words.putLong(whole - 8, 8L * message.length);
        for (int at = 0; at < whole; at += BLOCK) {
            digest.add(words, at);
        }
        return Bytes.written(
                16,
                out -> out.putInt(digest.a).putInt(digest.b).putInt(digest.c).putInt(digest.d));
    }

    private void add(ByteBuffer words, int at) {
        int formerA = a;
        int formerB = b;
        int formerC = c;
        int formerD = d;
        for (int i = 0; i < 16; i++) {
            step((b & c) | (~b & d), words.getInt(at + 4 * i), TURNS_ONE[i % 4]);
        }
        for (int i = 0; i < 16; i++) {
            int word = (i / 4) + (i % 4) * 4;
            step((b & c) | (b & d) | (c & d), words.getInt(at + 4 * word) + ROUND_TWO, TURNS_TWO[i % 4]);
        }
        for (int i = 0; i < 16; i++) {
            // The words in the order of their numbers' four bits read backwards.
            int word = Integer.reverse(i) >>> 28;
            step(b ^ c ^ d, words.getInt(at + 4 * word) + ROUND_THREE, TURNS_THREE[i % 4]);
        }
        a += formerA;
        b += formerB;
        c += formerC;
        d += formerD;
    }

    private void step(int mixed, int word, int turn) {
        int next = Integer.rotateLeft(a + mixed + word, turn);
        a = d;
        d = c;
        c = b;
        b = next;
    }
}
