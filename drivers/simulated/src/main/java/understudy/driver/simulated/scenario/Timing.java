package understudy.driver.simulated.scenario;

import java.util.Optional;

/** How long a group takes to start, stop and be upgraded, where it is not as long as every other. */
public record Timing(Optional<Range> start, Optional<Range> stop, Optional<Range> upgrade) {
    public static Timing standard() {
        return new Timing(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Timing of(Range start, Range stop) {
        return new Timing(Optional.of(start), Optional.of(stop), Optional.empty());
    }
}
