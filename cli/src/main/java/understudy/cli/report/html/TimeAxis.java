package understudy.cli.report.html;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import understudy.cli.report.Sitting;

/**
 * Where each moment of a run is drawn, in per cent of the width. The breaks between an end and a resumption all have the same small
 * width, so that a night's pause does not press the work together.
 */
final class TimeAxis {
    private static final double BREAK = 4;
    private static final int TICKS = 12;
    private static final int FINE_TICKS = 8;
    private static final List<Duration> STEPS = List.of(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    /** A labelled moment; every second one is left out where there is little room. */
    record Tick(Instant at, double position, boolean minor) {}

    /** A time in which nobody carried the run. */
    record Break(double from, double to, Duration length) {}

    private final List<Sitting> sittings;
    private final double worked;
    private final double perCent;

    TimeAxis(List<Sitting> sittings) {
        this.sittings = List.copyOf(sittings);
        this.worked = Math.max(
                1,
                sittings.stream()
                        .mapToDouble(sitting -> sitting.length().toMillis())
                        .sum());
        this.perCent = (100 - BREAK * (sittings.size() - 1)) / worked;
    }

    /** From 0 to 100; what lies before or after the run is drawn at its edge, what lies in a break within the break. */
    double position(Instant at) {
        double position = 0;
        for (int i = 0; i < sittings.size(); i++) {
            Sitting sitting = sittings.get(i);
            if (at.isBefore(sitting.from())) {
                return i == 0 ? 0 : position - BREAK / 2;
            }
            if (!at.isAfter(sitting.until())) {
                return position + Duration.between(sitting.from(), at).toMillis() * perCent;
            }
            position += sitting.length().toMillis() * perCent + BREAK;
        }
        return 100;
    }

    List<Break> breaks() {
        List<Break> breaks = new ArrayList<>();
        for (int i = 1; i < sittings.size(); i++) {
            Sitting before = sittings.get(i - 1);
            Sitting after = sittings.get(i);
            double end = position(after.from());
            breaks.add(new Break(end - BREAK, end, Duration.between(before.until(), after.from())));
        }
        return breaks;
    }

    List<Tick> ticks(ZoneId zone) {
        long step = step().toMillis();
        List<Tick> ticks = new ArrayList<>();
        for (Sitting sitting : sittings) {
            // The step divides a day, so that the labels are round by the clock of the zone.
            Instant midnight =
                    LocalDate.ofInstant(sitting.from(), zone).atStartOfDay(zone).toInstant();
            long first = Math.ceilDiv(Duration.between(midnight, sitting.from()).toMillis(), step);
            for (long number = first; ; number++) {
                Instant at = midnight.plusMillis(number * step);
                if (at.isAfter(sitting.until())) {
                    break;
                }
                ticks.add(new Tick(at, position(at), number % 2 != 0));
            }
        }
        return ticks;
    }

    /** Whether labels need seconds to tell two ticks apart. */
    boolean isFine() {
        return isFine(step());
    }

    private static boolean isFine(Duration step) {
        return step.compareTo(Duration.ofMinutes(1)) < 0;
    }

    private Duration step() {
        return STEPS.stream()
                .filter(step -> worked / step.toMillis() <= (isFine(step) ? FINE_TICKS : TICKS))
                .findFirst()
                .orElse(STEPS.getLast());
    }

    /** As an attribute's value. */
    static String perCent(double position) {
        return String.format(Locale.ROOT, "%.3f%%", position);
    }
}
