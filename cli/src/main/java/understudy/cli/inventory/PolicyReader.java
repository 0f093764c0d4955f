package understudy.cli.inventory;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import understudy.core.model.GroupId;
import understudy.core.model.MaintenanceWindow;
import understudy.core.model.Policy;
import understudy.core.model.PolicyDraft;
import understudy.documents.Fields;

/** Reads a policy: what the owner of the cluster allows; what is not said is as {@link Policy#standard()} has it. */
final class PolicyReader {
    private PolicyReader() {}

    static Policy read(Fields fields) {
        PolicyDraft draft = Policy.standard().draft();
        number(fields, "maxUnavailable", 1, 63, draft::maxUnavailable);
        set(fields, "moveBack", key -> fields.choice(key, Policy.MoveBack.class), draft::moveBack);
        set(fields, "outageBudget", fields::duration, draft::outageBudget);
        set(fields, "windows", key -> fields.list(key, PolicyReader::window), draft::windows);
        set(fields, "acceptedOutages", key -> fields.texts(key, GroupId::new), draft::acceptedOutages);
        set(fields, "bakeTime", fields::duration, draft::bakeTime);
        set(fields, "goNoGo", fields::flag, draft::goNoGo);
        set(fields, "askOnChange", fields::flag, draft::askOnChange);
        number(fields, "failures", 0, 1000, draft::failures);
        number(fields, "failuresInARow", 0, 1000, draft::failuresInARow);
        number(fields, "retries", 0, 20, draft::retries);
        set(fields, "warnAfter", fields::duration, draft::warnAfter);
        set(fields, "stopAfter", fields::duration, draft::stopAfter);
        set(fields, "fourEyes", fields::flag, draft::fourEyes);
        set(fields, "handover", key -> fields.choice(key, Policy.Handover.class), draft::handover);
        fields.end();
        return draft.build();
    }

    private static <T> void set(Fields fields, String key, Function<String, T> read, Consumer<T> property) {
        fields.optional(key, read).ifPresent(property);
    }

    private static void number(Fields fields, String key, int least, int most, Consumer<Integer> property) {
        set(fields, key, name -> fields.number(name, least, most), property);
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
