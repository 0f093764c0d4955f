package understudy.engine.ports;

import java.util.List;
import understudy.core.run.Event;

/** What people ask of a run while it is on, from this process or another: pause, answers, skip, abort. */
public interface RunInbox {
    /** Requests that are not yet acknowledged, oldest first; does not wait. A request may be delivered more than once. */
    List<Event.Request> next();

    /** The request is durable in the run's journal and need not be delivered again. */
    void acknowledge(Event.Request request);
}
