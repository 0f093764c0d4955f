package understudy.engine.ports;

import java.util.List;
import understudy.core.run.Event;

/** The list of everything that happened in one run, in order; what has been appended survives us and the machine's power. */
public interface RunJournal {
    /** Appends all of them or none; they are durable when it returns. */
    void append(List<Event> events);

    /** Everything that was ever appended, oldest first. */
    List<Event> replay();
}
