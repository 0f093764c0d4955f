package understudy.remote.winrm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import understudy.remote.Cause;
import understudy.remote.winrm.ntlm.NtlmException;
import understudy.remote.winrm.ntlm.NtlmSession;

/** An envelope sealed for HTTP, in a body of two parts, MS-WSMV sections 2.2.9.1 and 2.2.9.1.1. */
final class SealedMessage {
    /** The content type of a sealed body. */
    static final String CONTENT_TYPE = "multipart/encrypted;protocol=\"application/HTTP-SPNEGO-session-encrypted\";"
            + "boundary=\"Encrypted Boundary\"";

    private static final String BOUNDARY = "--Encrypted Boundary";
    private static final byte[] END = (BOUNDARY + "--\r\n").getBytes(StandardCharsets.ISO_8859_1);
    private static final Pattern BEGIN = Pattern.compile(
            BOUNDARY + "\r\n\\s*Content-Type: *application/HTTP-SPNEGO-session-encrypted\r\n"
                    + "\\s*OriginalContent: [^\r\n]*Length=(\\d{1,9})\r\n"
                    + BOUNDARY + "\r\n\\s*Content-Type: *application/octet-stream\r\n",
            Pattern.CASE_INSENSITIVE);

    private SealedMessage() {}

    static byte[] seal(NtlmSession session, byte[] envelope) {
        var body = new ByteArrayOutputStream();
        body.writeBytes((BOUNDARY + "\r\n\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n"
                        + "\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=" + envelope.length
                        + "\r\n" + BOUNDARY + "\r\n\tContent-Type: application/octet-stream\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        body.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(NtlmSession.SIGNATURE_BYTES)
                .array());
        body.writeBytes(session.seal(envelope));
        body.writeBytes(END);
        return body.toByteArray();
    }

    static byte[] unseal(NtlmSession session, byte[] body) throws UnreadableAnswer {
        // One character for each byte, so that the match's positions are those of the bytes.
        var begin = BEGIN.matcher(new String(body, StandardCharsets.ISO_8859_1));
        int end = body.length - END.length;
        if (!begin.lookingAt() || end < begin.end() + 4 || !Arrays.equals(body, end, body.length, END, 0, END.length)) {
            throw new UnreadableAnswer("its sealed body has not the two parts that WinRM gives it");
        }
        int signature = ByteBuffer.wrap(body, begin.end(), 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        if (signature != NtlmSession.SIGNATURE_BYTES) {
            throw new UnreadableAnswer("its signature has a length that NTLM does not know");
        }
        return unseal(session, Arrays.copyOfRange(body, begin.end() + 4, end), Integer.parseInt(begin.group(1)));
    }

    private static byte[] unseal(NtlmSession session, byte[] signed, int length) throws UnreadableAnswer {
        try {
            var envelope = session.unseal(signed);
            if (envelope.length != length) {
                throw new UnreadableAnswer("its sealed body is not as long as it says");
            }
            return envelope;
        } catch (NtlmException forged) {
            throw new UnreadableAnswer("its sealed body cannot be believed: " + Cause.text(forged), forged);
        }
    }
}
