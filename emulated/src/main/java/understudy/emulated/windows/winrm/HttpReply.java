package understudy.emulated.windows.winrm;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One answer over HTTP/1.1. */
final class HttpReply {
    private final int status;
    private final List<String> authenticate;
    private final String contentType;
    private final byte[] body;

    HttpReply(int status, List<String> authenticate, String contentType, byte[] body) {
        this.status = status;
        this.authenticate = authenticate;
        this.contentType = contentType;
        this.body = body;
    }

    int status() {
        return status;
    }

    List<String> authenticate() {
        return authenticate;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }

    static HttpReply status(int status) {
        return new HttpReply(status, List.of(), "", new byte[0]);
    }

    static HttpReply unauthorized(List<String> challenges) {
        return new HttpReply(401, challenges, "", new byte[0]);
    }

    HttpReply with(Optional<String> token) {
        return token.isEmpty() ? this : new HttpReply(status, List.of(token.get()), contentType, body);
    }

    void write(OutputStream out) throws IOException {
        var head = new StringBuilder("HTTP/1.1 ").append(status).append(' ').append(reason());
        authenticate.forEach(value -> head.append("\r\nWWW-Authenticate: ").append(value));
        if (!contentType.isEmpty()) {
            head.append("\r\nContent-Type: ").append(contentType);
        }
        head.append("\r\nServer: Microsoft-HTTPAPI/2.0\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    private String reason() {
        return switch (status) {
            case 200 -> "OK";
            case 401 -> "Unauthorized";
            case 404 -> "Not Found";
            case 500 -> "Internal Server Error";
            default -> "Bad Request";
        };
    }
}
