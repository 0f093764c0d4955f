package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import understudy.lab.LabShape;

/** The main job: three nodes that serve mail, all that their repository offers, with restarts. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThreeNodesTest extends Trial {
    ThreeNodesTest() {
        super("tthree", 1, LabShape.standard());
    }

    @Test
    @Order(1)
    void checkPlanAndRehearseChangeNothing() {
        var files = nodes.each(nodes::files);
        var configuration = nodes.configurationVersion();

        var check = ask("check");
        var plan = ask("plan");
        var rehearsal = ask("rehearse");

        assertThat(check.code()).as(check.text()).isZero();
        assertThat(plan.code()).as(plan.text()).isZero();
        assertThat(rehearsal.code()).as(rehearsal.text()).isZero();
        assertThat(plan.out()).contains("dovecot-core", "mail leaves n1 because n1 is to be patched");
        assertThat(nodes.each(nodes::files)).isEqualTo(files);
        assertThat(nodes.configurationVersion()).isEqualTo(configuration);
        leftAsNew();
    }

    @Test
    @Order(2)
    void patchesEveryNodeWithOneOutage() {
        var boots = nodes.boots();
        var timers = nodes.each(this::timers);

        var ended = run("night");

        assertThat(ended.code()).as(ended.text()).isZero();
        assertThat(ended.out())
                .as("what is ours or has come to pass is not doubted")
                .doesNotContain("locked by run night", "The command said that it failed");
        Report report = report("night");
        assertThat(report.result()).isEqualTo("FINISHED");
        assertThat(report.outages()).containsExactly("mail");
        assertThat(report.anatomies()).singleElement().satisfies(outage -> {
            assertThat(outage.tasks()).contains("mail-imap stop n1", "mail-imap start n2");
            assertThat(outage.cuts()).isNotEmpty();
        });
        assertThat(report.handovers()).hasSize(1);
        assertThat(report.kept()).isEmpty();
        Patched patched = new Patched(this);
        patched.holds();
        patched.restartedOnceSince(boots);
        patched.moved("mail", "n1");
        assertThat(nodes.starts("mail")).isEqualTo(2);
        assertThat(report.steps()).contains("rivals:n1", "rivals:n2", "rivals:n3");
        assertThat(timers.values()).as("apt's own timers run here").allMatch(state -> state.contains("enabled"));
        assertThat(nodes.each(this::timers))
                .as("what was held off is as before")
                .isEqualTo(timers);
        everyCommandIsInTheAudit("night");
    }

    private String timers(String node) {
        return nodes.shell(
                node,
                "for timer in apt-daily.timer apt-daily-upgrade.timer; do systemctl is-enabled $timer; systemctl is-active"
                        + " $timer; done || true");
    }

    private void everyCommandIsInTheAudit(String run) {
        var verified =
                program().call("audit", "verify", run, "--state", program().state());
        assertThat(verified.code()).as(verified.text()).isZero();
        assertThat(verified.out()).contains("is what was written", "the run's journal agrees at");
        var sent = program().call("audit", "show", run, "--state", program().state());
        for (String node : nodes.names()) {
            assertThat(sent.out())
                    .as("apt-get's job on " + node)
                    .containsPattern("  " + node + "  \\w+  install:" + node
                            + "  exit 0 .* job-packages\\+job-install .*dovecot-core=");
        }
    }
}
