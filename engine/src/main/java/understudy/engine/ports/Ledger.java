package understudy.engine.ports;

import java.util.List;
import understudy.core.model.LedgerEntry;

/** What a run has changed and must give back. An entry is durable in the journal when {@link #open} returns. */
public interface Ledger {
    /** Records an entry before its change is made; the driver then writes its mark, then makes the change. */
    void open(LedgerEntry entry);

    /** Records that an entry has been given back and its mark removed. */
    void returned(LedgerEntry entry);

    /** The entries that are open now. */
    List<LedgerEntry> open();
}
