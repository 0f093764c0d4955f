package understudy.driver.bigfix.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.core.planning.Plan;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;
import understudy.driver.bigfix.FixletRef;
import understudy.driver.bigfix.Fixlets;
import understudy.driver.bigfix.Role;
import understudy.driver.bigfix.wire.Page;

/**
 * Writes our plan as one of Server Automation, for a site that must run everything inside BigFix. Its shape is that of examples in public
 * repositories; the product's schema was not seen.
 */
public final class PlanWriter {
    private static final int FIRST = 101;
    private static final String FROM_EXAMPLES =
            "Written by Understudy in the shape of published examples; Server Automation's own schema was not seen.";

    private final Fixlets fixlets;
    private final boolean is2003;
    private final Map<NodeId, Integer> computers;

    /** @param computers the ids of the nodes' computers */
    public PlanWriter(Fixlets fixlets, boolean is2003, Map<NodeId, Integer> computers) {
        this.fixlets = fixlets;
        this.is2003 = is2003;
        this.computers = Map.copyOf(computers);
    }

    /** The document, and one sentence for each thing in the plan that it cannot say. */
    public record Written(String document, List<String> unsaid) {}

    private record Line(FixletRef fixlet, String kind, NodeId node) {}

    /**
     * Writes it.
     *
     * @param kind of the patch: {@code Fixlet}, {@code Task} or {@code Baseline}
     * @param isMailboxServer the group that goes over is a mailbox server
     */
    public Written write(String name, Plan plan, Patch patch, String kind, boolean isMailboxServer) {
        List<Line> lines = new ArrayList<>();
        List<String> unsaid = new ArrayList<>(List.of(
                "Guards: quorum, redundancy, windows, budgets and the lock are not asked before its steps.",
                "Proof: a step is believed by its status; a move that says Fixed and has not moved goes on to the next step.",
                "pending-restart is PausePlan, the only value that an example shows: after a patch that asks for a restart the plan"
                        + " stands until somebody restarts, unless you set it to go on in the dashboard.",
                "Expiry, planning anew after a surprise, and the outage's measurement are not in it."));
        plan.steps().forEach(step -> add(lines, unsaid, step, patch, kind, isMailboxServer));
        return new Written(document(name, lines), unsaid.stream().distinct().toList());
    }

    private void add(List<Line> lines, List<String> unsaid, Step step, Patch patch, String kind, boolean mailbox) {
        var node = step.node().or(step::from);
        switch (step.verb()) {
            case Verb.Drain() -> {
                line(lines, node, is2003 ? Role.PAUSE_2003 : Role.PAUSE_2008);
                line(lines, node, is2003 ? Role.MOVE_GROUPS_2003 : Role.MOVE_GROUPS_2008);
            }
            case Verb.Release() -> line(lines, node, is2003 ? Role.RESUME_2003 : Role.RESUME_2008);
            case Verb.HandOver() -> {
                var groups = is2003 ? Role.MOVE_GROUPS_2003 : Role.MOVE_GROUPS_2008;
                line(lines, step.from(), mailbox ? Role.MOVE_MAILBOX_SERVER : groups);
                unsaid.add("Where a group goes: the Fixlets that move groups name no destination.");
            }
            case Verb.Restart _ -> line(lines, node, Role.RESTART_IF_PENDING);
            case Verb.Install() -> install(lines, unsaid, node, patch, kind);
            case Verb.Fetch(), Verb.Verify(), Verb.Prepare(), Verb.AwaitHost(), Verb.Check _ ->
                unsaid.add("The step " + step.id() + " looks and changes nothing: Server Automation has no such step.");
            case Verb.HoldRivals(),
                    Verb.Downgrade(),
                    Verb.StopGroup _,
                    Verb.StartGroup _,
                    Verb.UpgradeGroup(),
                    Verb.LeaveCluster _,
                    Verb.RejoinCluster(),
                    Verb.WithdrawHosting(),
                    Verb.GrantHosting(),
                    Verb.HoldService _,
                    Verb.KeepSetting _,
                    Verb.GiveBack _,
                    Verb.Confirm _,
                    Verb.SiteCommand _ -> unsaid.add("The step " + step.id() + " has no Fixlet and is left out.");
        }
    }

    private void install(List<Line> lines, List<String> unsaid, Optional<NodeId> node, Patch patch, String kind) {
        if (node.isPresent()
                && patch.content() instanceof Patch.Content.Named(String site, String id)
                && id.matches("\\d{1,9}")) {
            var ref = new FixletRef(site, Integer.parseInt(id));
            lines.add(new Line(ref, kind.toLowerCase(Locale.ROOT), node.get()));
        } else {
            unsaid.add("The patch names no Fixlet, so that its installation is left out.");
        }
    }

    private void line(List<Line> lines, Optional<NodeId> node, Role role) {
        node.ifPresent(id -> lines.add(new Line(fixlets.of(role), "fixlet", id)));
    }

    private String document(String name, List<Line> lines) {
        var page = new Page("sa-rest", "xmlns", AutomationApi.NAMESPACE)
                .start(
                        "plan",
                        "name",
                        name,
                        "domain",
                        "ALL CONTENT",
                        "pending-restart",
                        "PausePlan",
                        "version",
                        "2.0",
                        "prefetch",
                        "false")
                .element("description", FROM_EXAMPLES)
                .element("category", "")
                .element("source", "Understudy")
                .element("source-severity", "")
                .start("plan-steps");
        for (int at = 0; at < lines.size(); at++) {
            step(page, FIRST + at, lines.get(at));
        }
        page.end().start("execution-order");
        for (int at = 0; at < lines.size(); at++) {
            page.start(
                            "step",
                            "id",
                            Integer.toString(FIRST + at),
                            "depends",
                            at == 0 ? "" : Integer.toString(FIRST + at - 1))
                    .start("on-failure", "action", "StopPlan", "targets", "IncludeFailed", "threshold", "0")
                    .end()
                    .end();
        }
        return page.whole();
    }

    private void step(Page page, int id, Line line) {
        page.start("step", "id", Integer.toString(id))
                .start(
                        line.kind(),
                        line.kind() + "-id",
                        Integer.toString(line.fixlet().id()),
                        "site-type",
                        line.fixlet().siteName().type(),
                        "site-name",
                        line.fixlet().siteName().name())
                .end()
                .start("targets")
                .start(
                        "target-computer",
                        "name",
                        line.node().value(),
                        "id",
                        Integer.toString(computers.getOrDefault(line.node(), 0)))
                .end()
                .end()
                .end();
    }
}
