package understudy.driver.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import understudy.core.model.ActionId;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.core.procedure.Verb;
import understudy.engine.ports.ClusterLock;
import understudy.engine.ports.Observation;
import understudy.engine.ports.Offer;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.engine.ports.Progress;

/**
 * What every driver must keep, on a cluster of at least two nodes of which {@link #passive()} serves nobody, and that offers
 * something to install.
 */
abstract class ClusterDriverContract {
    private TestingRun run = TestingRun.on(Scenarios.mail());

    /** A fresh cluster with a caller. */
    abstract TestingRun newRun();

    abstract String passive();

    @BeforeEach
    void begin() {
        run = newRun();
    }

    private Order drain() {
        return run.order(new Verb.Drain(), Optional.of(passive()), Optional.empty(), Optional.empty());
    }

    @Test
    void lookIsNotOlderThanTheQuestion() {
        var asked = run.cluster.time().instant();

        assertThat(run.look().observedAt()).isAfterOrEqualTo(asked);
    }

    @Test
    void lookingOfferingAndCheckingChangeNothing() {
        ClusterSnapshot before = run.look();

        run.driver.observe(Targets.none());
        run.driver.offer(run.patch);
        run.driver.check(run.patch);

        assertThat(run.look())
                .usingRecursiveComparison()
                .ignoringFields("observedAt")
                .isEqualTo(before);
    }

