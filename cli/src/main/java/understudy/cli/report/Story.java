package understudy.cli.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.NodeId;
import understudy.core.planning.Condition;
import understudy.core.planning.Plan;
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
                        .map(node -> new NodeVersions(node, header.targets().of(node), reached(tried, node)))
                        .toList());
    }

    private static Optional<Instant> reached(List<Attempt> tried, NodeId node) {
        return tried.stream()
                .filter(attempt -> attempt.outcome() == Outcome.SUCCEEDED
                        && attempt.step()
                                .filter(step -> step.proves().contains(new Condition.NodePatched(node)))
                                .isPresent())
                .flatMap(attempt -> attempt.end().map(Attempt.End::at).stream())
                .max(Instant::compareTo);
    }
}
