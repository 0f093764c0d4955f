package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.RunResult;
import understudy.engine.ports.Outcome;

/** A cluster that puts right by itself what a step of ours has broken is let do so. */
class SettlingTest {
    @Test
    void afterAFailedHandoverTheRestIsPlannedWhenTheGroupIsHomeAndNotOnItsWay() throws Exception {
        TestingRun run = new TestingRun(3);
        Finding why = Finding.error("NO-START", "n2", "mail did not start on n2.", "See why.");
        run.driver.faults.put(new StepId("hand-over/mail/n2"), _ -> {
            run.driver.faults.clear();
            run.cluster.owner = Optional.empty();
            run.cluster.changing = true;
            Instant home = run.time.instant().plusSeconds(20);
            run.driver.atLook = () -> {
                if (run.time.instant().isAfter(home)) {
                    run.driver.atLook = () -> {};
                    run.cluster.changing = false;
                    run.cluster.owner = Optional.of(new NodeId("n1"));
                }
            };
            return Optional.of(new Outcome.Failed(why));
        });

        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(run.journal.all(Event.PlanAdopted.class))
                .as("the rest was never planned while the group was nowhere")
                .hasSize(1);
        assertThat(run.cluster.owner).isEqualTo(Optional.of(new NodeId("n2")));
    }
}
