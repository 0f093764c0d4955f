package understudy.cli.view;

import java.time.Duration;
import java.util.Locale;

/** Writes lengths of time and amounts of data as a person says them. */
public final class Spans {
    private Spans() {}

    /** Such as {@code 0.4 s}, {@code 7.2 s}, {@code 45 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    public static String of(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 20) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return pair(seconds / 60, "min", seconds % 60, "s");
        }
        return pair(seconds / 3600, "h", seconds % 3600 / 60, "min");
    }

    /** As a planned figure, which is only ever about right: whole seconds. */
    public static String about(Duration duration) {
        long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
        return seconds < 60 ? seconds + " s" : of(Duration.ofSeconds(seconds));
    }

    /** Such as {@code 24.1 MB}. */
    public static String bytes(long bytes) {
        if (bytes < 1_000_000) {
            return Math.ceilDiv(bytes, 1000) + " kB";
        }
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static String pair(long large, String largeUnit, long small, String smallUnit) {
        String first = large + " " + largeUnit;
        return small == 0 ? first : first + " " + small + " " + smallUnit;
    }
}
