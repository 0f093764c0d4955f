package understudy.engine.run;

import java.util.ArrayList;
import java.util.List;
import understudy.core.model.Finding;
import understudy.engine.ports.Hooks;

/** Hooks that remember their calls, say no as often as a test wants, and fail to be told where it wants. */
final class TestingHooks implements Hooks {
    final List<String> calls = new ArrayList<>();
    int refusals;
    boolean deaf;
    private final List<Finding> failures = new ArrayList<>();

    @Override
    public boolean has(Moment moment) {
        return true;
    }

    @Override
    public List<Finding> ask(Call call) {
        calls.add(text(call));
        if (call.moment() == Moment.BEFORE_OUTAGE && refusals > 0) {
            refusals--;
            return List.of(Finding.error("HOOK-REFUSES", "mail", "The hook ticket says no.", "Wait."));
        }
        return List.of();
    }

    @Override
    public void tell(Call call) {
        calls.add(text(call));
        if (deaf) {
            failures.add(
                    Finding.warning("HOOK-FAILED", "night", "The hook chat did not hear " + call.moment() + ".", ""));
        }
    }

    @Override
    public List<Finding> failures(boolean toTheEnd) {
        List<Finding> told = List.copyOf(failures);
        failures.clear();
        return told;
    }

    private static String text(Call call) {
        return call.moment()
                + call.node().map(node -> " " + node).orElse("")
                + call.group().map(group -> " " + group).orElse("")
                + call.result().map(result -> " " + result).orElse("");
    }
}
