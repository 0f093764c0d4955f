package understudy.driver.pacemaker.survey;

import java.util.List;
import java.util.Optional;
import understudy.core.model.NodeId;

/**
 * A cluster as one of its nodes shows it to somebody who has never seen it.
 *
 * @param name what the cluster calls itself, if that can stand as a name
 * @param asked the node that was asked, by its own name
 * @param remote names of remote and guest nodes, which are not patched by this version
 */
public record ClusterSurvey(
        Optional<String> name, NodeId asked, List<Place> nodes, List<String> remote, List<GroupGuess> groups) {
    /** A node and the addresses by which the cluster's own messages reach it, the first link first. */
    public record Place(NodeId node, List<String> addresses) {
        public Place {
            addresses = List.copyOf(addresses);
        }
    }

    public ClusterSurvey {
        nodes = List.copyOf(nodes);
        remote = List.copyOf(remote);
        groups = List.copyOf(groups);
    }
}
