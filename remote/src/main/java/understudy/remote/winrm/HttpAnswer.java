package understudy.remote.winrm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came back over HTTP. */
final class HttpAnswer {
    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    /** The first value of a header. */
    Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** What follows the name of an authentication scheme, where the listener named it: a token, or nothing. */
    Optional<String> challenge(String scheme) {
        return headers.getOrDefault("www-authenticate", List.of()).stream()
                .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(value -> value.substring(scheme.length()))
                .filter(rest -> rest.isEmpty() || rest.startsWith(" "))
                .map(String::strip)
                .findFirst();
    }

    /** The schemes that the listener offers, for a sentence. */
    String offered() {
        var schemes = headers.getOrDefault("www-authenticate", List.of()).stream()
                .map(value -> value.strip().split(" ", 2)[0].replaceAll("[^A-Za-z0-9-]", ""))
                .distinct()
                .limit(5)
                .toList();
        return schemes.isEmpty() ? "nothing" : String.join(", ", schemes);
    }

    boolean closes() {
        return header("connection").filter("close"::equalsIgnoreCase).isPresent();
    }
}
