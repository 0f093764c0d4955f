package understudy.driver.bigfix.act;

import java.util.Optional;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;

/** The ledger entries that this driver makes. */
final class Entries {
    private Entries() {}

    static LedgerEntry drain(RunId run, NodeId node) {
        return new LedgerEntry(
                "drain." + node.value().replaceAll("[^A-Za-z0-9._-]", "_"),
                run,
                LedgerEntry.Kind.DRAIN,
                Optional.of(node),
                Optional.empty(),
                "not paused",
                "take the resume Fixlet (113 on Windows Server 2003, 115 on 2008) on " + node);
    }
}
