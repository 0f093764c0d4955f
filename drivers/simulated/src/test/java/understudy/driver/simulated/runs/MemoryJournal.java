package understudy.driver.simulated.runs;

import java.util.ArrayList;
import java.util.List;
import understudy.core.run.Event;
import understudy.engine.ports.RunJournal;
import understudy.engine.run.EventCodec;

/** A journal of lines in memory that can die at an append, before the events are durable. */
final class MemoryJournal implements RunJournal {
    private static final int LONGEST = 20_000;

    final List<String> lines = new ArrayList<>();
    private int appends;
    private int killAt = -1;

    /** Stands for the end of our process. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    void killAt(int append) {
        appends = 0;
        killAt = append;
    }

    int appends() {
        return appends;
    }

    @Override
    public synchronized void append(List<Event> events) {
        appends++;
        if (killAt > 0 && appends >= killAt) {
            throw new Killed();
        }
        if (lines.size() > LONGEST) {
            throw new AssertionError(
                    "The run goes round in circles:\n" + String.join("\n", lines.subList(LONGEST - 30, LONGEST)));
        }
        events.forEach(event -> lines.add(EventCodec.write(event)));
    }

    @Override
    public synchronized List<Event> replay() {
        return lines.stream().map(EventCodec::read).toList();
    }

    <E extends Event> List<E> all(Class<E> type) {
        return replay().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
