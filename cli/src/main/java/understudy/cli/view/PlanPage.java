package understudy.cli.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import understudy.cli.report.Experience;
import understudy.core.model.Change;
import understudy.core.model.Finding;
import understudy.core.planning.Plan;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;
import understudy.engine.ports.Offer;

/** The plan as a page that an operator would sign: what the users notice, what is installed, each step with its reason. */
public final class PlanPage {
    private static final int NAMED_CHANGES = 6;
    private final Plan plan;
    private final Offer offer;
    private final Experience experience;
    private final List<String> lines = new ArrayList<>();

    private PlanPage(Plan plan, Offer offer, Experience experience) {
        this.plan = plan;
        this.offer = offer;
        this.experience = experience;
    }

    /** The page's lines, without colour, at most 120 characters where words allow it. */
    public static List<String> lines(Plan plan, Offer offer, Experience experience) {
        PlanPage page = new PlanPage(plan, offer, experience);
        page.head();
        page.outages();
        page.changes();
        page.list("The way back", WayBackLines.of(offer));
        page.stages();
        page.list("Redundancy that is lost meanwhile", plan.redundancy());
        page.list("Why not fewer outages", plan.gap());
        page.list("Mind", plan.warnings().stream().map(Finding::toString).toList());
        return List.copyOf(page.lines);
    }

    private void head() {
        lines.add(
                "Plan for cluster " + plan.cluster() + ": patch " + plan.patch() + " by procedure " + plan.procedure());
        if (experience.runs() > 0) {
            lines.add("Durations are the medians of " + Text.count(experience.runs(), "earlier run") + " here.");
        }
        lines.add(Text.count(plan.stages().size(), "stage") + ", "
                + Text.count(plan.steps().size(), "step") + ", about "
                + Spans.about(plan.expected()) + " in all; outages planned: weight " + plan.cost() + ", at least "
                + plan.bound() + (plan.cost() == plan.bound() ? " in any plan." : " in theory.")
                + (plan.exact() ? "" : " The search ended by its budget: a better plan may exist."));
    }

    private void outages() {
        lines.add("");
        lines.add("What users will notice");
        if (plan.outages().isEmpty()) {
            lines.add("  Nothing.");
        }
        for (Plan.PlannedOutage outage : plan.outages()) {
            Text.wrap(
                    lines,
                    "  " + outage.group() + ": about " + Spans.about(outage.expected()) + " in stage " + outage.stage()
                            + ", "
                            + (outage.from().equals(outage.to())
                                    ? "on " + outage.from()
                                    : outage.from() + " to " + outage.to())
                            + (outage.outsideBound() ? " (on request)" : "") + ". " + outage.reason(),
                    "    ");
        }
    }

    private void changes() {
        if (offer.nodes().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("What is installed");
        for (Offer.NodeOffer node : offer.nodes()) {
            Text.wrap(lines, "  " + node.node() + ": " + changes(node), "    ");
        }
    }

    private static String changes(Offer.NodeOffer node) {
        if (node.changes().isEmpty()) {
            return "nothing, it is patched already.";
        }
        long bytes = node.changes().stream().mapToLong(Change::bytes).sum();
        List<String> named = node.changes().stream()
                .limit(NAMED_CHANGES)
                .map(change -> change.component() + " " + change.from() + " -> " + change.to())
                .toList();
        int rest = node.changes().size() - named.size();
        return Text.count(node.changes().size(), "component")
                + (bytes > 0 ? ", " + Spans.bytes(bytes) + " to fetch" : "")
                + (node.restartExpected() ? ", restart expected: " : ": ")
                + String.join(", ", named)
                + (rest > 0 ? " and " + rest + " more (--output json lists all)." : ".");
    }

    private void stages() {
        int number = 0;
        for (Stage stage : plan.stages()) {
            number++;
            lines.add("");
            lines.add("Stage " + number + ": " + stage.title());
            Text.wrap(lines, "  " + stage.reason(), "  ");
            stage.lead().forEach(this::step);
            for (Stage.Track track : stage.tracks()) {
                track.steps().forEach(this::step);
            }
        }
    }

    private void step(Step step) {
        Duration outage = step.interrupts().stream()
                .map(Step.Interruption::expected)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        Text.wrap(
                lines,
                "  [ ] " + Text.pad(step.id().value(), 24) + " "
                        + Text.pad("~" + Spans.about(experience.of(step.source())), 9)
                        + (outage.isZero() ? "" : " OUTAGE")
                        + " " + step.reason(),
                " ".repeat(41));
    }

    private void list(String title, List<String> sentences) {
        if (sentences.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title);
        sentences.forEach(sentence -> Text.wrap(lines, "  " + sentence, "  "));
    }
}
