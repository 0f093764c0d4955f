package understudy.driver.simulated;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.engine.ports.OutageWatch.Outage;

/** When each group was served and when not, exactly. */
final class ServiceLog {
    private final Map<GroupId, Instant> unserved = new LinkedHashMap<>();
    private final Map<GroupId, Boolean> known = new LinkedHashMap<>();
    private final List<Outage> ended = new ArrayList<>();

    /** Takes note of a group; one that has never been served has no outage to lose. */
    void note(SimulatedGroup group, Instant now) {
        boolean served = group.isServed();
        Boolean before = known.get(group.id);
        if (before == null) {
            if (served) {
                known.put(group.id, true);
            }
            return;
        }
        if (before == served) {
            return;
        }
        known.put(group.id, served);
        if (!served) {
            unserved.put(group.id, now);
            return;
        }
        Instant from = unserved.remove(group.id);
        if (from != null && from.isBefore(now)) {
            ended.add(new Outage(group.id, from, Optional.of(now), "", List.of()));
        }
    }

    /** Every outage, ended ones first in the order of their ends. */
    List<Outage> outages() {
        List<Outage> all = new ArrayList<>(ended);
        unserved.forEach((group, from) -> all.add(new Outage(group, from, Optional.empty(), "", List.of())));
        return all;
    }
}
