package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import understudy.lab.LabShape;
import understudy.lab.Variant;

/** A bad patch is found on the way and taken back from the nodes that have it; those that do not are not touched. */
class WayBackTest extends Trial {
    private static final String PACKAGE = "rsyslog";
    private static final int NOT_FINISHED = 1;

    WayBackTest() {
        super("tback", 15, LabShape.standard());
    }

    @Test
    void aBadPackageOnTheFirstNodeIsTakenBackAndNobodyHasNoticed() {
        Map<String, String> before = nodes.each(this::packages);
        lab.publish(PACKAGE, Variant.BAD);

        var ended = run("back");

        Report report = takenBack(ended, before);
        assertThat(report.outages()).isEmpty();
        assertThat(nodes.starts("mail")).as("nothing was moved").isEqualTo(1);
        assertThat(report.steps()).contains("downgrade:n2").noneMatch(step -> step.startsWith("install:n3"));
    }

    @Test
    @Tag("long")
    void aServiceThatDoesNotStartWithThePatchCostsOneOutageAndAllThatIsPatchedIsTakenBack() {
        Map<String, String> before = nodes.each(this::packages);
        Map<String, String> boots = nodes.boots();
        lab.publish(PACKAGE, Variant.BREAKS_START);

        var ended = run("back");

        Report report = takenBack(ended, before);
        assertThat(report.outages()).as("one outage").containsExactly("mail");
        assertThat(report.handovers()).hasSize(1);
        assertThat(lab.status().group("mail").owner()).contains("n1");
        assertThat(nodes.shell("n1", "grep ' upgrade ' /var/log/dpkg.log 2>/dev/null || true"))
                .as("the owner is untouched")
                .isEmpty();
        assertThat(nodes.boots().get("n1")).isEqualTo(boots.get("n1"));
        assertThat(report.steps()).contains("downgrade:n2", "downgrade:n3");
    }

    /** Every node has what it had, is back at work, and nothing of ours is left. */
    private Report takenBack(Program.Ended ended, Map<String, String> before) {
        Report report = report("back");
        assertThat(ended.code()).as(ended.text()).isEqualTo(NOT_FINISHED);
        assertThat(report.result()).isEqualTo("TAKEN_BACK");
        assertThat(report.sentence()).contains("taken back").endsWith(".");
        assertThat(report.kept()).isEmpty();
        assertThat(nodes.each(this::packages)).isEqualTo(before);
        assertThat(nodes.each(nodes::inconsistencies).values()).containsOnly("");
        assertThat(nodes.memberships().values()).containsOnly("online");
        assertThat(lab.status().group("mail").answers()).isTrue();
        assertThat(nodes.each(node -> nodes.shell(node, "ls -A /var/lib/understudy/packages 2>/dev/null || true"))
                        .values())
                .as("nothing is kept")
                .containsOnly("");
        new Patched(this).leavesNothing();
        return report;
    }

    /** Every package with its version, and whether somebody asked for it by name. */
    private String packages(String node) {
        return nodes.shell(node, "dpkg-query -W; apt-mark showauto | sort");
    }
}