    @Test
    void unchangedClusterAnswersOnceTheTimeIsOver() {
        ClusterSnapshot before = run.look();
        var asked = run.cluster.time().instant();

        Observation after = run.driver.observeChange(before, run.targets, Duration.ofSeconds(90));

        assertThat(after).isInstanceOf(Observation.Seen.class);
        assertThat(Duration.between(asked, run.cluster.time().instant()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void changeIsSeenAsSoonAsItComes() {
        ClusterSnapshot before = run.look();
        run.driver.perform(drain());
        var asked = run.cluster.time().instant();

        Observation after = run.driver.observeChange(before, run.targets, Duration.ofHours(1));

        assertThat(after)
                .isInstanceOfSatisfying(
                        Observation.Seen.class,
                        seen -> assertThat(seen.snapshot()
                                        .node(new NodeId(passive()))
                                        .orElseThrow()
                                        .drained())
                                .isTrue());
        assertThat(Duration.between(asked, run.cluster.time().instant())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void offerNamesOldAndNewVersions() {
        Offer offer = run.driver.offer(run.patch);

        assertThat(offer.nodes())
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.changes())
                        .allSatisfy(change -> assertThat(change.from()).isNotEqualTo(change.to())));
    }

    @Test
    void withoutTargetsNoNodeIsBehind() {
        assertThat(run.driver.observe(Targets.none()))
                .isInstanceOfSatisfying(
                        Observation.Seen.class,
                        seen -> assertThat(seen.snapshot().nodes())
                                .allSatisfy(node ->
                                        assertThat(node.patch().isPatched()).isTrue()));
    }

    @Test
    void actionIsNeverDoneTwice() {
        Order install = run.order(new Verb.Install(), Optional.of(passive()), Optional.empty(), Optional.empty());

        Outcome first = run.driver.perform(install);
        Outcome second = run.driver.perform(install);

        assertThat(first).isInstanceOf(Outcome.Succeeded.class);
        assertThat(second).isEqualTo(first);
        assertThat(run.cluster.installs()).containsEntry(new NodeId(passive()), 1);
    }

    @Test
    void probeTellsWhatBecameOfAnAction() {
        Order drain = drain();
        assertThat(run.driver.probe(drain)).isInstanceOf(Progress.NotStarted.class);

        Outcome outcome = run.driver.perform(drain);

        assertThat(run.driver.probe(drain)).isEqualTo(new Progress.Ended(outcome));
    }

    @Test
    void anotherDriverFindsTheActionsOfTheFirst() {
        Order drain = drain();
        Outcome outcome = run.driver.perform(drain);
        run.driver.close();

        assertThat(run.cluster.driver().probe(drain)).isEqualTo(new Progress.Ended(outcome));
    }

    @Test
    void drainIsInTheLedgerAndMarkedBeforeAnybodySeesIt() {
        run.driver.perform(drain());

        ClusterSnapshot seen = run.look();
        assertThat(seen.node(new NodeId(passive())).orElseThrow().drained()).isTrue();
        assertThat(run.ledger.open()).extracting(LedgerEntry::kind).containsExactly(LedgerEntry.Kind.DRAIN);
        assertThat(seen.marks()).hasSize(1).allSatisfy(mark -> {
            assertThat(mark.run()).isEqualTo(run.id);
            assertThat(mark.entry()).isEqualTo(run.ledger.open().getFirst().id());
        });
    }

    @Test
    void givenBackEntryIsGoneWithItsMarkAndCanBeGivenBackAgain() {
        run.driver.perform(drain());
        LedgerEntry entry = run.ledger.open().getFirst();

        assertThat(run.driver.giveBack(entry)).isInstanceOf(Outcome.Succeeded.class);

        assertThat(run.node(passive()).drained()).isFalse();
        assertThat(run.look().marks()).isEmpty();
        assertThat(run.driver.giveBack(entry)).isInstanceOf(Outcome.Succeeded.class);
    }

    @Test
    void releaseReturnsTheLedgersEntry() {
        run.driver.perform(drain());

        TestingRun.expectSuccess(run.onNode(new Verb.Release(), passive()));

        assertThat(run.ledger.open()).isEmpty();
        assertThat(run.look().marks()).isEmpty();
        assertThat(run.node(passive()).drained()).isFalse();
    }

    @Test
    void drainSurvivesARestartAndTheBootIdChanges() {
        run.driver.perform(drain());
        Optional<String> boot = run.node(passive()).bootId();
        TestingRun.expectSuccess(run.onNode(new Verb.Restart(true), passive()));

        run.until(seen -> {
            var node = seen.node(new NodeId(passive())).orElseThrow();
            return node.membership().isMember()
                    && node.bootId().isPresent()
                    && !node.bootId().equals(boot);
        });

        assertThat(run.node(passive()).drained()).isTrue();
    }

    @Test
    void restartThatExpectsAnotherBootIsRefused() {
        Order stale = run.order(new Verb.Restart(true), Optional.of(passive()), Optional.empty(), Optional.empty());
        TestingRun.expectSuccess(run.onNode(new Verb.Restart(true), passive()));
        Optional<String> boot =
                stale.seen().node(new NodeId(passive())).orElseThrow().bootId();
        run.until(seen -> {
            var node = seen.node(new NodeId(passive())).orElseThrow();
            return node.membership().isMember()
                    && node.bootId().isPresent()
                    && !node.bootId().equals(boot);
        });

        assertThat(run.driver.perform(stale)).isInstanceOf(Outcome.Failed.class);
        assertThat(run.cluster.restarts()).containsEntry(new NodeId(passive()), 1);
    }

    @Test
    void lowerTokenIsRefused() {
        Order drain = drain();
        run.driver.perform(new Order(
                drain.action(),
                drain.step(),
                drain.patch(),
                drain.targets(),
                drain.seen(),
                7,
                drain.deadline(),
                drain.ledger(),
                drain.progress()));
        Order late = run.order(new Verb.Release(), Optional.of(passive()), Optional.empty(), Optional.empty());

        assertThat(run.driver.perform(late)).isInstanceOf(Outcome.Failed.class);
        assertThat(run.node(passive()).drained()).isTrue();
    }

    @Test
    void lockIsHeldByOneRunAndItsTokenRises() {
        ClusterLock lock = run.driver.lock();
        var ours = new ClusterLock.Claim(run.id, "store", Duration.ofMinutes(5));
        var theirs = new ClusterLock.Claim(new RunId("other"), "elsewhere", Duration.ofMinutes(5));

        ClusterLock.Answer first = lock.take(ours);
        assertThat(lock.take(theirs)).isInstanceOf(ClusterLock.Answer.HeldByOther.class);
        ClusterLock.Answer again = lock.take(ours);

        long token = ((ClusterLock.Answer.Held) first).token();
        long higher = ((ClusterLock.Answer.Held) again).token();
        assertThat(higher).isGreaterThan(token);
        assertThat(lock.renew(ours, token)).isInstanceOf(ClusterLock.Answer.HeldByOther.class);
        assertThat(lock.renew(ours, higher)).isInstanceOf(ClusterLock.Answer.Held.class);
        lock.giveUp(ours, higher);
        assertThat(lock.take(theirs)).isInstanceOf(ClusterLock.Answer.Held.class);
    }

    @Test
    void lockWhoseLeaseHasEndedIsFree() throws InterruptedException {
        ClusterLock lock = run.driver.lock();
        lock.take(new ClusterLock.Claim(new RunId("other"), "elsewhere", Duration.ofMinutes(5)));

        run.cluster.time().pause(Duration.ofMinutes(6));

        assertThat(lock.take(new ClusterLock.Claim(run.id, "store", Duration.ofMinutes(5))))
                .isInstanceOf(ClusterLock.Answer.Held.class);
    }

    @Test
    void actionIdsTellAttemptsApart() {
        Order first = run.order(new Verb.Fetch(), Optional.of(passive()), Optional.empty(), Optional.empty());
        Order second = new Order(
                new ActionId(run.id, first.step().id(), 2),
                first.step(),
                first.patch(),
                first.targets(),
                first.seen(),
                1,
                first.deadline(),
                first.ledger(),
                first.progress());
        run.driver.perform(first);

        assertThat(run.driver.probe(second)).isInstanceOf(Progress.NotStarted.class);
        assertThat(List.of(run.driver.perform(second))).allMatch(Outcome.Succeeded.class::isInstance);
    }
}
