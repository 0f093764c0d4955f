package understudy.emulated.bigfix;

import java.util.Map;

/** What the server answers. */
public record Reply(int status, Map<String, String> headers, String body) {
    static Reply xml(Markup markup) {
        return new Reply(200, Map.of("Content-Type", "application/xml"), markup.whole());
    }

    static Reply json(String text) {
        return new Reply(200, Map.of("Content-Type", "application/json"), text);
    }

    static Reply text(int status, String text) {
        return new Reply(status, Map.of("Content-Type", "text/plain"), text);
    }

    Reply with(String name, String value) {
        var more = new java.util.HashMap<>(headers);
        more.put(name, value);
        return new Reply(status, Map.copyOf(more), body);
    }
}
