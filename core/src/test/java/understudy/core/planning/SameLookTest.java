package understudy.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Fact;

/** Two looks at one cluster: what makes them differ. */
class SameLookTest {
    private static TestingCluster cluster() {
        return TestingCluster.of("n1", "n2").group("mail", 1, "n1");
    }

    private static ClusterSnapshot later(ClusterSnapshot of, Fact... facts) {
        return new ClusterSnapshot(
                of.cluster(),
                of.platform(),
                of.kind(),
                Instant.parse("2026-03-07T23:00:00Z"),
                of.quorum(),
                of.fencing(),
                of.maintenance(),
                of.changing(),
                of.nodes(),
                of.groups(),
                of.marks(),
                List.of(facts));
    }

    @Test
    void aLaterLookThatDiffersOnlyInTheDriversOwnFactsShowsTheSame() {
        ClusterSnapshot first = cluster().input().snapshot();

        assertThat(later(first, new Fact("epoch", "42")).showsTheSameAs(first)).isTrue();
    }

    @Test
    void aLaterLookWithAGroupElsewhereDoesNot() {
        ClusterSnapshot first = cluster().input().snapshot();
        ClusterSnapshot moved =
                cluster().with("mail", group -> group.serving("n2")).input().snapshot();

        assertThat(later(moved).showsTheSameAs(first)).isFalse();
    }
}
