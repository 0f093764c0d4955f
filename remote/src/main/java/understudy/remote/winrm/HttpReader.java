package understudy.remote.winrm;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads answers of HTTP/1.1 (RFC 9112), each bounded in every direction. */
final class HttpReader {
    /** Far more than the 500 KiB that a listener may put into an envelope, sealed or not. */
    private static final int MOST_BODY = 4 << 20;

    private static final int MOST_LINE = 64 << 10;
    private static final int MOST_HEADERS = 100;

    private final InputStream in;

    HttpReader(InputStream in) {
        this.in = in;
    }

    HttpAnswer read() throws IOException {
        int status = status();
        while (status == 100) {
            headers();
            status = status();
        }
        var headers = headers();
        return new HttpAnswer(status, headers, body(headers));
    }

    private int status() throws IOException {
        var words = line().split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5][0-9][0-9]")) {
            throw new UnreadableAnswer("it does not begin as HTTP does");
        }
        return Integer.parseInt(words[1]);
    }

    private Map<String, List<String>> headers() throws IOException {
        var headers = new HashMap<String, List<String>>();
        int count = 0;
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || ++count > MOST_HEADERS) {
                throw new UnreadableAnswer("its HTTP headers make no sense");
            }
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", List.of()).stream().anyMatch("chunked"::equalsIgnoreCase)) {
            return chunks();
        }
        var length = headers.getOrDefault("content-length", List.of("0")).getFirst();
        return exactly(number(length, 10));
    }

    private byte[] chunks() throws IOException {
        var whole = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            if (whole.size() + size > MOST_BODY) {
                throw tooLong();
            }
            whole.writeBytes(exactly(size));
            line();
        }
        headers();
        return whole.toByteArray();
    }

    private int chunkSize() throws IOException {
        return number(line().split(";", 2)[0].strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection ended in the middle of an answer");
        }
        return bytes;
    }

    private static int number(String text, int radix) throws UnreadableAnswer {
        try {
            int number = Integer.parseUnsignedInt(text, radix);
            if (number < 0 || number > MOST_BODY) {
                throw tooLong();
            }
            return number;
        } catch (NumberFormatException noNumber) {
            throw new UnreadableAnswer("the length of its body is no number", noNumber);
        }
    }

    private static UnreadableAnswer tooLong() {
        return new UnreadableAnswer("its body is longer than " + MOST_BODY + " bytes");
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the connection was closed at the other end");
            }
            if (line.size() >= MOST_LINE) {
                throw new UnreadableAnswer("a line of its HTTP headers does not end");
            }
            line.write(octet);
        }
        var text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
