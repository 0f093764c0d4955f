package understudy.emulated.windows.ntlm;

/** The stream cipher RC4; its stream goes on from call to call. */
final class Rc4 {
    private final int[] box = new int[256];
    private int i;
    private int j;

    Rc4(byte[] key) {
        for (int n = 0; n < 256; n++) {
            box[n] = n;
        }
        int mixed = 0;
        for (int n = 0; n < 256; n++) {
            mixed = (mixed + box[n] + key[n % key.length]) & 0xFF;
            swap(n, mixed);
        }
    }

    byte[] apply(byte[] bytes) {
        var result = new byte[bytes.length];
        for (int n = 0; n < bytes.length; n++) {
            i = (i + 1) & 0xFF;
            j = (j + box[i]) & 0xFF;
            swap(i, j);
            result[n] = (byte) (bytes[n] ^ box[(box[i] + box[j]) & 0xFF]);
        }
        return result;
    }

    private void swap(int a, int b) {
        int kept = box[a];
        box[a] = box[b];
        box[b] = kept;
    }
}
