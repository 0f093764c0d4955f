package understudy.emulated.bigfix;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads actions that are posted, in the order of elements that BES.xsd demands. */
final class ActionReader {
    private static final int MOST_TARGETS = 10_000;
    private static final List<String> SOURCED =
            List.of("SourceFixlet", "Target", "Parameter", "SecureParameter", "Settings", "IsUrgent", "Title");
    private static final List<String> SINGLE = List.of(
            "Title",
            "Relevance",
            "ActionScript",
            "SuccessCriteria",
            "SuccessCriteriaLocked",
            "Parameter",
            "SecureParameter",
            "MIMEField",
            "Settings",
            "SettingsLocks",
            "IsUrgent",
            "SkipLockedConstraint",
            "Domain",
            "Target");

    private final BigFixServer server;

    ActionReader(BigFixServer server) {
        this.server = server;
    }

    /** What came of reading. */
    sealed interface Read {
        record Orders(List<Issued.Order> orders) implements Read {}

        record Wrong(int status, String why) implements Read {}
    }

    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1;
        private final int status;

        Broken(int status, String why) {
            super(why);
            this.status = status;
        }
    }

    Read read(String body) {
        var root = Tree.read(body).filter(element -> element.getTagName().equals("BES"));
        if (root.isEmpty()) {
            return new Read.Wrong(400, "The body is no BES document.");
        }
        try {
            List<Issued.Order> orders = new ArrayList<>();
            for (Element action : Tree.children(root.get(), "SourcedFixletAction")) {
                orders.add(sourced(action, body));
            }
            for (Element action : Tree.children(root.get(), "SingleAction")) {
                orders.add(single(action, body));
            }
            return orders.isEmpty()
                    ? new Read.Wrong(400, "The document holds no action that is known here.")
                    : new Read.Orders(orders);
        } catch (Broken broken) {
            return new Read.Wrong(broken.status, String.valueOf(broken.getMessage()));
        }
    }

    private Issued.Order sourced(Element action, String body) throws Broken {
        inOrder(action, SOURCED);
        var source = needed(action, "SourceFixlet");
        var site = Tree.text(source, "Sitename").orElse("");
        int id = number(Tree.text(source, "FixletID").orElse(""));
        var content = server.content(new Content.Site("", site), id)
                .orElseThrow(() -> new Broken(400, "The site " + site + " has no Fixlet " + id + "."));
        return new Issued.Order(
                Tree.text(action, "Title").orElse(content.title()),
                Optional.of(content),
                target(action),
                parameters(action),
                ends(action),
                body);
    }

    /** Its script is not run here: an agent that hears of one reports, and that is all. */
    private Issued.Order single(Element action, String body) throws Broken {
        inOrder(action, SINGLE);
        needed(action, "Relevance");
        var script = needed(action, "ActionScript").getTextContent().strip();
        if (!script.isEmpty() && !script.equals("notify client ForceRefresh")) {
            throw new Broken(400, "An action script of one's own is not emulated: " + script);
        }
        return new Issued.Order(
                Tree.text(action, "Title").orElse("Custom Action"),
                Optional.empty(),
                target(action),
                Map.of(),
                ends(action),
                body);
    }

    private Issued.Target target(Element action) throws Broken {
        var target = needed(action, "Target");
        if (Tree.text(target, "CustomRelevance").filter("False"::equals).isPresent()) {
            return new Issued.Target(List.of(), false);
        }
        List<Integer> computers = new ArrayList<>();
        for (Element one : Tree.children(target, "ComputerID")) {
            computers.add(number(one.getTextContent().strip()));
        }
        boolean mailbox = !computers.isEmpty();
        for (Element one : Tree.children(target, "ComputerName")) {
            server.agents().stream()
                    .filter(agent ->
                            agent.name().equalsIgnoreCase(one.getTextContent().strip()))
                    .forEach(agent -> computers.add(agent.id()));
        }
        if (computers.size() > MOST_TARGETS) {
            throw new Broken(413, "More than " + MOST_TARGETS + " targets.");
        }
        if (computers.isEmpty()) {
            throw new Broken(400, "A target of this kind is not emulated.");
        }
        return new Issued.Target(List.copyOf(computers), mailbox);
    }

    private static Map<String, String> parameters(Element action) {
        Map<String, String> values = new HashMap<>();
        for (String kind : List.of("Parameter", "SecureParameter")) {
            Tree.children(action, kind).forEach(one -> values.put(one.getAttribute("Name"), one.getTextContent()));
        }
        return Map.copyOf(values);
    }

    private Optional<Instant> ends(Element action) {
        return Tree.child(action, "Settings")
                .filter(settings ->
                        Tree.text(settings, "HasEndTime").filter("true"::equals).isPresent())
                .flatMap(settings -> Tree.text(settings, "EndDateTimeOffset")
                        .or(() -> Tree.text(settings, "EndDateTimeLocalOffset")))
                .map(offset -> server.now().plus(Duration.parse(offset)));
    }

    private static void inOrder(Element action, List<String> order) throws Broken {
        int last = 0;
        for (String name : Tree.names(action)) {
            int at = order.indexOf(name);
            if (at < last) {
                throw new Broken(400, "The element " + name + " is not expected here.");
            }
            last = at;
        }
    }

    private static Element needed(Element parent, String name) throws Broken {
        return Tree.child(parent, name).orElseThrow(() -> new Broken(400, "The element " + name + " is missing."));
    }

    private static int number(String text) throws Broken {
        return ActionPages.number(text).orElseThrow(() -> new Broken(400, "Not a number: " + text));
    }
}
