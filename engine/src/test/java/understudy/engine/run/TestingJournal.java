package understudy.engine.run;

import java.util.ArrayList;
import java.util.List;
import understudy.core.run.Event;
import understudy.engine.ports.RunJournal;

/** A journal in memory that can die at any append, before or after the events are durable. */
final class TestingJournal implements RunJournal {
    final List<Event> events = new ArrayList<>();
    private int appends;
    private int killBefore = -1;
    private int killAfter = -1;

    void killBefore(int append) {
        appends = 0;
        killBefore = append;
        killAfter = -1;
    }

    void killAfter(int append) {
        appends = 0;
        killAfter = append;
        killBefore = -1;
    }

    void live() {
        killBefore = -1;
        killAfter = -1;
    }

    int appends() {
        return appends;
    }

    @Override
    public void append(List<Event> news) {
        appends++;
        if (appends == killBefore) {
            throw new Killed("before append " + appends);
        }
        events.addAll(news);
        if (appends == killAfter) {
            throw new Killed("after append " + appends);
        }
    }

    @Override
    public List<Event> replay() {
        return List.copyOf(events);
    }

    <E extends Event> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
