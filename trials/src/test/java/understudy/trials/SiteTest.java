package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.lab.Lab;
import understudy.lab.LabListener;
import understudy.lab.LabNetwork;
import understudy.lab.LabShape;
import understudy.lab.LabSpec;
import understudy.lab.Service;

/** Two real clusters side by side as one site of two waves, with a SIGKILL while the second one is patched. */
@Tag("long")
class SiteTest extends Trial {
    private static final LabShape SHAPE = new LabShape(2, Service.NGINX, 1, true);

    private final Lab other =
            Lab.of(LabSpec.named("tsiteb").withShape(SHAPE).withNetwork(new LabNetwork("ustsiteb", "10.75.24")));

    @TempDir
    private Path folder;

    SiteTest() {
        super("tsitea", 23, SHAPE);
    }

    @BeforeAll
    void otherUp() {
        other.wipe(LabListener.silent());
        other.up(System.out::println);
    }

    @AfterAll
    void otherWiped() {
        other.wipe(LabListener.silent());
    }

    @Test
    void isPatchedInTwoWavesWithOneOutageEach() throws IOException {
        Path inventory = Files.writeString(
                folder.resolve("inventory.yaml"), "format: 1\nclusters:\n" + entry(lab) + entry(other) + """
                        sites:
                          both:
                            waves:
                              - {name: canary, members: [tsitea]}
                              - {name: rest, members: [tsiteb]}
                        """);
        var state = program().state();
        var running = program()
                .start("site", "run", inventory.toString(), "both", "--yes", "--run", "site-1", "--state", state);
        running.awaitOutput("the second wave", text -> text.contains("tsiteb begins as run site-1-tsiteb-"));
        running.goesOnFor(Duration.ofSeconds(20));
        running.kill();

        var ended = program().call("site", "resume", "site-1", "--yes", "--state", state);

        assertThat(ended.code()).as(ended.text()).isZero();
        assertThat(ended.out())
                .contains("FINISHED. Every member is patched.", "In all: 2 outages")
                .containsPattern("tsitea  done        1 outage, ")
                .containsPattern("tsiteb  done        1 outage, ");
        holds(lab, nodes);
        holds(other, new Nodes(other));
    }

    private static void holds(Lab lab, Nodes nodes) {
        new Patched(lab, nodes).holds();
        assertThat(nodes.starts("web")).isEqualTo(2);
    }

    /** The lab's own entry, with the places of its files as seen from anywhere. */
    private static String entry(Lab lab) throws IOException {
        String text = Files.readString(lab.inventory());
        String home = lab.inventory().getParent() + "/";
        return text.substring(text.indexOf("clusters:\n") + "clusters:\n".length())
                .replace("identity: key", "identity: " + home + "key")
                .replace("knownHosts: known_hosts", "knownHosts: " + home + "known_hosts");
    }
}
