package understudy.driver.bigfix.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.driver.bigfix.trial.Bench;
import understudy.engine.ports.ClusterLock;
import understudy.engine.ports.ClusterLock.Answer;

/** The lock and the marks, as records on the server that no computer carries out. */
class RecordLockTest {
    private static final Duration LEASE = Duration.ofHours(1);
    private static final ClusterLock.Claim ONE = new ClusterLock.Claim(new RunId("one"), "store", LEASE);
    private static final ClusterLock.Claim OTHER = new ClusterLock.Claim(new RunId("other"), "elsewhere", LEASE);

    private static RecordLock lock(Bench bench) {
        return new RecordLock(bench.api(), "night", bench.time());
    }

    private static long token(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Held.class);
        return answer instanceof Answer.Held(long token, var _) ? token : -1;
    }

    @Test
    void theFirstClaimHoldsUntilItIsGivenUp() {
        try (var bench = Bench.exchange(true)) {
            var lock = lock(bench);
            long token = token(lock.take(ONE));
            assertThat(lock.take(OTHER)).isInstanceOf(Answer.HeldByOther.class);
            assertThat(lock.holder()).isInstanceOf(ClusterLock.Holder.By.class);
            lock.giveUp(ONE, token);
            assertThat(token(lock.take(OTHER))).isGreaterThan(token);
        }
    }

    @Test
    void aRenewalKeepsTheTokenAndALeaseThatHasRunOutIsFree() throws Exception {
        try (var bench = Bench.exchange(true)) {
            var lock = lock(bench);
            long token = token(lock.take(ONE));
            assertThat(token(lock.renew(ONE, token))).isEqualTo(token);
            assertThat(lock.renew(ONE, token + 1)).isInstanceOf(Answer.HeldByOther.class);
            bench.time().pause(LEASE.plusSeconds(1));
            assertThat(token(lock.take(OTHER))).isGreaterThan(token);
            assertThat(lock.renew(ONE, token)).isInstanceOf(Answer.HeldByOther.class);
        }
    }

    @Test
    void aTakeOverIsForTheRunOfAnotherStoreOnly() {
        try (var bench = Bench.exchange(true)) {
            var lock = lock(bench);
            long token = token(lock.take(ONE));
            assertThat(lock.takeOver(OTHER)).isInstanceOf(Answer.HeldByOther.class);
            var heir = new ClusterLock.Claim(new RunId("one"), "another store", LEASE);
            assertThat(lock.take(heir)).isInstanceOf(Answer.HeldByOther.class);
            assertThat(token(lock.takeOver(heir))).isGreaterThan(token);
        }
    }

    @Test
    void aMarkIsThereUntilItIsTakenAndTakesItsHeirsName() throws Exception {
        try (var bench = Bench.exchange(true)) {
            var marks = new Marks(bench.api(), "night");
            var entry = new LedgerEntry(
                    "drain.Node B~1",
                    new RunId("one"),
                    LedgerEntry.Kind.DRAIN,
                    Optional.of(new NodeId("Node \"B\" %41")),
                    Optional.empty(),
                    "",
                    "");
            marks.put(entry);
            marks.put(entry);
            assertThat(marks.list()).singleElement().satisfies(mark -> {
                assertThat(mark.node()).contains(new NodeId("Node \"B\" %41"));
                assertThat(mark.entry()).isEqualTo("drain.Node B~1");
            });
            assertThat(new Marks(bench.api(), "nigh").list()).isEmpty();
            assertThat(marks.adopt(marks.list().getFirst(), new RunId("heir"))).isTrue();
            assertThat(marks.has(entry)).isFalse();
            assertThat(marks.list())
                    .singleElement()
                    .satisfies(mark -> assertThat(mark.run()).isEqualTo(new RunId("heir")));
        }
    }
}
