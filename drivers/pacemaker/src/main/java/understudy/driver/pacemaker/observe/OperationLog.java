package understudy.driver.pacemaker.observe;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads which operations a node's controller asked for and when each ended, from the lines of Pacemaker's detail log (2.0 to 2.1: day
 * and time without a year). The information base keeps only the last operation of each resource, in whole seconds, and loses it
 * when the node restarts.
 */
public final class OperationLog {
    private static final Pattern LINE = Pattern.compile(
            "(\\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?) .*?"
                    + "(?:(Requesting local execution of)|Result of) ([a-z_-]{1,32}) operation for (\\S{1,256}) on (\\S{1,256}?)(?:: ([^|]{0,200}?))? \\| .*");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy MMM d HH:mm:ss[.SSS][.SSSSSS]", Locale.US);
    private static final Pattern CLOCK = Pattern.compile("(\\d{4}) ([+-]\\d{4}) (\\d{9,12})\\.(\\d{9})\\s*");
    private static final int LONGEST_RESULT = 80;

    private OperationLog() {}

    /** One operation by the node's own clock. */
    public record Entry(String resource, String task, Instant began, Duration took, String result) {}

    /** What a node's {@code date '+%Y %z %s.%N'} says. */
    public record NodeClock(int year, ZoneOffset offset, Instant now) {
        static Optional<NodeClock> of(String text) {
            Matcher clock = CLOCK.matcher(text);
            if (!clock.matches()) {
                return Optional.empty();
            }
            try {
                Instant now = Instant.ofEpochSecond(Long.parseLong(clock.group(3)), Long.parseLong(clock.group(4)));
                return Optional.of(new NodeClock(Integer.parseInt(clock.group(1)), ZoneOffset.of(clock.group(2)), now));
            } catch (DateTimeException noOffset) {
                return Optional.empty();
            }
        }

        /** A day later than the clock's own is one of last year. */
        Instant of(LocalDateTime said) {
            Instant at = said.toInstant(offset);
            return at.isAfter(now.plus(Duration.ofDays(1))) ? said.minusYears(1).toInstant(offset) : at;
        }
    }

    /** Every operation that was begun and has ended, in the order in which they ended; times are the node's. */
    public static List<Entry> read(String lines, NodeClock clock) {
        List<Entry> operations = new ArrayList<>();
        Map<String, Instant> begun = new HashMap<>();
        for (String line : lines.split("\n")) {
            Matcher said = LINE.matcher(line);
            Optional<Instant> at = said.matches() ? at(clock, said.group(1)) : Optional.empty();
            if (at.isEmpty()) {
                continue;
            }
            String key = said.group(3) + " " + said.group(4) + " " + said.group(5);
            if (said.group(2) != null) {
                begun.put(key, at.get());
                continue;
            }
            Instant from = begun.remove(key);
            if (from != null && !at.get().isBefore(from)) {
                var took = Duration.between(from, at.get());
                operations.add(new Entry(said.group(4), said.group(3), from, took, result(said.group(6))));
            }
        }
        return operations;
    }

    private static String result(String said) {
        String plain = said == null ? "" : said.replaceAll("[^ -~]", "?").strip();
        return plain.length() <= LONGEST_RESULT ? plain : plain.substring(0, LONGEST_RESULT) + "...";
    }

    private static Optional<Instant> at(NodeClock clock, String said) {
        try {
            String text = clock.year() + " " + said.replaceFirst("^(\\w{3})  ", "$1 ");
            return Optional.of(clock.of(LocalDateTime.parse(text, TIME)));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
