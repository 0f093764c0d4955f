package understudy.cli.report;

import java.time.Instant;

/** What somebody asked of the run without being asked: a pause, another try, the end. */
public record Wish(Instant at, String what, String by) {}
