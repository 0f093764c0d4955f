package understudy.core.run;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import understudy.core.model.Finding;

/** Durations, counts and findings as an operator reads them. */
final class Say {
    private Say() {}

    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7200) {
            return seconds / 60 + " min";
        }
        return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    static String findings(List<Finding> findings) {
        return findings.stream().filter(Finding::blocks).map(Finding::toString).collect(Collectors.joining(" "));
    }
}
