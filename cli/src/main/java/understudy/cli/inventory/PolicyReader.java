package understudy.cli.inventory;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.MaintenanceWindow;
import understudy.core.model.Policy;
import understudy.documents.Fields;

/** Reads a policy: what the owner of the cluster allows; what is not said is as {@link Policy#standard()} has it. */
final class PolicyReader {
    private PolicyReader() {}

    static Policy read(Fields fields) {
        Policy standard = Policy.standard();
        int maxUnavailable = number(fields, "maxUnavailable", 1, 63, standard.maxUnavailable());
        Policy.MoveBack moveBack = fields.optional("moveBack", key -> fields.choice(key, Policy.MoveBack.class))
                .orElse(standard.moveBack());
        Optional<Duration> outageBudget = fields.optional("outageBudget", fields::duration);
        List<MaintenanceWindow> windows =
                fields.has("windows") ? fields.list("windows", PolicyReader::window) : List.of();
        List<GroupId> acceptedOutages =
                fields.has("acceptedOutages") ? fields.texts("acceptedOutages", GroupId::new) : List.of();
        Duration bakeTime = fields.optional("bakeTime", fields::duration).orElse(standard.bakeTime());
        boolean goNoGo = fields.optional("goNoGo", fields::flag).orElse(standard.goNoGo());
        boolean askOnChange = fields.optional("askOnChange", fields::flag).orElse(standard.askOnChange());
        int failures = number(fields, "failures", 0, 1000, standard.failures());
        int inARow = number(fields, "failuresInARow", 0, 1000, standard.failuresInARow());
        int retries = number(fields, "retries", 0, 20, standard.retries());
        Optional<Duration> warnAfter = fields.optional("warnAfter", fields::duration);
        Optional<Duration> stopAfter = fields.optional("stopAfter", fields::duration);
        boolean fourEyes = fields.optional("fourEyes", fields::flag).orElse(false);
        fields.end();
        return new Policy(
                maxUnavailable,
                moveBack,
                outageBudget,
                windows,
                acceptedOutages,
                bakeTime,
                goNoGo,
                askOnChange,
                failures,
                inARow,
                retries,
                warnAfter,
                stopAfter,
                fourEyes ? Optional.of(2) : Optional.empty());
    }

    private static int number(Fields fields, String key, int least, int most, int standard) {
        return fields.has(key) ? fields.number(key, least, most) : standard;
    }

    private static MaintenanceWindow window(Fields fields) {
        List<DayOfWeek> days = fields.has("days") ? fields.texts("days", PolicyReader::day) : List.of();
        LocalTime opens = fields.as("opens", PolicyReader::time);
        Duration length = fields.duration("length");
        ZoneId zone = fields.as("zone", PolicyReader::zone);
        fields.end();
        return new MaintenanceWindow(days, opens, length, zone);
    }

    private static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(text)) {
                return day;
            }
        }
        throw new IllegalArgumentException("a day is written as monday, tuesday and so on, not \"" + text + "\"");
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("a time of day is written as 22:00, not \"" + text + "\"", wrong);
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("a time zone is written as Europe/Berlin, not \"" + text + "\"", wrong);
        }
    }
}
