package understudy.core.planning;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.MaintenanceWindow;
import understudy.core.model.Policy;

/** A policy of a test, changed one property at a time. */
public final class PolicyDraft {
    private final Policy of;
    private int maxUnavailable;
    private Policy.MoveBack moveBack;
    private Optional<Duration> outageBudget;
    private List<MaintenanceWindow> windows;
    private List<GroupId> accepted;
    private boolean goNoGo;

    PolicyDraft(Policy of) {
        this.of = of;
        maxUnavailable = of.maxUnavailable();
        moveBack = of.moveBack();
        outageBudget = of.outageBudget();
        windows = of.windows();
        accepted = of.acceptedOutages();
        goNoGo = of.goNoGo();
    }

    public PolicyDraft maxUnavailable(int most) {
        maxUnavailable = most;
        return this;
    }

    public PolicyDraft moveBack(Policy.MoveBack wanted) {
        moveBack = wanted;
        return this;
    }

    public PolicyDraft outageBudget(Duration budget) {
        outageBudget = Optional.of(budget);
        return this;
    }

    public PolicyDraft window(MaintenanceWindow window) {
        windows = List.of(window);
        return this;
    }

    public PolicyDraft accepting(String... groups) {
        accepted = Arrays.stream(groups).map(GroupId::new).toList();
        return this;
    }

    public PolicyDraft goNoGo() {
        goNoGo = true;
        return this;
    }

    Policy build() {
        return new Policy(
                maxUnavailable,
                moveBack,
                outageBudget,
                windows,
                accepted,
                of.bakeTime(),
                goNoGo,
                of.askOnChange(),
                of.failures(),
                of.failuresInARow(),
                of.retries(),
                of.warnAfter(),
                of.stopAfter());
    }
}
