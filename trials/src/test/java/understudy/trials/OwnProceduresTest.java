package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import understudy.lab.LabShape;
import understudy.lab.Service;

/** Procedures that a site wrote itself, with the verbs that the shipped one does not need: a version fence, a command, a stop and a start. */
@Tag("long")
class OwnProceduresTest extends Trial {
    OwnProceduresTest() {
        super("town", 25, new LabShape(2, Service.NGINX, 1, true));
    }

    @Test
    void aVersionFenceTakesAndGivesBackTheRightToHostAndTheSitesCommandIsProven() {
        var boots = nodes.boots();

        var ended = run("fenced", "--procedure", procedure("fenced"));

        assertThat(ended.code()).as(ended.text()).isZero();
        Report report = report("fenced");
        assertThat(report.outages()).containsExactly("web");
        assertThat(report.steps())
                .containsSubsequence("move:web>n2", "withdraw-hosting:web>n1", "grant-hosting:web>n1", "tell:town");
        assertThat(report.kept()).isEmpty();
        var patched = new Patched(this);
        patched.holds();
        patched.restartedOnceSince(boots);
        patched.moved("web", "n1");
        assertThat(nodes
                        .each(node -> nodes.shell(node, "journalctl --quiet --identifier site --output cat | wc -l"))
                        .values()
                        .stream()
                        .mapToInt(Integer::parseInt)
                        .sum())
                .as("how often the site's command ran, on all nodes together")
                .isEqualTo(1);
    }

    @Test
    void theServiceIsStoppedAllNodesArePatchedAndItIsStartedAgain() {
        var ended = run("together", "--procedure", procedure("together"));

        assertThat(ended.code()).as(ended.text()).isZero();
        Report report = report("together");
        assertThat(report.outages()).containsExactly("web");
        assertThat(report.handovers()).isEmpty();
        assertThat(report.steps()).containsSubsequence("stop:web", "install:n1", "start:web");
        assertThat(report.kept()).isEmpty();
        new Patched(this).holds();
        assertThat(nodes.starts("web")).isEqualTo(2);
    }

    private static String procedure(String name) {
        try {
            return Path.of(Objects.requireNonNull(OwnProceduresTest.class.getResource(name + ".yaml"))
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
