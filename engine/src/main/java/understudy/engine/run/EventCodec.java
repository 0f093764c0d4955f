package understudy.engine.run;

import understudy.core.run.Event;
import understudy.documents.json.BrokenJson;
import understudy.documents.json.RecordCodec;

/**
 * One event as one line of a run's journal, and back. What an old release has written stays readable: a component that is added to
 * a record gets its default here, and the golden journals of every format are read by a test.
 */
public final class EventCodec {
    private static final RecordCodec CODEC = new RecordCodec();

    private EventCodec() {}

    public static String write(Event event) {
        return CODEC.write(Event.class, event);
    }

    /**
     * @throws BrokenJson with the place and the reason, if the line is not an event that this release knows
     */
    public static Event read(String line) {
        return CODEC.read(Event.class, line);
    }
}
