package understudy.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import understudy.core.run.Event;
import understudy.engine.ports.RunInbox;

/** An inbox that delivers what a test puts in, again and again until it is acknowledged. */
final class TestingInbox implements RunInbox {
    private final List<Event.Request> waiting = new ArrayList<>();
    private Supplier<List<Event.Request>> script = List::of;

    void put(Event.Request request) {
        waiting.add(request);
    }

    /** Asked at every look into the inbox. */
    void script(Supplier<List<Event.Request>> next) {
        script = next;
    }

    @Override
    public List<Event.Request> next() {
        waiting.addAll(script.get());
        return List.copyOf(waiting);
    }

    @Override
    public void acknowledge(Event.Request request) {
        waiting.removeIf(other -> other.request().equals(request.request()));
    }
}
