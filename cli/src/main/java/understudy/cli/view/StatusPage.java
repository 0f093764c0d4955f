package understudy.cli.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import understudy.core.model.LedgerEntry;
import understudy.core.run.Question;

/** Where a run stands, as text: what it does now, what it waits for and by which command that is answered, what is left. */
public final class StatusPage {
    private final RunStatus status;
    private final List<String> lines = new ArrayList<>();

    private StatusPage(RunStatus status) {
        this.status = status;
    }

    /**
     * The page's lines, without colour.
     *
     * @param now against which the age of things is told
     */
    public static List<String> lines(RunStatus status, Instant now) {
        StatusPage page = new StatusPage(status);
        page.head();
        page.underWay(now);
        page.question();
        page.blocked(now);
        page.rest();
        page.outages();
        page.ledger();
        return List.copyOf(page.lines);
    }

    private void head() {
        String stands = status.result()
                .map(result -> result.name() + ". " + status.sentence().orElse(""))
                .orElseGet(this::unfinished);
        Text.wrap(
                lines,
                "Run " + status.run() + " on cluster " + status.cluster() + " (" + status.procedure() + ", patch "
                        + status.patch() + "): " + stands,
                "  ");
    }

    private String unfinished() {
        if (!status.carried()) {
            return "broken off, no process carries it. Go on with `understudy resume " + status.run() + "`.";
        }
        return status.pausedBy()
                .map(by -> status.underWay().isEmpty()
                        ? "paused, asked by " + by + ". It goes on by `understudy resume " + status.run() + "`."
                        : "under way; it pauses at the next safe place, asked by " + by + ".")
                .orElse("under way.");
    }

    private void underWay(Instant now) {
        title("Now", status.underWay().isEmpty());
        for (RunStatus.UnderWay step : status.underWay()) {
            lines.add("  " + step.step() + (step.attempt() == 1 ? "" : " (attempt " + step.attempt() + ")") + " for "
                    + Spans.of(since(step.since(), now)) + ", expected about " + Spans.about(step.expected()));
        }
    }

    private void question() {
        title("It asks", status.question().isEmpty());
        status.question().ifPresent(asked -> {
            Text.wrap(lines, "  " + asked.text(), "  ");
            lines.add("  Yes: understudy approve " + status.run() + " '" + asked.id() + "'; no: the same with --no");
            other(asked);
        });
    }

    private void other(Question asked) {
        boolean again = asked.kind() == Question.Kind.STEP_FAILED || asked.kind() == Question.Kind.GO_BACK;
        if (again && asked.step().isPresent()) {
            lines.add("  Or: understudy retry " + status.run() + " '"
                    + asked.step().get() + "', or understudy skip " + status.run() + " NODE");
        }
    }

    private void blocked(Instant now) {
        title("What is blocked", status.blocked().isEmpty());
        for (RunStatus.Blocked block : status.blocked()) {
            lines.add("  " + block.step() + " since " + Spans.of(since(block.since(), now)));
            block.findings().forEach(finding -> Text.wrap(lines, "    " + finding.code() + ": " + finding, "    "));
        }
    }

    private void rest() {
        title(
                "Still to come, about " + Spans.about(status.expectedRest()),
                status.rest().isEmpty());
        for (RunStatus.RestOfStage stage : status.rest()) {
            lines.add("  " + stage.title());
            Text.wrap(
                    lines,
                    "    "
                            + String.join(
                                    ", ",
                                    stage.steps().stream().map(Object::toString).toList()),
                    "    ");
        }
    }

    private void outages() {
        lines.add("");
        lines.add("Outage so far");
        if (status.outages().isEmpty()) {
            lines.add("  None.");
        }
        status.outages().forEach(spent -> lines.add("  " + spent.group() + ": " + Spans.of(spent.outage())));
    }

    private void ledger() {
        title("To be given back", status.ledger().isEmpty());
        for (LedgerEntry entry : status.ledger()) {
            Text.wrap(lines, "  " + entry.id() + " (" + entry.kind() + "). By hand: " + entry.byHand(), "    ");
        }
    }

    private void title(String title, boolean nothingBelow) {
        if (!nothingBelow) {
            lines.add("");
            lines.add(title);
        }
    }

    private static Duration since(Instant then, Instant now) {
        return then.isAfter(now) ? Duration.ZERO : Duration.between(then, now);
    }
}
