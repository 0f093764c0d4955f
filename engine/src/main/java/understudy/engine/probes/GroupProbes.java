package understudy.engine.probes;

import java.util.List;
import understudy.core.model.GroupId;

/** The probes of one group; it is served while all of them answer. */
public record GroupProbes(GroupId group, List<Probe> probes) {
    public GroupProbes {
        probes = List.copyOf(probes);
    }
}
