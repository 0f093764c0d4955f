package understudy.engine.run;

import java.time.InstantSource;
import java.util.List;
import understudy.core.model.LedgerEntry;
import understudy.core.run.Event;
import understudy.engine.ports.Ledger;

/** The ledger of a run, kept in its journal. */
final class JournalLedger implements Ledger {
    private final Recorder recorder;
    private final InstantSource time;

    JournalLedger(Recorder recorder, InstantSource time) {
        this.recorder = recorder;
        this.time = time;
    }

    @Override
    public void open(LedgerEntry entry) {
        if (!open().contains(entry)) {
            recorder.record(new Event.LedgerOpened(time.instant(), entry));
        }
    }

    @Override
    public void returned(LedgerEntry entry) {
        boolean isOpen = open().stream().anyMatch(open -> open.id().equals(entry.id()));
        if (isOpen) {
            recorder.record(new Event.LedgerReturned(time.instant(), entry));
        }
    }

    @Override
    public List<LedgerEntry> open() {
        return recorder.state().books().ledger();
    }
}
