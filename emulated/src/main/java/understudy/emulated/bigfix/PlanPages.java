package understudy.emulated.bigfix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;
import understudy.emulated.world.RestsOn;

/** Server Automation: plans that stand in a site, executions of them, and how these stand. */
@RestsOn(
        mark = RestsOn.Mark.INFERRED,
        value = "The elements of Server Automation's documents, from public examples; no schema was seen.")
final class PlanPages {
    static final String NAMESPACE = "http://iemfsa.tivoli.ibm.com/REST";

    private final BigFixServer server;
    private final Map<Integer, Plan> plans = new LinkedHashMap<>();
    private final Map<Integer, PlanRun> runs = new LinkedHashMap<>();
    private int last = 3500;

    PlanPages(BigFixServer server) {
        this.server = server;
    }

    /** A plan as it was written: its steps by sequence number. */
    record Plan(String name, Map<Integer, Content> steps, String source) {}

    Optional<Reply> answer(Question question, List<String> path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        var number = ActionPages.number(path.getLast());
        return switch (path.getFirst()) {
            case "besplan", "getbesplan" ->
                switch (question.method()) {
                    case "POST" -> Optional.of(create(question));
                    case "GET" ->
                        number.map(plans::get)
                                .map(plan -> new Reply(200, Map.of("Content-Type", "application/xml"), plan.source()));
                    case "DELETE" -> number.map(plans::remove).map(_ -> Reply.text(200, "ok"));
                    default -> Optional.empty();
                };
            case "plan" ->
                number.map(plans::get).flatMap(plan -> switch (question.method()) {
                    case "GET" -> Optional.of(template(plan));
                    case "POST" -> Optional.of(execute(plan, question));
                    default -> Optional.empty();
                });
            case "planaction" ->
                question.method().equals("GET")
                        ? number.map(runs::get).map(run -> Reply.xml(run.status()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Reply create(Question question) {
        var plan = Tree.read(question.body()).flatMap(root -> Tree.child(root, "plan"));
        if (plan.isEmpty()) {
            return Reply.text(400, "The document holds no plan.");
        }
        Map<Integer, Content> steps = new LinkedHashMap<>();
        for (Element step : Tree.child(plan.get(), "plan-steps")
                .map(all -> Tree.children(all, "step"))
                .orElse(List.of())) {
            for (String kind : List.of("fixlet", "task", "baseline")) {
                for (Element source : Tree.children(step, kind)) {
                    var site = new Content.Site(source.getAttribute("site-type"), source.getAttribute("site-name"));
                    var content = ActionPages.number(source.getAttribute(kind + "-id"))
                            .flatMap(id -> server.content(site, id));
                    if (content.isEmpty()) {
                        return Reply.text(400, "A step names content that is not there.");
                    }
                    steps.put(Integer.valueOf(step.getAttribute("id")), content.get());
                }
            }
        }
        plans.put(++last, new Plan(plan.get().getAttribute("name"), steps, question.body()));
        return Reply.text(200, Integer.toString(last));
    }

    private static Reply template(Plan plan) {
        var page = new Markup()
                .start("sa-rest", "xmlns", NAMESPACE)
                .start("execute-plan", "action-name", plan.name(), "prefetch", "false");
        plan.steps()
                .forEach((sequence, content) -> page.start(
                                "step", "sequence", Integer.toString(sequence), "name", content.title())
                        .end());
        return Reply.xml(page);
    }

    private Reply execute(Plan plan, Question question) {
        var order = Tree.read(question.body()).flatMap(root -> Tree.child(root, "execute-plan"));
        if (order.isEmpty()) {
            return Reply.text(400, "The document holds no plan to execute.");
        }
        Map<Integer, List<Integer>> targets = new LinkedHashMap<>();
        for (Element step : Tree.children(order.get(), "step")) {
            List<Integer> computers = new ArrayList<>();
            Tree.child(step, "target-set")
                    .map(set -> Tree.children(set, "computer"))
                    .orElse(List.of())
                    .forEach(computer -> computers.add(Integer.valueOf(computer.getAttribute("id"))));
            if (computers.isEmpty()) {
                return Reply.text(400, "The step " + step.getAttribute("sequence") + " has no target.");
            }
            targets.put(Integer.valueOf(step.getAttribute("sequence")), computers);
        }
        var run = new PlanRun(server, plan, targets, ++last);
        runs.put(last, run);
        run.go();
        return Reply.text(200, Integer.toString(last));
    }
}
