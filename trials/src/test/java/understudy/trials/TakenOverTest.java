package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import understudy.lab.LabShape;

/** SIGKILL while a job lives, and the state directory is lost: another one takes the cluster over, and a new run adopts what is left. */
class TakenOverTest extends Trial {
    TakenOverTest() {
        super("ttakeover", 11, LabShape.standard());
    }

    @Test
    void theJobThatLivesIsAwaitedAndANewRunFinishesWithNothingDoneTwice() {
        var boots = nodes.boots();
        var running = startRun("dead");
        running.awaitStep("install:n2");
        running.goesOnFor(Duration.ofSeconds(4));
        running.kill();

        String inventory = lab.inventory().toString();
        String cluster = lab.spec().name();
        var early = elsewhere("run", inventory, cluster, "--yes", "--run", "early");
        var taken = elsewhere("take-over", "dead", inventory, cluster, "--yes");
        var ended = elsewhere("run", inventory, cluster, "--yes", "--run", "heir", "--adopt", "dead");

        assertThat(early.text()).contains("`understudy take-over dead INVENTORY CLUSTER`");
        assertThat(taken.code()).as(taken.text()).isZero();
        assertThat(taken.out())
                .contains("dead/install:n2/1 on n2 ended with 0.")
                .contains("the cluster's lock is free")
                .contains("drain.n2");
        assertThat(ended.code()).as(ended.text()).isZero();
        assertThat(ended.out()).doesNotContain("install:n2 ...");
        Patched patched = new Patched(this);
        patched.holds();
        patched.restartedOnceSince(boots);
        patched.moved("mail", "n1");
        assertThat(nodes.starts("mail")).isEqualTo(2);
    }

    /** The program with another state directory, as on another machine. */
    private Program.Ended elsewhere(String... words) {
        String state = Path.of(program().state()).resolveSibling("elsewhere").toString();
        return program()
                .call(Stream.concat(Stream.of(words), Stream.of("--state", state))
                        .toArray(String[]::new));
    }
}
