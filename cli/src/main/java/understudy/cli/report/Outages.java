package understudy.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.planning.Step;
import understudy.core.run.Event;

/** Gathers the measured outages and finds the step that caused each. */
final class Outages {
    private record Key(GroupId group, Instant from) {}

    private final Map<Key, Instant> measured = new LinkedHashMap<>();

    private final Map<Key, Event.OutageExplained> explained = new HashMap<>();

    void take(Event event) {
        if (event instanceof Event.OutageMeasured(Instant at, GroupId group, Instant from, Instant until)) {
            measured.put(new Key(group, from), until);
        }
        if (event instanceof Event.OutageExplained said) {
            explained.put(new Key(said.group(), said.from()), said);
        }
    }

    List<MeasuredOutage> among(List<Attempt> attempts, Instant latest) {
        return measured.entrySet().stream()
                .map(outage -> outage(outage.getKey(), outage.getValue(), new Attempted(attempts, latest)))
                .toList();
    }

    private MeasuredOutage outage(Key key, Instant until, Attempted attempted) {
        Optional<Attempt> cause = attempted.causeOf(key, until);
        Optional<Event.OutageExplained> said = Optional.ofNullable(explained.get(key));
        return new MeasuredOutage(
                key.group(),
                key.from(),
                Duration.between(key.from(), until),
                cause.map(attempt -> attempt.action().step().value()),
                cause.map(attempt -> attempt.action().attempt()),
                cause.flatMap(Attempt::step).flatMap(step -> expected(step, key.group())),
                said.filter(one -> !one.operations().isEmpty() || one.gap().isPresent())
                        .map(one -> Dissection.of(key.from(), until, one.operations(), one.gap())),
                said.map(Event.OutageExplained::sessions).orElse(List.of()));
    }

    private static Optional<Duration> expected(Step step, GroupId group) {
        return step.interrupts().stream()
                .filter(interruption -> interruption.group().equals(group))
                .map(Step.Interruption::expected)
                .findFirst();
    }

    private record Attempted(List<Attempt> attempts, Instant latest) {
        /** Of the attempts that were under way in the outage: what interrupts the group, is about it, began first. */
        Optional<Attempt> causeOf(Key outage, Instant until) {
            return attempts.stream()
                    .filter(attempt -> attempt.began().isBefore(until)
                            && attempt.until(latest).isAfter(outage.from()))
                    .min(Comparator.<Attempt, Boolean>comparing(attempt -> !attempt.interrupts(outage.group()))
                            .thenComparing(attempt -> !attempt.isAbout(outage.group()))
                            .thenComparing(Attempt::began));
        }
    }
}
