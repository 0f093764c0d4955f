package understudy.emulated.windows.winrm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import understudy.emulated.windows.ntlm.SealedConversation;

/** The two-part body in which sealed envelopes travel, MS-WSMV section 2.2.9.1. */
final class SealedBody {
    static final String TYPE =
            "multipart/encrypted;protocol=\"application/HTTP-SPNEGO-session-encrypted\";boundary=\"Encrypted Boundary\"";
    private static final String MARK = "--Encrypted Boundary";
    private static final String STREAM = "Content-Type: application/octet-stream\r\n";

    private SealedBody() {}

    /** The envelope; empty if the body has another shape or another signature than it must. */
    static Optional<byte[]> open(byte[] body, SealedConversation conversation) {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        int start = text.indexOf(STREAM);
        int end = text.lastIndexOf(MARK + "--");
        int length = text.indexOf("Length=");
        if (!text.startsWith(MARK) || length < 0 || start < length || end < start + STREAM.length() + 4) {
            return Optional.empty();
        }
        var said = text.substring(length + 7, text.indexOf('\r', length)).strip();
        int from = start + STREAM.length();
        if (ByteBuffer.wrap(body, from, 4).order(ByteOrder.LITTLE_ENDIAN).getInt() != 16) {
            return Optional.empty();
        }
        return conversation
                .open(java.util.Arrays.copyOfRange(body, from + 4, end))
                .filter(envelope -> said.equals(Integer.toString(envelope.length)));
    }

    static byte[] close(byte[] envelope, SealedConversation conversation) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(bytes(MARK + "\r\n\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n"
                + "\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=" + envelope.length + "\r\n" + MARK
                + "\r\n\t" + STREAM));
        body.writeBytes(new byte[] {16, 0, 0, 0});
        body.writeBytes(conversation.close(envelope));
        body.writeBytes(bytes(MARK + "--\r\n"));
        return body.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
