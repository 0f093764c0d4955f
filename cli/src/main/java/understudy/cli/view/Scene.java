package understudy.cli.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.GroupId;
import understudy.core.model.StepId;
import understudy.core.run.State;

/**
 * What the live view shows at one moment.
 *
 * @param cluster as it was last looked at; empty before the first look, and for those who watch from another process
 * @param said the last sentence of each step that is under way
 */
record Scene(
        State state, Optional<ClusterSnapshot> cluster, Map<StepId, String> said, List<Outage> outages, Instant now) {
    /**
     * The outage that one group has had so far.
     *
     * @param lasts its clients are not served at this moment
     */
    record Outage(GroupId group, Duration spent, boolean lasts) {}
}
