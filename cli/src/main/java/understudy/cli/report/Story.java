package understudy.cli.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import understudy.core.model.NodeId;
import understudy.core.model.Targets;
import understudy.core.planning.Condition;
import understudy.core.planning.Plan;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;
import understudy.core.run.Event;
import understudy.core.run.RunHeader;

/** Hears the events of one run in their order and then tells what it was. */
final class Story {
    private final Event.RunOpened opening;
    private final Whereabouts whereabouts;
    private final Attempts attempts = new Attempts();
    private final Outages outages = new Outages();
    private final Ledger ledger = new Ledger();
    private final Findings findings = new Findings();
    private final People people = new People();
    private final Sittings sittings = new Sittings();
    private final List<Adopted> plans = new ArrayList<>();
    private Optional<Event.RunEnded> end = Optional.empty();
    private Instant latest;

    private Story(Event.RunOpened opening) {
        this.opening = opening;
        this.latest = opening.at();
        this.whereabouts = new Whereabouts(opening.header(), opening.at());
    }

    static RunReport of(List<Event> events) {
        if (events.isEmpty() || !(events.getFirst() instanceof Event.RunOpened opening)) {
            throw new IllegalArgumentException("The journal does not begin with a run.");
        }
        Story story = new Story(opening);
        events.forEach(story::take);
        return story.report();
    }

    private void take(Event event) {
        latest = event.at().isAfter(latest) ? event.at() : latest;
        attempts.take(event);
        outages.take(event);
        ledger.take(event);
        findings.take(event);
        people.take(event);
        sittings.take(event);
        switch (event) {
            case Event.PlanAdopted adopted -> {
                plans.add(Adopted.of(adopted));
                whereabouts.planned(adopted.at(), adopted.plan());
            }
            case Event.StepEnded ended -> proven(ended);
            case Event.StepBegan _ -> end = Optional.empty();
            case Event.RunEnded ending -> end = Optional.of(ending);
            case Event other -> {}
        }
    }

    private void proven(Event.StepEnded ended) {
        attempts.at(ended.action())
                .filter(attempt -> attempt.outcome() == Outcome.SUCCEEDED)
                .flatMap(Attempt::step)
                .ifPresent(step -> whereabouts.proven(ended.at(), step));
    }

    private RunReport report() {
        RunHeader header = opening.header();
        List<Attempt> tried = attempts.all();
        List<Changed> changes = ledger.changes();
        List<Timeline.GroupRow> groups = whereabouts.until(latest);
        return new RunReport(
                header.run().value(),
                header.cluster(),
                header.procedure(),
                header.patch(),
                opening.at(),
                end.map(Event.RunEnded::at),
                end.map(Event.RunEnded::result),
                end.map(Event.RunEnded::sentence).orElse("It is under way."),
                plans.stream().findFirst().map(Adopted::outages).orElse(List.<Plan.PlannedOutage>of()),
                outages.among(tried, latest),
                tried.stream()
                        .map(attempt -> StepTaken.of(attempt, header.expected(), latest))
                        .toList(),
                changes.stream()
                        .filter(change -> change.keptBecause().isPresent())
                        .map(Kept::of)
                        .toList(),
                latest,
                new Timeline(sittings.all(), new NodeRows(groups, changes, tried, latest).of(header), groups),
                plans,
                changes,
                findings.all(),
                people.questions(),
                people.wishes(),
                header.targets().byNode().keySet().stream()
                        .map(node -> versions(tried, header.targets(), node))
                        .toList());
    }

    /** What is proven after a downgrade is that the node has what it had. */
    private static NodeVersions versions(List<Attempt> tried, Targets targets, NodeId node) {
        Optional<Instant> back = last(
                tried,
                step -> step.verb() instanceof Verb.Downgrade
                        && step.node().filter(node::equals).isPresent());
        Optional<Instant> proven = last(tried, step -> step.proves().contains(new Condition.NodePatched(node)));
        return new NodeVersions(node, targets.of(node), back.isPresent() ? Optional.empty() : proven, back);
    }

    private static Optional<Instant> last(List<Attempt> tried, Predicate<Step> which) {
        return tried.stream()
                .filter(attempt -> attempt.outcome() == Outcome.SUCCEEDED
                        && attempt.step().filter(which).isPresent())
                .flatMap(attempt -> attempt.end().map(Attempt.End::at).stream())
                .max(Instant::compareTo);
    }
}
