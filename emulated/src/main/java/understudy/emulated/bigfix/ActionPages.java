package understudy.emulated.bigfix;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Actions: listed, issued, looked at, stopped, deleted. */
final class ActionPages {
    private final BigFixServer server;

    ActionPages(BigFixServer server) {
        this.server = server;
    }

    Optional<Reply> answer(Question question, List<String> path) {
        if (path.isEmpty()) {
            return switch (question.method()) {
                case "GET" -> Optional.of(list());
                case "POST" -> Optional.of(issue(question));
                default -> Optional.empty();
            };
        }
        return number(path.getFirst()).flatMap(server::action).flatMap(action -> one(question, action, path));
    }

    static Optional<Integer> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private Optional<Reply> one(Question question, Issued action, List<String> path) {
        var what = question.method() + " " + (path.size() > 1 ? path.get(1) : "");
        return switch (what) {
            case "GET " -> Optional.of(new Reply(200, Map.of("Content-Type", "application/xml"), action.source));
            case "GET status" -> Optional.of(status(question, action));
            case "POST stop" -> {
                if (action.isOpen()) {
                    action.stopped = Optional.of(server.now());
                }
                yield Optional.of(Reply.text(200, "ok"));
            }
            case "DELETE " -> {
                server.delete(action.id);
                yield Optional.of(Reply.text(200, "ok"));
            }
            default -> Optional.empty();
        };
    }

    private Reply list() {
        var page = Markup.besapi();
        server.actions().forEach(action -> describe(page, action));
        return Reply.xml(page);
    }

    private static void describe(Markup page, Issued action) {
        page.start(
                        "Action",
                        "Resource",
                        "https://bigfix:52311/api/action/" + action.id,
                        "LastModified",
                        Properties.time(action.issued))
                .element("Name", action.title)
                .element("ID", action.id)
                .end();
    }

    private Reply issue(Question question) {
        return switch (new ActionReader(server).read(question.body())) {
            case ActionReader.Read.Wrong(int status, String why) -> Reply.text(status, why);
            case ActionReader.Read.Orders(List<Issued.Order> orders) -> {
                var page = Markup.besapi();
                orders.forEach(order -> describe(page, server.issue(order)));
                yield Reply.xml(page);
            }
        };
    }

    /** All computers that have reported; {@code fields} narrows what is told of them. */
    private Reply status(Question question, Issued action) {
        var fields = Api.form(question.query()).getOrDefault("fields", "");
        var page = Markup.besapi()
                .start("ActionResults", "Resource", "https://bigfix:52311/api/action/" + action.id + "/status")
                .element("ActionID", action.id)
                .element("Status", action.state());
        if (fields.contains("DateIssued")) {
            page.element("DateIssued", Properties.time(action.issued));
        }
        action.reported.forEach((computer, result) -> {
            page.start("Computer", "ID", Integer.toString(computer))
                    .element("Status", result.status())
                    .element("State", result.state(), "IsError", Boolean.toString(result.isError()))
                    .element("ApplyCount", result.start().isPresent() ? 1 : 0)
                    .element("RetryCount", 0)
                    .element("LineNumber", result.line());
            if (fields.contains("StartTime")) {
                result.start().ifPresent(start -> page.element("StartTime", Properties.time(start)));
            }
            if (fields.contains("EndTime")) {
                result.end().ifPresent(end -> page.element("EndTime", Properties.time(end)));
            }
            page.end();
        });
        return Reply.xml(page);
    }
}
