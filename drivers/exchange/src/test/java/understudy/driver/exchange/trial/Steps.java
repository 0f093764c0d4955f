package understudy.driver.exchange.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.State;
import understudy.engine.ports.RunListener;

/** Tells of every step as it begins (true) and once it has ended (false). */
final class Steps implements RunListener {
    private final List<BiConsumer<String, Boolean>> told = new ArrayList<>();

    void tell(BiConsumer<String, Boolean> who) {
        told.add(who);
    }

    @Override
    public void recorded(Event event, State state) {
        switch (event) {
            case Event.StepBegan began -> tell(began.action().step(), true);
            case Event.StepEnded ended -> tell(ended.action().step(), false);
            default -> {
                // No step begins or ends.
            }
        }
    }

    private void tell(StepId step, boolean began) {
        told.forEach(who -> who.accept(step.value(), began));
    }

    @Override
    public void progress(StepId step, String sentence) {
        // Nobody reads it.
    }

    @Override
    public void looked(ClusterSnapshot snapshot) {
        // Nobody reads it.
    }
}
