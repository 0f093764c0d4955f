package understudy.core.site;

import java.time.Duration;

/**
 * How fast a tier's members are taken.
 *
 * @param atOnce how many at the same time
 * @param canaries so many are a wave of their own, before the rest
 * @param failures how many of a wave may fail before nobody else is begun
 * @param pause how long the wave before each of the tier's waves is watched first
 * @param approval whether a person is asked before each of its waves
 */
public record TierPace(int atOnce, int canaries, int failures, Duration pause, boolean approval) {
    /** One after the other, and the first failure stops. */
    public static TierPace standard() {
        return new TierPace(1, 0, 0, Duration.ZERO, false);
    }
}
