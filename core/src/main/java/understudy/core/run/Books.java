package understudy.core.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;

/**
 * What a run owes, holds and has cost.
 *
 * @param ledger open entries, oldest first
 * @param outages measured so far
 */
public record Books(List<LedgerEntry> ledger, Optional<Lock> lock, List<MeasuredOutage> outages) {
    /** The cluster's lock as last taken. */
    public record Lock(long token, Instant until) {}

    /** One outage as the probes saw it. */
    public record MeasuredOutage(GroupId group, Instant from, Instant until) {
        public Duration length() {
            return Duration.between(from, until);
        }
    }

    public Books {
        ledger = List.copyOf(ledger);
        outages = List.copyOf(outages);
    }

    static Books empty() {
        return new Books(List.of(), Optional.empty(), List.of());
    }

    /** The sum of measured outages, for each group that had one. */
    public Map<GroupId, Duration> outageSpent() {
        Map<GroupId, Duration> spent = new LinkedHashMap<>();
        outages.forEach(outage -> spent.merge(outage.group(), outage.length(), Duration::plus));
        return spent;
    }

    Books opened(LedgerEntry entry) {
        if (ledger.contains(entry)) {
            return this;
        }
        List<LedgerEntry> more = new ArrayList<>(without(entry));
        more.add(entry);
        return new Books(more, lock, outages);
    }

    Books returned(LedgerEntry entry) {
        return new Books(without(entry), lock, outages);
    }

    Books holding(Lock held) {
        return new Books(ledger, Optional.of(held), outages);
    }

    Books unlocked(long token) {
        return new Books(ledger, lock.filter(held -> held.token() != token), outages);
    }

    Books measured(MeasuredOutage outage) {
        List<MeasuredOutage> more = new ArrayList<>(outages);
        more.removeIf(old -> old.group().equals(outage.group()) && old.from().equals(outage.from()));
        more.add(outage);
        return new Books(ledger, lock, more);
    }

    private List<LedgerEntry> without(LedgerEntry entry) {
        return ledger.stream().filter(open -> !open.id().equals(entry.id())).toList();
    }
}
