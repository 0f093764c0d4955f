package understudy.emulated.windows.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The attributes of a challenge, and what a client made of them, MS-NLMP section 2.2.2.1. */
final class AttributeList {
    private static final int COMPUTER = 1;
    private static final int DOMAIN = 2;
    private static final int DNS_COMPUTER = 3;
    private static final int DNS_DOMAIN = 4;
    private static final int FLAGS = 6;
    private static final int TIME = 7;
    private static final int BINDINGS = 10;

    private final Map<Integer, byte[]> values;

    private AttributeList(Map<Integer, byte[]> values) {
        this.values = values;
    }

    /** What a node says of itself; each emulated one is its own domain. */
    static byte[] ofNode(String name, long time) {
        var upper = Digests.unicode(name.toUpperCase(Locale.ROOT));
        var lower = Digests.unicode(name.toLowerCase(Locale.ROOT));
        var clock = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(time)
                .array();
        return Digests.concat(
                pair(DOMAIN, upper),
                pair(COMPUTER, upper),
                pair(DNS_DOMAIN, lower),
                pair(DNS_COMPUTER, lower),
                pair(TIME, clock),
                pair(0, new byte[0]));
    }

    static AttributeList read(byte[] bytes) {
        var values = new HashMap<Integer, byte[]>();
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.remaining() >= 4) {
            int id = buffer.getShort() & 0xFFFF;
            int length = buffer.getShort() & 0xFFFF;
            if (id == 0 || length > buffer.remaining()) {
                break;
            }
            var value = new byte[length];
            buffer.get(value);
            values.put(id, value);
        }
        return new AttributeList(values);
    }

    /** Whether the client's binding, if it gave any, is this one. */
    boolean boundTo(byte[] expected) {
        var given = values.getOrDefault(BINDINGS, new byte[16]);
        return Arrays.equals(given, new byte[16]) || Arrays.equals(given, expected);
    }

    boolean promisesCode() {
        var flags = values.getOrDefault(FLAGS, new byte[4]);
        return (flags[0] & 2) != 0;
    }

    private static byte[] pair(int id, byte[] value) {
        return ByteBuffer.allocate(4 + value.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) id)
                .putShort((short) value.length)
                .put(value)
                .array();
    }
}
