package understudy.emulated.bigfix;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The paths of the REST API and what answers under each. */
final class Api {
    private final Relevance relevance;
    private final ActionPages actions;
    private final ContentPages contents;
    private final PlanPages plans;

    Api(BigFixServer server) {
        this.relevance = new Relevance(server);
        this.actions = new ActionPages(server);
        this.contents = new ContentPages(server);
        this.plans = new PlanPages(server);
    }

    Reply answer(Question question) {
        var path = Arrays.stream(question.path().split("/"))
                .filter(word -> !word.isEmpty())
                .map(Api::decoded)
                .toList();
        if (path.isEmpty()) {
            return missing(question);
        }
        var rest = path.subList(1, path.size());
        return switch (path.getFirst()) {
            case "api" -> api(question, rest, () -> missing(question));
            case "serverautomation" -> plans.answer(question, rest).orElseGet(() -> missing(question));
            default -> missing(question);
        };
    }

    private Reply api(Question question, List<String> path, Supplier<Reply> missing) {
        if (path.isEmpty()) {
            return missing.get();
        }
        var rest = path.subList(1, path.size());
        return switch (path.getFirst()) {
            case "login" -> Reply.text(200, "ok");
            case "help" -> Reply.text(200, "/api/action\n/api/query\n");
            case "query" -> query(question);
            case "actions", "action" -> actions.answer(question, rest).orElseGet(missing);
            case "computers",
                    "computer",
                    "sites",
                    "site",
                    "fixlets",
                    "fixlet",
                    "tasks",
                    "task",
                    "baselines",
                    "baseline" ->
                question.method().equals("GET")
                        ? contents.answer(path.getFirst(), rest).orElseGet(missing)
                        : Reply.text(405, "Only GET is emulated here.");
            default -> missing.get();
        };
    }

    private static Reply missing(Question question) {
        return Reply.text(404, "No such resource: " + question.path());
    }

    /** A relevance in the query's or in the body's form. The server decodes what it gets twice, as clients that are in use expect. */
    private Reply query(Question question) {
        var form = new HashMap<>(form(question.query()));
        if (question.method().equals("POST")) {
            form.putAll(form(question.body()));
        }
        var asked = decoded(form.getOrDefault("relevance", ""));
        if (asked.isBlank()) {
            return Reply.text(400, "A query needs a relevance.");
        }
        var answer = relevance.evaluate(asked);
        return form.getOrDefault("output", "").equals("json")
                ? QueryPages.json(asked, answer)
                : QueryPages.xml(asked, answer);
    }

    static Map<String, String> form(String text) {
        var values = new HashMap<String, String>();
        for (String pair : text.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                values.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
        return values;
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
