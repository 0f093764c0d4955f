package understudy.driver.bigfix.trial;

import java.util.List;
import understudy.core.run.Event;
import understudy.engine.ports.RunInbox;

/** Nobody asks anything of the run. */
final class NoRequests implements RunInbox {
    @Override
    public List<Event.Request> next() {
        return List.of();
    }

    @Override
    public void acknowledge(Event.Request request) {
        throw new AssertionError("nothing was asked");
    }
}
