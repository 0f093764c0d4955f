package understudy.cli.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.core.model.ActionId;
import understudy.core.model.Finding;
import understudy.core.run.Event;
import understudy.core.run.StepResult;

/** Turns the events of one run, fed in order, into the lines that a person reads while it goes on. */
public final class EventLine {
    static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private final ZoneId zone;
    private final Map<ActionId, Instant> began = new HashMap<>();

    public EventLine(ZoneId zone) {
        this.zone = zone;
    }

    /** The line for this event; empty for events that a reader can do without. */
    public Optional<String> of(Event event) {
        return sentence(event)
                .map(Printable::line)
                .map(sentence -> CLOCK.format(event.at().atZone(zone)) + "  " + sentence);
    }

    private Optional<String> sentence(Event event) {
        return switch (event) {
            case Event.RunOpened(Instant at, var header) ->
                Optional.of("Run " + header.run() + " on cluster " + header.cluster() + " by procedure "
                        + header.procedure() + ".");
            case Event.PlanAdopted(Instant at, var plan, String hash, String reason) ->
                Optional.of("Plan " + hash + " with " + Text.count(plan.stages().size(), "stage") + " and "
                        + Text.count(plan.outages().size(), "planned outage") + ". " + reason);
            case Event.PlanRefused(Instant at, List<Finding> findings) ->
                Optional.of("No plan: " + sentences(findings));
            case Event.StepBegan(Instant at, ActionId action, var boot) -> {
                began.put(action, at);
                yield Optional.of(name(action) + " ...");
            }
            case Event.StepEnded(Instant at, ActionId action, StepResult result, String note) ->
                Optional.of(name(action) + " " + ended(at, action, result, note));
            case Event.GuardsBlocked(Instant at, var step, List<Finding> findings) ->
                Optional.of("Waiting before " + step + ": " + sentences(findings));
            case Event.LedgerKept(Instant at, var entry, String reason) ->
                Optional.of("Kept: " + reason + " By hand: " + entry.byHand());
            case Event.OutageMeasured(Instant at, var group, Instant from, Instant until) ->
                Optional.of("Outage of " + group + " measured: " + Spans.of(Duration.between(from, until)) + ".");
            case Event.OutageExplained explained -> Optional.of(OutageParts.line(explained));
            case Event.QuestionAsked(Instant at, var question) ->
                Optional.of("Question " + question.id() + ": " + question.text());
            case Event.QuestionAnswered(Instant at, String request, String question, boolean yes, String by) ->
                Optional.of("Question " + question + " answered " + (yes ? "yes" : "no") + " by " + by + ".");
            case Event.PauseAsked(Instant at, String request, String by) ->
                Optional.of("Pause asked by " + by + ": it takes effect at the next safe place.");
            case Event.ResumeAsked(Instant at, String request, String by) ->
                Optional.of("Going on, asked by " + by + ".");
            case Event.RetryAsked(Instant at, String request, var step, String by) ->
                Optional.of("Another try at " + step + ", asked by " + by + ".");
            case Event.SkipAsked(Instant at, String request, var node, String by) ->
                Optional.of("Node " + node + " is left out of this run, asked by " + by + ".");
            case Event.GoBackAsked(Instant at, String request, var node, String by) ->
                Optional.of(
                        node.map(one -> "Node " + one + " is taken back and left out of this run, asked by " + by + ".")
                                .orElse("Every node is taken back and the run ends, asked by " + by + "."));
            case Event.AbortAsked(Instant at, String request, String by) ->
                Optional.of("Abort asked by " + by + ": the run ends at the next safe place.");
            case Event.Warned(Instant at, Finding finding) -> Optional.of("Mind: " + finding);
            case Event.RunEnded(Instant at, var result, String sentence) -> Optional.of(result + ": " + sentence);
            case Event.PlanConfirmed _,
                    Event.AuditSealed _,
                    Event.NothingLeft _,
                    Event.StageEnded _,
                    Event.LedgerOpened _,
                    Event.LedgerReturned _,
                    Event.LockTaken _,
                    Event.LockGivenUp _,
                    Event.TimePassed _ -> Optional.empty();
        };
    }

    private String ended(Instant at, ActionId action, StepResult result, String note) {
        String took = began.containsKey(action) ? " in " + Spans.of(Duration.between(began.get(action), at)) : "";
        return switch (result) {
            case StepResult.Succeeded() -> "done" + took + (note.isEmpty() ? "." : ": " + note);
            case StepResult.Failed(Finding why) -> "FAILED" + took + ": " + why;
            case StepResult.Unknown(Finding why) -> "IN DOUBT" + took + ": " + why;
        };
    }

    private static String name(ActionId action) {
        return action.attempt() == 1 ? action.step().value() : action.step() + " (attempt " + action.attempt() + ")";
    }

    private static String sentences(List<Finding> findings) {
        return findings.stream().map(Finding::toString).collect(Collectors.joining(" "));
    }
}
