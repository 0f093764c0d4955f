package understudy.driver.simulated;

import java.time.Instant;

/** One thing that happened in a simulated cluster, for a reader of its history. */
public record Happening(Instant at, String sentence) {}
