package understudy.driver.bigfix.trial;

import java.util.ArrayList;
import java.util.List;
import understudy.core.run.Event;
import understudy.engine.ports.RunJournal;
import understudy.engine.run.EventCodec;

/** A journal of lines in memory, which outlives the process that is killed. */
final class TestingJournal implements RunJournal {
    private static final int LONGEST = 500;

    final List<String> lines = new ArrayList<>();

    @Override
    public void append(List<Event> events) {
        if (lines.size() > LONGEST) {
            throw new AssertionError("The run goes round in circles:\n" + tail(30));
        }
        events.forEach(event -> lines.add(EventCodec.write(event)));
    }

    String tail(int count) {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }

    @Override
    public List<Event> replay() {
        return lines.stream().map(EventCodec::read).toList();
    }
}
