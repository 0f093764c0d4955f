package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.model.NodeId;
import understudy.core.run.Event;
import understudy.core.run.RunResult;

class WholeRunTest {
    @Test
    void walksThePlanToTheEnd() throws Exception {
        TestingRun run = new TestingRun(3);

        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(ending.sentence()).isEqualTo("Every node is patched and verified.");
        assertThat(run.cluster.machines.values()).allMatch(machine -> machine.patched && !machine.drained);
        assertThat(run.cluster.owner).isEqualTo(Optional.of(new NodeId("n2")));
        assertThat(run.cluster.marks).isEmpty();
        assertThat(run.driver.testingLock().held).isEmpty();
        assertThat(run.driver.done.stream().map(action -> action.step().value()))
                .containsExactly(
                        "drain/n2",
                        "install/n2",
                        "restart/n2",
                        "release/n2",
                        "drain/n3",
                        "install/n3",
                        "restart/n3",
                        "release/n3",
                        "hand-over/mail/n2",
                        "drain/n1",
                        "install/n1",
                        "restart/n1",
                        "release/n1");
    }

    @Test
    void adoptsOnePlanAndConfirmsTheRestAfterEachStage() throws Exception {
        TestingRun run = new TestingRun(3);

        run.open();

        assertThat(run.journal.all(Event.PlanAdopted.class)).hasSize(1);
        assertThat(run.journal.all(Event.PlanConfirmed.class)).hasSize(1);
        assertThat(run.journal.all(Event.StageEnded.class)).hasSize(2);
        assertThat(run.journal.events.getLast()).isInstanceOf(Event.RunEnded.class);
    }

    @Test
    void oneLookProvesAStepAndLetsTheNextOneThrough() throws Exception {
        TestingRun run = new TestingRun(2);

        run.open();

        long looks = run.driver.calls.stream().filter("observe"::equals).count();
        long performed = run.driver.calls.stream()
                .filter(call -> call.startsWith("perform"))
                .count();
        assertThat(looks).isEqualTo(performed + 1);
    }

    @Test
    void aFinishedRunCannotBeResumed() throws Exception {
        TestingRun run = new TestingRun(2);
        run.open();

        List<Event> before = List.copyOf(run.journal.events);

        org.assertj.core.api.Assertions.assertThatThrownBy(run::resume)
                .isInstanceOf(RunRefused.class)
                .hasMessage(
                        "Run night has ended: Every node is patched and verified. Open a new run; it does only what is left.");
        assertThat(run.journal.events).isEqualTo(before);
    }
}
