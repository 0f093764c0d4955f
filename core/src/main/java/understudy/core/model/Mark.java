package understudy.core.model;

import java.util.Optional;

/** A trace of a ledger entry as a look found it on a node or in the cluster; what carries no mark of ours is not ours. */
public record Mark(String entry, RunId run, LedgerEntry.Kind kind, Optional<NodeId> node, Optional<GroupId> group) {}
