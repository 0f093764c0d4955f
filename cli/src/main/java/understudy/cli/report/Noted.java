package understudy.cli.report;

import java.time.Instant;
import understudy.core.model.Finding;

/**
 * A finding of the run, however often it was made.
 *
 * @param about what it kept from going on: a step, or the plan; empty where it kept nothing
 */
public record Noted(Finding finding, String about, Instant first, Instant last, int times) {
    Noted again(Instant when) {
        return new Noted(finding, about, first, when, times + 1);
    }
}
