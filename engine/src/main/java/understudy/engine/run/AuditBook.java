package understudy.engine.run;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import understudy.core.run.Event;
import understudy.engine.ports.CommandAudit;

/** Carries the head of the commands' audit into the journal, so that nobody can cut off the audit's end unseen. */
final class AuditBook {
    private final CommandAudit audit;
    private final Recorder recorder;
    private final InstantSource time;

    AuditBook(CommandAudit audit, Recorder recorder, InstantSource time) {
        this.audit = audit;
        this.recorder = recorder;
        this.time = time;
    }

    /** Records these events, and before them where the audit stands now. */
    void recordSealed(Event... events) {
        List<Event> all = new ArrayList<>();
        audit.seal().ifPresent(seal -> all.add(new Event.AuditSealed(time.instant(), seal.lines(), seal.head())));
        all.addAll(List.of(events));
        if (!all.isEmpty()) {
            recorder.record(all.toArray(Event[]::new));
        }
    }
}
