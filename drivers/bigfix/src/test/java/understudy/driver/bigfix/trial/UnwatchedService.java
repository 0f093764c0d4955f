package understudy.driver.bigfix.trial;

import java.util.List;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.engine.ports.OutageWatch;

/** No probe asks the service: the trials look at the world itself. */
final class UnwatchedService implements OutageWatch {
    @Override
    public void start() {
        // Nothing is measured.
    }

    @Override
    public List<Outage> outages() {
        return List.of();
    }

    @Override
    public Optional<Boolean> answers(GroupId group) {
        return Optional.empty();
    }

    @Override
    public void close() {
        // Nothing was begun.
    }
}
