package understudy.driver.exchange.contract;

import java.util.ArrayList;
import java.util.List;
import understudy.core.model.LedgerEntry;
import understudy.engine.ports.Ledger;

/** A ledger in memory. */
final class KeptLedger implements Ledger {
    private final List<LedgerEntry> open = new ArrayList<>();

    @Override
    public void open(LedgerEntry entry) {
        returned(entry);
        open.add(entry);
    }

    @Override
    public void returned(LedgerEntry entry) {
        open.removeIf(other -> other.id().equals(entry.id()));
    }

    @Override
    public List<LedgerEntry> open() {
        return List.copyOf(open);
    }
}
