package understudy.emulated.windows.winrm;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request over HTTP/1.1, with a body of known length as every WinRM client sends it. */
final class HttpRequest {
    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final byte[] body;

    HttpRequest(String method, String path, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.body = body;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    private static final int MOST_BODY = 2 << 20;
    private static final int MOST_LINE = 32 << 10;

    /** The next request; empty if the client has closed the connection. */
    static Optional<HttpRequest> read(InputStream in) throws IOException {
        var first = line(in);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var words = first.get().split(" ");
        if (words.length != 3) {
            throw new ProtocolException("not a request of HTTP");
        }
        var headers = new HashMap<String, String>();
        for (var line = next(in); !line.isEmpty(); line = next(in)) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() > 100) {
                throw new ProtocolException("not a header of HTTP");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return Optional.of(new HttpRequest(words[0], words[1], headers, body(in, headers)));
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        var text = headers.getOrDefault("content-length", "0");
        if (!text.matches("\\d{1,8}") || Integer.parseInt(text) > MOST_BODY) {
            throw new ProtocolException("a body of " + text + " bytes");
        }
        var body = in.readNBytes(Integer.parseInt(text));
        if (body.length < Integer.parseInt(text)) {
            throw new EOFException("a body that is cut off");
        }
        return body;
    }

    private static String next(InputStream in) throws IOException {
        return line(in).orElseThrow(() -> new EOFException("headers that are cut off"));
    }

    private static Optional<String> line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                return Optional.empty();
            }
            if (line.size() > MOST_LINE) {
                throw new ProtocolException("a line without an end");
            }
            line.write(octet);
        }
        return Optional.of(line.toString(StandardCharsets.ISO_8859_1).stripTrailing());
    }
}
