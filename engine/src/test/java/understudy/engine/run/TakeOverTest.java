package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.engine.ports.ClusterLock;

/** A cluster that a dead run has left locked, marked and at work. */
class TakeOverTest {
    private static final RunId DEAD = new RunId("day");
    private static final NodeId N1 = new NodeId("n1");
    private static final NodeId N2 = new NodeId("n2");

    private final TestingRun run = new TestingRun(2);
    private final List<String> said = new ArrayList<>();
    private final TakeOver takeOver = new TakeOver(run.driver, run.time, said::add);

    @BeforeEach
    void leaveALockAJobAndAMark() {
        run.driver.testingLock().take(new ClusterLock.Claim(DEAD, "lost-store", Duration.ofHours(1)));
        run.driver.testingJobs.live.put(N1, List.of());
        run.driver.testingJobs.live.put(N2, List.of("day/install/n2/1"));
        run.cluster.marks.add(new Mark("drain-n2", DEAD, LedgerEntry.Kind.DRAIN, Optional.of(N2), Optional.empty()));
        run.cluster.marks.add(
                new Mark("drain-n1", new RunId("other"), LedgerEntry.Kind.DRAIN, Optional.of(N1), Optional.empty()));
    }

    @Test
    void aLookFindsTheLockTheJobAndTheMarkAndChangesNothing() throws Exception {
        TakeOver.Scene scene = takeOver.look(wish());

        assertThat(scene.holder())
                .isInstanceOfSatisfying(
                        ClusterLock.Holder.By.class,
                        by -> assertThat(by.store()).isEqualTo("lost-store"));
        assertThat(scene.jobs()).extracting(job -> job.action()).containsExactly("day/install/n2/1");
        assertThat(scene.marks()).extracting(Mark::entry).containsExactly("drain-n2");
        assertThat(run.driver.testingJobs.asked).isEmpty();
        assertThat(run.driver.testingLock().held.orElseThrow().store()).isEqualTo("lost-store");
    }

    @Test
    void everyNodeIsFencedBeforeTheFirstJobIsWaitedForAndThenTheLockIsFree() throws Exception {
        TakeOver.Taken taken = takeOver.carryOut(wish());

        assertThat(taken.isFree()).isTrue();
        assertThat(taken.token()).isEqualTo(2);
        assertThat(run.driver.testingJobs.asked).containsExactly("fence n1 2", "fence n2 2", "await day/install/n2/1");
        assertThat(taken.ended()).extracting(TakeOver.EndedJob::how).containsExactly("ended with 0");
        assertThat(run.driver.testingLock().held).isEmpty();
    }

    @Test
    void theLockStaysOursWhileAJobOutlastsOurPatience() throws Exception {
        run.driver.testingJobs.endless = true;
        run.driver.testingJobs.atAwait = () -> run.time.advance(Duration.ofMinutes(1));

        TakeOver.Taken taken = takeOver.carryOut(wish());

        assertThat(taken.isFree()).isFalse();
        assertThat(taken.left()).containsExactly("day/install/n2/1 still runs on n2 (day/install/n2/1).");
        assertThat(run.driver.testingLock().held.orElseThrow().store()).isEqualTo("store-1");
    }

    @Test
    void aNodeThatDoesNotAnswerForbidsItUnlessItIsLeftOutByName() throws Exception {
        run.driver.testingJobs.silent.add(N2);

        assertThatThrownBy(() -> takeOver.look(wish()))
                .isInstanceOfSatisfying(
                        RunRefused.class,
                        refused -> assertThat(refused.finding().code()).isEqualTo("NODE-JOBS-UNKNOWN"));
        TakeOver.Wish without = new TakeOver.Wish(DEAD, "store-1", Duration.ofMinutes(5), List.of(N2));
        takeOver.look(without);

        assertThat(takeOver.carryOut(without).isFree()).isTrue();
        assertThat(run.driver.testingJobs.asked).containsExactly("fence n1 2");
    }

    @Test
    void aNodeThatFallsSilentInBetweenKeepsTheLockOurs() throws Exception {
        takeOver.look(wish());
        run.driver.testingJobs.silent.add(N2);

        TakeOver.Taken taken = takeOver.carryOut(wish());

        assertThat(taken.left()).containsExactly("On n2 the token could not be raised: n2 does not answer.");
        assertThat(run.driver.testingLock().held).isPresent();
    }

    @Test
    void theLockOfAnotherRunIsNotTaken() {
        TakeOver.Wish wrong = new TakeOver.Wish(new RunId("night"), "store-1", Duration.ofMinutes(5), List.of());

        assertThatThrownBy(() -> takeOver.look(wrong))
                .isInstanceOfSatisfying(
                        RunRefused.class,
                        refused -> assertThat(refused.finding().code()).isEqualTo("LOCK-NOT-OF-RUN"));
    }

    private static TakeOver.Wish wish() {
        return new TakeOver.Wish(DEAD, "store-1", Duration.ofMinutes(5), List.of());
    }
}
