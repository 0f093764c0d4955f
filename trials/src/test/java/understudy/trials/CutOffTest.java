package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import understudy.lab.Cable;
import understudy.lab.LabShape;

/** The way to a node is lost while it installs, in a cluster without fencing, where the node itself lives on. */
class CutOffTest extends Trial {
    private static final Duration SOON = Duration.ofSeconds(60);

    CutOffTest() {
        super("tcut", 3, LabShape.standard().withFencing(false));
    }

    @Test
    @Tag("long")
    void findsTheInstallationAgainThatWentOnWithoutIt() {
        var boots = nodes.boots();
        var running = startRun("cut");
        running.awaitStep("install:n2");
        running.goesOnFor(Duration.ofSeconds(4));

        lab.network("n2", Cable.CUT);
        await().atMost(SOON).until(() -> !nodes.shell("n1", "crm_node -p").contains("n2"));
        running.goesOnFor(Duration.ofSeconds(5));
        lab.network("n2", Cable.HEAL);
        var ended = running.end();

        assertThat(ended.code()).as(ended.text()).isZero();
        assertThat(report("cut").outages()).containsExactly("mail");
        Patched patched = new Patched(this);
        patched.holds();
        patched.restartedOnceSince(boots);
        assertThat(nodes.starts("mail")).isEqualTo(2);
    }
}
