package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import understudy.lab.LabShape;
import understudy.lab.Service;

/** Two nodes with corosync's rule {@code two_node}, which serve a web page. */
class TwoNodesTest extends Trial {
    TwoNodesTest() {
        super("ttwo", 4, new LabShape(2, Service.NGINX, 1, true));
    }

    @Test
    void patchesBothNodesWithOneOutage() {
        var boots = nodes.boots();

        var ended = run("two");

        assertThat(ended.code()).as(ended.text()).isZero();
        Report report = report("two");
        assertThat(report.outages()).containsExactly("web");
        assertThat(report.handovers()).hasSize(1);
        Patched patched = new Patched(this);
        patched.holds();
        patched.restartedOnceSince(boots);
        patched.moved("web", "n1");
        assertThat(nodes.starts("web")).isEqualTo(2);
    }
}
