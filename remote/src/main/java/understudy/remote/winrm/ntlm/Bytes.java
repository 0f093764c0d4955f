package understudy.remote.winrm.ntlm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** Little-endian numbers and joined arrays. */
final class Bytes {
    private Bytes() {}

    static byte[] join(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    static byte[] int32(int value) {
        return written(4, buffer -> buffer.putInt(value));
    }

    static byte[] int64(long value) {
        return written(8, buffer -> buffer.putLong(value));
    }

    /** So many bytes, as {@code writing} writes them. */
    static byte[] written(int size, Consumer<ByteBuffer> writing) {
        var bytes = new byte[size];
        writing.accept(little(bytes));
        return bytes;
    }

    static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
