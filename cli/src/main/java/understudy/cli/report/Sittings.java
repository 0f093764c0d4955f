package understudy.cli.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.run.Event;

/** Finds the stretches in which the run was carried; what lies between an end and the next event is a break. */
final class Sittings {
    private final List<Sitting> ended = new ArrayList<>();
    private Optional<Sitting> open = Optional.empty();

    void take(Event event) {
        Instant at = event.at();
        Sitting sitting = open.map(known -> new Sitting(known.from(), later(known.until(), at)))
                .orElse(new Sitting(at, at));
        if (event instanceof Event.RunEnded) {
            ended.add(sitting);
            open = Optional.empty();
        } else {
            open = Optional.of(sitting);
        }
    }

    List<Sitting> all() {
        List<Sitting> all = new ArrayList<>(ended);
        open.ifPresent(all::add);
        return List.copyOf(all);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
