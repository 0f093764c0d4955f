package understudy.remote.job;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;

/** Writes the record of a start, which is on the node's disk before the work begins. */
final class StartRecord {
    private StartRecord() {}

    /** One line of JSON. */
    static String json(JobRequest request, Instant requestedAt) {
        var environment = request.environment().entrySet().stream()
                .map(entry -> text(entry.getKey()) + ":" + text(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        return "{\"format\":1,\"action\":" + text(request.actionId())
                + ",\"name\":" + text(request.name().value())
                + ",\"boot\":" + text(request.expectedBoot().value())
                + ",\"token\":" + request.token()
                + ",\"requested\":" + text(requestedAt.toString())
                + ",\"command\":" + texts(request.command())
                + ",\"environment\":" + environment + "}";
    }

    private static String texts(Collection<String> all) {
        return all.stream().map(StartRecord::text).collect(Collectors.joining(",", "[", "]"));
    }

    private static String text(String value) {
        var written = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            var character = value.charAt(i);
            if (character == '"' || character == '\\') {
                written.append('\\').append(character);
            } else if (character < ' ' || character > '~') {
                written.append("\\u%04x".formatted((int) character));
            } else {
                written.append(character);
            }
        }
        return written.append('"').toString();
    }
}
