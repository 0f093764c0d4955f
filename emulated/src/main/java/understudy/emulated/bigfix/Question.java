package understudy.emulated.bigfix;

import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it came in.
 *
 * @param path without the query, as it was sent
 * @param query behind the question mark, as it was sent; may be empty
 * @param headers by name without regard to case
 */
public record Question(String method, String path, String query, Map<String, String> headers, String body) {
    public Question {
        var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = sorted;
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
