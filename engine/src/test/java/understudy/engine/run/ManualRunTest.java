package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.core.model.StepId;
import understudy.core.run.RunMachine;
import understudy.engine.ports.ManualCommand;
import understudy.engine.ports.Outcome;

/** What a person is told of a run that was broken off, at several of its moments. */
class ManualRunTest {
    @Test
    void aRunThatWasKilledBeforeItsFirstPlanHasOnlyTheLockToFree() throws Exception {
        TestingRun run = killedBefore("observe");

        ManualRun manual = manual(run);

        assertThat(commands(manual.finish())).containsExactly("free night 1");
        assertThat(commands(manual.goBack())).containsExactly("free night 1");
    }

    @Test
    void aStepThatIsUnderWayIsLookedForFirstAndThenDone() throws Exception {
        TestingRun run = killedAfter("perform install/n2");

        ManualRun manual = manual(run);

        assertThat(manual.finish().getFirst().what()).isEqualTo("install/n2");
        assertThat(manual.finish().getFirst().underWay()).isTrue();
        assertThat(commands(manual.finish()))
                .containsExactly(
                        "look night/install/n2/1",
                        "do install/n2",
                        "do restart/n2",
                        "crm_standby -D -N n2",
                        "do hand-over/mail/n2",
                        "do drain/n1",
                        "do install/n1",
                        "do restart/n1",
                        "do release/n1",
                        "free night 1");
        assertThat(commands(manual.goBack()))
                .containsExactly("look night/install/n2/1", "crm_standby -D -N n2", "free night 1");
    }

    @Test
    void aStepByWhichAChangeIsGivenBackIsDoneInTheWayThatTakesItsMarkAwayToo() throws Exception {
        TestingRun run = killedBefore("perform release/n2");

        ManualPart release = manual(run).finish().getFirst();

        assertThat(release.what()).isEqualTo("release/n2");
        assertThat(commands(List.of(release))).contains("crm_standby -D -N n2").doesNotContain("do release/n2");
    }

    @Test
    void aFinishedRunHasNothingToDoAndNothingToGiveBack() throws Exception {
        TestingRun run = new TestingRun(2);
        run.open();

        assertThat(manual(run)).isEqualTo(new ManualRun(List.of(), List.of(), List.of()));
    }

    @Test
    void whatARunHasKeptIsToBeGivenBackAfterItsEnd() throws Exception {
        TestingRun run = new TestingRun(3);
        run.driver.faults.put(new StepId("install/n2"), _ -> {
            run.cluster.machine(new NodeId("n2")).broken = true;
            return Optional.of(new Outcome.Failed(Finding.error("X", "n2", "It broke.", "Mend it.")));
        });
        run.open();

        assertThat(commands(manual(run).goBack())).containsExactly("crm_standby -D -N n2");
    }

    @Test
    void clientsThatNoticeAStepAreNamed() throws Exception {
        TestingRun run = killedBefore("perform drain/n2");

        assertThat(manual(run).finish())
                .filteredOn(part -> part.what().startsWith("hand-over"))
                .singleElement()
                .satisfies(part -> assertThat(part.warning())
                        .hasValueSatisfying(warning -> assertThat(warning).contains("mail")));
    }

    private static ManualRun manual(TestingRun run) {
        return ManualRun.of(RunMachine.replay(run.journal.events), run.driver.handbook());
    }

    private static List<String> commands(List<ManualPart> parts) {
        return parts.stream()
                .flatMap(part -> part.commands().stream())
                .map(ManualCommand::command)
                .flatMap(Optional::stream)
                .toList();
    }

    private static TestingRun killedBefore(String call) throws Exception {
        TestingRun run = new TestingRun(2);
        run.driver.killBefore(number(call));
        assertThatThrownBy(run::open).isInstanceOf(Killed.class);
        return run;
    }

    private static TestingRun killedAfter(String call) throws Exception {
        TestingRun run = new TestingRun(2);
        run.driver.killAfter(number(call));
        assertThatThrownBy(run::open).isInstanceOf(Killed.class);
        return run;
    }

    /** Which call it is in a run that nothing disturbs. */
    private static int number(String call) throws Exception {
        TestingRun whole = new TestingRun(2);
        whole.open();
        return whole.driver.calls.indexOf(call) + 1;
    }
}
