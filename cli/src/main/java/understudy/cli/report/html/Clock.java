package understudy.cli.report.html;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Says moments by the clock of one time zone. */
record Clock(ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TENTHS = DateTimeFormatter.ofPattern("HH:mm:ss.S", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    String minute(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    String tenths(Instant at) {
        return TENTHS.format(at.atZone(zone));
    }

    String day(Instant at) {
        return DAY.format(at.atZone(zone));
    }

    /** Such as {@code 4 Jan}, in place of midnight. */
    String shortDay(Instant at) {
        return SHORT_DAY.format(at.atZone(zone));
    }

    String dayAndTime(Instant at) {
        return day(at) + ", " + time(at);
    }

    /** Such as {@code Europe/Berlin (CET, UTC+01:00)}. */
    String name(Instant at) {
        String offset = zone.getRules().getOffset(at).getId();
        return zone.getDisplayName(TextStyle.NARROW, Locale.ENGLISH) + " (UTC" + (offset.equals("Z") ? "" : offset)
                + ")";
    }

    /** The moment for readers and programs; {@code words} is what is seen. */
    static Html.Element element(Instant at, String words) {
        return Html.element("time").with("datetime", at.toString()).saying(words);
    }

    Html.Element timeElement(Instant at) {
        return element(at, time(at));
    }
}
