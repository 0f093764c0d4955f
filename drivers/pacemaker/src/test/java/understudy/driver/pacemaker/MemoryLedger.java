package understudy.driver.pacemaker;

import java.util.ArrayList;
import java.util.List;
import understudy.core.model.LedgerEntry;
import understudy.engine.ports.Ledger;

/** A ledger for tests, which remembers nothing beyond its own life. */
public final class MemoryLedger implements Ledger {
    private final List<LedgerEntry> open = new ArrayList<>();

    @Override
    public void open(LedgerEntry entry) {
        open.add(entry);
    }

    @Override
    public void returned(LedgerEntry entry) {
        open.removeIf(one -> one.id().equals(entry.id()));
    }

    @Override
    public List<LedgerEntry> open() {
        return List.copyOf(open);
    }
}
