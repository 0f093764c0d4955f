package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import understudy.lab.Lab;
import understudy.lab.LabStatus;

/** The claims that hold of every cluster after a finished run, however it came to be. */
final class Patched {
    private static final Duration TO_SETTLE = Duration.ofSeconds(60);

    private final Lab lab;
    private final Nodes nodes;

    Patched(Trial trial) {
        this(trial.lab, trial.nodes);
    }

    Patched(Lab lab, Nodes nodes) {
        this.lab = lab;
        this.nodes = nodes;
    }

    /** All nodes patched once, and nothing of ours left. */
    void holds() {
        holdsAfterRepairs();
        for (String node : nodes.names()) {
            List<String> upgrades = nodes.upgrades(node);
            assertThat(upgrades).as("upgrades on " + node).hasSizeGreaterThan(25);
            assertThat(new HashSet<>(upgrades))
                    .as("distinct upgrades on " + node)
                    .hasSameSizeAs(upgrades);
        }
    }

    /** The same where a package may have needed a second time, because its installation was broken off. */
    void holdsAfterRepairs() {
        isInOrder();
        assertThat(nodes.each(nodes::offered).values())
                .as("packages not yet installed")
                .containsOnly("");
    }

    /** All nodes online with consistent packages, patched or not, every group served, and nothing of ours left. */
    void isInOrder() {
        assertThat(lab.settles(TO_SETTLE)).as("all online, all groups answer").isTrue();
        assertThat(nodes.memberships().values()).as("memberships").containsOnly("online");
        assertThat(nodes.each(nodes::inconsistencies).values())
                .as("broken packages")
                .containsOnly("");
        leavesNothing();
    }

    /** Nothing of ours in the cluster's configuration or on the nodes. */
    void leavesNothing() {
        assertThat(nodes.tracesInCluster()).as("traces in the cluster").isEmpty();
        assertThat(nodes.each(nodes::marks).values()).as("marks on nodes").containsOnly("");
    }

    /** Each node was restarted once since then. */
    void restartedOnceSince(Map<String, String> before) {
        before.forEach((node, boots) ->
                assertThat(nodes.boots(node)).as("boots of " + node).isEqualTo(Integer.parseInt(boots) + 1));
    }

    /** The groups are served by nodes other than those that served them at the start of a lab. */
    void moved(String group, String from) {
        LabStatus.GroupStatus status = lab.status().group(group);
        assertThat(status.answers()).isTrue();
        assertThat(status.owner()).isPresent().get().isNotEqualTo(from);
    }
}
