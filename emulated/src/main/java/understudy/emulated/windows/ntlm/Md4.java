package understudy.emulated.windows.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The hash MD4 of RFC 1320, by which Windows keeps passwords; Java has none. */
final class Md4 {
    private static final int[] SHIFTS_1 = {3, 7, 11, 19};
    private static final int[] SHIFTS_2 = {3, 5, 9, 13};
    private static final int[] SHIFTS_3 = {3, 9, 11, 15};
    private static final int[] ORDER_2 = {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15};
    private static final int[] ORDER_3 = {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15};

    private Md4() {}

    static byte[] hash(byte[] message) {
        int blocks = (message.length + 8) / 64 + 1;
        var padded = ByteBuffer.allocate(blocks * 64).order(ByteOrder.LITTLE_ENDIAN);
        padded.put(message).put((byte) 0x80).putLong(blocks * 64 - 8, message.length * 8L);
        int[] state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476};
        for (int block = 0; block < blocks; block++) {
            take(padded.slice(block * 64, 64).order(ByteOrder.LITTLE_ENDIAN), state);
        }
        var hash = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : state) {
            hash.putInt(word);
        }
        return hash.array();
    }

    private static void take(ByteBuffer block, int[] state) {
        int[] s = state.clone();
        for (int i = 0; i < 48; i++) {
            int round = i / 16;
            int step = i % 16;
            int mixed = switch (round) {
                case 0 -> ((s[1] & s[2]) | (~s[1] & s[3])) + block.getInt(step * 4);
                case 1 ->
                    ((s[1] & s[2]) | (s[1] & s[3]) | (s[2] & s[3])) + block.getInt(ORDER_2[step] * 4) + 0x5A827999;
                default -> (s[1] ^ s[2] ^ s[3]) + block.getInt(ORDER_3[step] * 4) + 0x6ED9EBA1;
            };
            int[] shifts = round == 0 ? SHIFTS_1 : round == 1 ? SHIFTS_2 : SHIFTS_3;
            int turned = Integer.rotateLeft(s[0] + mixed, shifts[step % 4]);
            s = new int[] {s[3], turned, s[1], s[2]};
        }
        for (int i = 0; i < 4; i++) {
            state[i] += s[i];
        }
    }
}
