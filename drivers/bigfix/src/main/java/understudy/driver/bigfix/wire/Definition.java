package understudy.driver.bigfix.wire;

import java.util.List;

/**
 * A Fixlet, task or baseline as its site has it.
 *
 * @param kind {@code Fixlet}, {@code Task} or {@code Baseline}
 * @param scripts what its action does, or the actions of a baseline's components, in order
 */
public record Definition(String kind, String title, List<Script> scripts) {
    /** One action script, and whose it is. */
    public record Script(String title, String text) {}

    public Definition {
        scripts = List.copyOf(scripts);
    }
}
