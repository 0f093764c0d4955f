package understudy.cli.report.html;

import java.time.Duration;
import understudy.cli.view.Spans;

/** How much longer or shorter something took than expected. */
final class Difference {
    private static final Duration NEGLIGIBLE = Duration.ofMillis(500);

    private Difference() {}

    static String of(Duration expected, Duration real) {
        Duration more = real.minus(expected);
        if (more.abs().compareTo(NEGLIGIBLE) < 0) {
            return "as expected";
        }
        return Spans.of(more.abs()) + (more.isPositive() ? " longer" : " shorter");
    }

    /** More than twice what was expected, and by more than ten seconds. */
    static boolean isMuch(Duration expected, Duration real) {
        return real.compareTo(expected.multipliedBy(2)) > 0
                && real.minus(expected).compareTo(Duration.ofSeconds(10)) > 0;
    }
}
