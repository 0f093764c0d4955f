package understudy.emulated.windows.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The fields of a client's last message, MS-NLMP section 2.2.1.3; one that lies outside of the message counts as empty. */
final class AnswerFields {
    private final byte[] message;
    private final ByteBuffer numbers;

    AnswerFields(byte[] message) {
        this.message = message;
        this.numbers = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] response() {
        return field(20);
    }

    String domain() {
        return new String(field(28), StandardCharsets.UTF_16LE);
    }

    String user() {
        return new String(field(36), StandardCharsets.UTF_16LE);
    }

    byte[] key() {
        return field(52);
    }

    String account() {
        return domain().isEmpty() ? user() : domain() + "\\" + user();
    }

    private byte[] field(int at) {
        int length = numbers.getShort(at) & 0xFFFF;
        int offset = numbers.getInt(at + 4);
        return offset < 0 || offset > message.length - length
                ? new byte[0]
                : Arrays.copyOfRange(message, offset, offset + length);
    }
}
