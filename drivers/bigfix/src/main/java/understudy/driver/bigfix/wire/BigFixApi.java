package understudy.driver.bigfix.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** The REST API as this driver uses it: queries, actions, definitions. Whatever is not a whole answer is a {@link Silence}. */
public final class BigFixApi {
    private static final List<String> KINDS = List.of("Fixlet", "Task", "Baseline");
    private static final int OK = 200;
    private static final int MISSING = 404;

    private final Wire wire;

    public BigFixApi(Wire wire) {
        this.wire = wire;
    }

    /** The server's name. */
    public String server() {
        return wire.server();
    }

    /** Whether the operator is let in. */
    public void login() throws Silence {
        whole(Call.of("GET", "/api/login"));
    }

    /** The answers to a session relevance, each a tuple of as many texts as were asked for. */
    public List<List<String>> query(String relevance) throws Silence {
        // The server decodes twice (so does besapi 4.4.4 encode), so that what is escaped in a relevance stays so.
        var answer = document(Call.form("/api/query", "relevance=" + encoded(encoded(relevance)), "relevance"));
        var query = Document.child(answer, "Query").orElse(answer);
        var error = Document.text(query, "Error");
        if (error.isPresent()) {
            throw new Silence(
                    "The BigFix server " + server() + " does not understand a question: " + error.get() + ".", false);
        }
        List<List<String>> tuples = new ArrayList<>();
        var result = Document.child(query, "Result").orElse(answer);
        for (Element tuple : Document.children(result, "Tuple")) {
            tuples.add(texts(tuple));
        }
        Document.children(result, "Answer").forEach(one -> tuples.add(List.of(one.getTextContent())));
        return tuples;
    }

    private static List<String> texts(Element tuple) {
        return Document.children(tuple, "Answer").stream()
                .map(Element::getTextContent)
                .toList();
    }

    /** Issues an action; its number. */
    public int issue(String bes, String title) throws Silence {
        var answer = document(Call.xml("/api/actions", bes, "action \"" + title + "\""));
        return Document.child(answer, "Action")
                .flatMap(action -> Document.text(action, "ID"))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElseThrow(
                        () -> new Silence("The BigFix server " + server() + " did not say the action's id.", true));
    }

    /** How an action stands. */
    public ActionStatus status(int action) throws Silence {
        var answer = document(Call.of(
                "GET",
                "/api/action/" + action + "/status?fields="
                        + encoded("ActionID,Status,Computer(Status,State,LineNumber)")));
        var results = Document.child(answer, "ActionResults").orElse(answer);
        Map<Integer, ActionStatus.OnComputer> computers = new LinkedHashMap<>();
        for (Element computer : Document.children(results, "Computer")) {
            if (computer.getAttribute("ID").matches("\\d{1,9}")) {
                computers.put(
                        Integer.valueOf(computer.getAttribute("ID")),
                        new ActionStatus.OnComputer(
                                Document.text(computer, "Status").orElse(""),
                                Document.text(computer, "LineNumber")
                                        .filter(text -> text.matches("\\d{1,6}"))
                                        .map(Integer::valueOf)
                                        .orElse(0)));
            }
        }
        return new ActionStatus(Document.text(results, "Status").orElse(""), computers);
    }

    /** Stops an action: no agent takes it up any more. One that is gone is stopped. */
    public void stop(int action) throws Silence {
        var answered =
                answered(new Call("POST", "/api/action/" + action + "/stop", Optional.of(""), "text/plain", "stop"));
        if (answered.status() != MISSING) {
            expectOk(answered);
        }
    }

    /** Stops and deletes an action. */
    public void delete(int action) throws Silence {
        var answered = answered(Call.of("DELETE", "/api/action/" + action));
        if (answered.status() != MISSING) {
            expectOk(answered);
        }
    }

    /** What a site has under this number; empty where it has nothing. */
    public Optional<Definition> definition(SiteName site, int id) throws Silence {
        for (String kind : KINDS) {
            var answered = answered(
                    Call.of("GET", "/api/" + kind.toLowerCase(java.util.Locale.ROOT) + "/" + site.path() + "/" + id));
            if (answered.status() == MISSING) {
                continue;
            }
            expectOk(answered);
            var content = Document.read(answered.body()).flatMap(root -> Document.child(root, kind));
            if (content.isPresent()) {
                return content.map(element -> definition(kind, element));
            }
        }
        return Optional.empty();
    }

    private static Definition definition(String kind, Element content) {
        var title = Document.text(content, "Title").orElse("");
        List<Definition.Script> scripts = new ArrayList<>();
        for (Element component : Document.below(content, "BaselineComponent")) {
            Document.text(component, "ActionScript")
                    .ifPresent(text -> scripts.add(new Definition.Script(component.getAttribute("Name"), text)));
        }
        for (Element action : Document.children(content, "DefaultAction")) {
            Document.text(action, "ActionScript").ifPresent(text -> scripts.add(new Definition.Script(title, text)));
        }
        return new Definition(kind, title, scripts);
    }

    /** The answer to a request that must be answered with 200. */
    public String whole(Call call) throws Silence {
        var answered = answered(call);
        expectOk(answered);
        return answered.body();
    }

    private Element document(Call call) throws Silence {
        return Document.read(whole(call))
                .orElseThrow(() -> new Silence("The answer of the BigFix server " + server() + " is no XML.", true));
    }

    private Heard.Answered answered(Call call) throws Silence {
        return switch (wire.send(call)) {
            case Heard.Answered answered -> answered;
            case Heard.NotSent(String reason) -> throw new Silence(reason, false);
            case Heard.Lost(String reason) -> throw new Silence(reason, true);
        };
    }

    private void expectOk(Heard.Answered answered) throws Silence {
        int status = answered.status();
        if (status == OK) {
            return;
        }
        var said = answered.body().replaceAll("\\p{Cntrl}+", " ").strip();
        throw new Silence(
                switch (status) {
                    case 401 ->
                        "The BigFix server " + server()
                                + " does not let the operator in: the name or the password is wrong, or it allows no local operators.";
                    case 403 -> "The BigFix server " + server() + " does not allow that to the operator.";
                    default ->
                        "The BigFix server " + server() + " answered with " + status + ": "
                                + said.substring(0, Math.min(200, said.length()));
                },
                status >= 500);
    }

    /** As a part of a path or of a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
