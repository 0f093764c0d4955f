package understudy.cli.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import understudy.core.planning.Step;
import understudy.core.run.OutagePath;
import understudy.core.run.State;

/** Where a run next stands so that it can be left there: when the steps under way have ended, and never inside an outage. */
public final class SafePlace {
    private SafePlace() {}

    /** When that is, such as {@code when install:n2 has ended, in about 12 s}. */
    public static String of(State state, Instant now) {
        if (state.ending().isPresent()) {
            return "at once: it has ended, and this counts when it is resumed";
        }
        List<Step> underWay = state.underWay();
        if (underWay.isEmpty()) {
            return "at once, before its next step";
        }
        Duration longest = Duration.ZERO;
        List<String> last = new ArrayList<>();
        for (Step step : underWay) {
            List<Step> path = path(state, step);
            last.add(path.getLast().id().value());
            Duration left = left(state, path, now);
            longest = left.compareTo(longest) > 0 ? left : longest;
        }
        return "when " + String.join(" and ", last) + (last.size() == 1 ? " has ended, " : " have ended, ")
                + (longest.isZero() ? "any moment now" : "in about " + Spans.about(longest));
    }

    /** The step, and what follows it while clients wait. */
    private static List<Step> path(State state, Step step) {
        return state.walk().lanes().stream()
                .filter(lane -> lane.contains(step))
                .findFirst()
                .map(lane -> OutagePath.from(lane.subList(lane.indexOf(step), lane.size())))
                .orElse(List.of(step));
    }

    private static Duration left(State state, List<Step> path, Instant now) {
        Instant began = Objects.requireNonNull(
                        state.attempts().get(path.getFirst().id()))
                .at();
        Duration expected = path.stream().map(step -> step.source().expected()).reduce(Duration.ZERO, Duration::plus);
        Duration left = expected.minus(Duration.between(began, now));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
