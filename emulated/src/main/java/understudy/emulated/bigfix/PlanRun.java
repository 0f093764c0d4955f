package understudy.emulated.bigfix;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One execution of a plan: its steps one after the other, each an action; one that fails stops it. Guarded by its server. */
final class PlanRun {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final List<String> WELL = List.of("Fixed", "Completed", "Not Relevant");
    private static final List<String> ILL =
            List.of("Failed", "Cancelled", "Download Failed", "Invalid Signature", "Hash Mismatch", "error");

    private final BigFixServer server;
    private final PlanPages.Plan plan;
    private final Map<Integer, List<Integer>> targets;
    private final int id;
    private final Map<Integer, Issued> begun = new LinkedHashMap<>();
    private boolean open = true;

    PlanRun(BigFixServer server, PlanPages.Plan plan, Map<Integer, List<Integer>> targets, int id) {
        this.server = server;
        this.plan = plan;
        this.targets = targets;
        this.id = id;
    }

    void go() {
        synchronized (server) {
            if (begun.values().stream().anyMatch(action -> state(action, ILL))) {
                open = false;
                return;
            }
            boolean done = begun.values().stream().allMatch(this::isDone);
            var next = plan.steps().entrySet().stream()
                    .filter(step -> !begun.containsKey(step.getKey()))
                    .findFirst();
            if (done && next.isEmpty()) {
                open = false;
                return;
            }
            if (done) {
                int step = next.orElseThrow().getKey();
                begun.put(step, issue(step, next.orElseThrow().getValue()));
            }
        }
        server.world().clock().after(LOOK, this::go);
    }

    private Issued issue(int step, Content content) {
        return server.issue(new Issued.Order(
                "#{IEMPlan " + id + "," + step + ",O} " + content.title(),
                Optional.of(content),
                new Issued.Target(targets.getOrDefault(step, List.of()), true),
                Map.of(),
                Optional.empty(),
                ""));
    }

    private boolean isDone(Issued action) {
        return action.target.computers().stream()
                .allMatch(computer -> Optional.ofNullable(action.reported.get(computer))
                        .filter(result -> WELL.contains(result.status()))
                        .isPresent());
    }

    private static boolean state(Issued action, List<String> states) {
        return action.reported.values().stream().anyMatch(result -> states.contains(result.status()));
    }

    Markup status() {
        var page = new Markup()
                .start("sa-rest", "xmlns", PlanPages.NAMESPACE)
                .start("status-set", "action-name", plan.name(), "state", open ? "Open" : "Stopped");
        begun.values()
                .forEach(action -> page.element(
                        "status",
                        action.title,
                        "id",
                        Integer.toString(action.id),
                        "overall",
                        action.reported.values().stream()
                                .map(Result::status)
                                .findFirst()
                                .orElse("Not Reported"),
                        "percent",
                        isDone(action) ? "100" : "0",
                        "state",
                        isDone(action) ? "Stopped" : "Open",
                        "issued",
                        Properties.time(action.issued)));
        return page;
    }
}
