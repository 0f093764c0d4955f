package understudy.lab;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the lab's own nodes say of their cluster. */
record Observation(LabSpec spec, PowerControl power) {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** The view of a node that has quorum, or of any that answers. */
    Optional<ClusterView> view() {
        Optional<ClusterView> without = Optional.empty();
        for (var node : spec.nodes()) {
            var seen = view(node);
            if (seen.isPresent() && seen.get().quorum()) {
                return seen;
            }
            without = without.or(() -> seen);
        }
        return without;
    }

    /** Whether all nodes are online, all groups are whole, and all of them answer their clients. */
    boolean isSettled() {
        return view().filter(ClusterView::allOnline)
                        .filter(seen -> seen.owners().size() == spec.groups().size())
                        .isPresent()
                && spec.groups().stream().allMatch(Client::answers);
    }

    private Optional<ClusterView> view(LabNode node) {
        var shell = new NodeShell(power, node);
        if (!shell.isThere()) {
            return Optional.empty();
        }
        try {
            var answer = shell.run(LIMIT, "", List.of("crm_mon", "-1", "--output-as=xml"));
            return answer.succeeded() ? Optional.of(ClusterView.parse(answer.out())) : Optional.empty();
        } catch (LabException gone) {
            // The node may lose its power while it is being asked: then it has no view, as before it was switched on.
            return Optional.empty();
        }
    }
}
