package understudy.cli.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.ActionId;
import understudy.core.model.StepId;
import understudy.core.planning.Step;
import understudy.core.run.Event;

/** Gathers the attempts at steps, in the order in which they began. */
final class Attempts {
    private final Map<StepId, Step> planned = new HashMap<>();
    private final Map<ActionId, Attempt> attempts = new LinkedHashMap<>();

    void take(Event event) {
        switch (event) {
            case Event.PlanAdopted adopted -> adopted.plan().steps().forEach(step -> planned.put(step.id(), step));
            case Event.StepBegan began -> attempts.putIfAbsent(began.action(), begun(began.action(), began));
            case Event.StepEnded ended ->
                attempts.compute(
                        ended.action(),
                        (action, open) -> (open == null ? begun(action, ended) : open)
                                .ended(new Attempt.End(ended.at(), ended.result(), ended.note())));
            case Event other -> {}
        }
    }

    List<Attempt> all() {
        return new ArrayList<>(attempts.values());
    }

    Optional<Attempt> at(ActionId action) {
        return Optional.ofNullable(attempts.get(action));
    }

    private Attempt begun(ActionId action, Event event) {
        return new Attempt(action, Optional.ofNullable(planned.get(action.step())), event.at(), Optional.empty());
    }
}
