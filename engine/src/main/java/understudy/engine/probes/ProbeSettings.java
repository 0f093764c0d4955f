package understudy.engine.probes;

import java.time.Duration;

/**
 * How probes are asked.
 *
 * @param perSecond how often each is asked
 * @param connect how long a connection may take: well under the second after which a kernel sends a lost SYN again, or a
 *     question from the middle of an outage would be answered after its end
 * @param answer how long the answer may take once connected, and how long a command may run
 * @param atOnce how many questions of one probe may be under way; beyond it a question is left out, which is no miss
 */
public record ProbeSettings(int perSecond, Duration connect, Duration answer, int atOnce) {
    public ProbeSettings {
        if (perSecond < 1 || perSecond > 100) {
            throw new IllegalArgumentException("A probe is asked 1 to 100 times a second, not " + perSecond + ".");
        }
        if (!connect.isPositive() || connect.compareTo(Duration.ofMillis(900)) > 0) {
            throw new IllegalArgumentException("A probe's connection takes more than 0 and at most 900 ms, not "
                    + connect.toMillis() + " ms, since a lost first packet is sent again after a second.");
        }
        if (!answer.isPositive() || answer.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException(
                    "A probe's answer takes more than 0 and at most 60 s, not " + answer.toMillis() + " ms.");
        }
        if (atOnce < 1 || atOnce > 1000) {
            throw new IllegalArgumentException(
                    "1 to 1000 questions of a probe are under way at once, not " + atOnce + ".");
        }
    }

    /** 20 a second, 0.3 s to connect, 1 s to answer, 64 under way. */
    public static ProbeSettings usual() {
        return new ProbeSettings(20, Duration.ofMillis(300), Duration.ofSeconds(1), 64);
    }

    Duration interval() {
        return Duration.ofNanos(1_000_000_000L / perSecond);
    }
}
