package understudy.core.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When disruption is allowed: from a local time on these days, for a length. A night belongs to the day on which it opens, so
 * a window from 22:00 for eight hours on Saturdays is open on Sunday at 05:00.
 *
 * @param days the days on which it opens; empty means every day
 */
public record MaintenanceWindow(List<DayOfWeek> days, LocalTime opens, Duration length, ZoneId zone) {
    public MaintenanceWindow {
        days = List.copyOf(days);
        if (length.isNegative() || length.isZero() || length.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException(
                    "A maintenance window lasts more than nothing and at most 7 days, not " + length + ".");
        }
    }

    /** True if disruption may last from {@code from} until {@code until} inside one opening of this window. */
    public boolean covers(Instant from, Instant until) {
        LocalDate day = from.atZone(zone).toLocalDate();
        for (int back = 0; back <= 7; back++) {
            LocalDate opening = day.minusDays(back);
            if (!days.isEmpty() && !days.contains(opening.getDayOfWeek())) {
                continue;
            }
            ZonedDateTime open = opening.atTime(opens).atZone(zone);
            Instant close = open.toInstant().plus(length);
            if (!from.isBefore(open.toInstant()) && !until.isAfter(close)) {
                return true;
            }
        }
        return false;
    }
}
