package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import understudy.lab.LabShape;
import understudy.lab.Variant;

/** The cluster's own software is among the packages: each node leaves before it is replaced, and joins again with the new one. */
class StackTest extends Trial {
    private static final List<String> STACK = List.of(
            "corosync",
            "pacemaker",
            "pacemaker-cli-utils",
            "pacemaker-common",
            "pacemaker-resource-agents",
            "libqb100");

    StackTest() {
        super("tstack", 16, LabShape.standard());
    }

    @Test
    @Tag("long")
    void theStackOfThreeNodesIsPatchedWithOneOutage() {
        STACK.forEach(name -> lab.publish(name, Variant.HIGHER));
        Map<String, String> boots = nodes.boots();
        Map<String, String> started = nodes.each(this::starts);

        var ended = run("stack");

        assertThat(ended.code()).as(ended.text()).isZero();
        Report report = report("stack");
        assertThat(report.result()).isEqualTo("FINISHED");
        assertThat(report.outages()).containsExactly("mail");
        assertThat(report.handovers()).hasSize(1);
        assertThat(report.kept()).isEmpty();
        Patched patched = new Patched(this);
        patched.holds();
        patched.restartedOnceSince(boots);
        for (String node : nodes.names()) {
            assertThat(report.steps()).containsSubsequence("leave:" + node, "install:" + node, "rejoin:" + node);
            assertThat(nodes.shell(node, "dpkg-query -W -f '${Version}\\n' " + String.join(" ", STACK))
                            .lines())
                    .as("the stack of " + node)
                    .hasSize(STACK.size())
                    .allMatch(version -> version.endsWith("+lab1"));
            assertThat(nodes.shell(node, "systemctl is-enabled corosync pacemaker")
                            .lines())
                    .containsOnly("enabled");
        }
        started.forEach((node, before) -> assertThat(Integer.parseInt(starts(node)))
                .as("corosync's starts on " + node + ": only that by which it joined again")
                .isEqualTo(Integer.parseInt(before) + 1));
    }

    /** How often the cluster was started on the node; a package's own script may not, while the node is held out. */
    private String starts(String node) {
        return nodes.shell(
                        node,
                        "journalctl --quiet --no-pager --unit corosync.service --grep '^Started corosync' --output cat | wc -l")
                .strip();
    }
}
