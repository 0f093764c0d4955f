package understudy.emulated.bigfix;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An answer to a query, in XML and in JSON. An error is an answer too, with 200. */
final class QueryPages {
    private static final String ERROR = "The operator is not one that is known here.";

    private QueryPages() {}

    static Reply xml(String relevance, Optional<List<List<String>>> answer) {
        var page = Markup.besapi().start("Query", "Resource", relevance).start("Result");
        for (List<String> tuple : answer.orElse(List.of())) {
            if (tuple.size() > 1) {
                page.start("Tuple");
            }
            tuple.forEach(value -> page.element("Answer", value, "type", "string"));
            if (tuple.size() > 1) {
                page.end();
            }
        }
        page.end();
        if (answer.isEmpty()) {
            return Reply.xml(page.element("Error", ERROR));
        }
        page.start("Evaluation").element("Time", "0.312ms").element("Plurality", "Plural");
        return Reply.xml(page);
    }

    static Reply json(String relevance, Optional<List<List<String>>> answer) {
        if (answer.isEmpty()) {
            return Reply.json("{\"result\":[],\"error\":" + quoted(ERROR) + ",\"query\":" + quoted(relevance) + "}");
        }
        var tuples = answer.get().stream()
                .map(tuple -> tuple.size() == 1
                        ? quoted(tuple.getFirst())
                        : tuple.stream().map(QueryPages::quoted).collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]"));
        return Reply.json("{\"result\":" + tuples + ",\"count\":" + answer.get().size()
                + ",\"plural\":true,\"type\":\"string\",\"evaltime_ms\":1}");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
