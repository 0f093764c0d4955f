package understudy.engine.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.core.model.RunId;
import understudy.core.run.Hold;
import understudy.core.site.MemberName;
import understudy.core.site.MemberResult;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteHeader;
import understudy.core.site.SiteMember;
import understudy.core.site.SitePlan;
import understudy.core.site.SiteResult;
import understudy.core.site.SiteState;
import understudy.core.site.Wave;

/** A site run begins its members' runs, survives our end, and ends as its members say. */
@Timeout(60)
class SiteRunTest {
    private final List<SiteEvent> journal = new CopyOnWriteArrayList<>();
    private final List<SiteEvent.Wish> inbox = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> carried = new ConcurrentHashMap<>();
    private final Map<String, MemberResult> results = new ConcurrentHashMap<>();
    private final List<RunId> aborted = new CopyOnWriteArrayList<>();
    private final List<Runnable> bells = new CopyOnWriteArrayList<>();
    private Runnable before = () -> {};
    private int appendsLeft = Integer.MAX_VALUE;

    /** We are gone, in a test. */
    private static final class Killed extends RuntimeException {}

    @Test
    void membersAreCarriedAtOnceAsOftenAsTheWaveAllows() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        before = () -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            three.countDown();
            awaitQuietly(three);
            now.decrementAndGet();
        };

        SiteState end = run(false).open(header(3, 0));

        assertThat(end.ending().orElseThrow().result()).isEqualTo(SiteResult.FINISHED);
        assertThat(most).hasValue(3);
        assertThat(carried)
                .hasSize(6)
                .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void killedAtEveryAppendItGoesOnWithTheSameRuns() throws Exception {
        run(false).open(header(1, 0));
        int appends = journal.size();
        for (int kill = 1; kill < appends; kill++) {
            journal.clear();
            carried.clear();
            appendsLeft = kill;
            try {
                run(false).open(header(1, 0));
            } catch (Killed _) {
                appendsLeft = Integer.MAX_VALUE;
            }

            SiteState end = run(false).resume();

            assertThat(end.ending().orElseThrow().result())
                    .as("killed at " + kill)
                    .isEqualTo(SiteResult.FINISHED);
            assertThat(carried.values().stream().filter(times -> times > 1))
                    .as("only what was under way is carried again")
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(journal.stream().filter(SiteEvent.MemberBegan.class::isInstance))
                    .hasSize(6);
        }
    }

    @Test
    void whereNobodyIsThereAFailureEndsItAndResumeTriesAgain() throws Exception {
        results.put("m2", MemberResult.FAILED);
        SiteState stopped = run(true).open(header(1, 0));
        assertThat(stopped.ending().orElseThrow().result()).isEqualTo(SiteResult.STOPPED);
        assertThat(stopped.ending().orElseThrow().note())
                .startsWith("1 member of the site failed, and 0 may: are the others to go on all the same?");
        results.clear();

        SiteState end = run(true).resume();

        assertThat(end.ending().orElseThrow().result()).isEqualTo(SiteResult.FINISHED);
        assertThat(carried.get("m1")).isEqualTo(1);
        assertThat(carried.get("m2")).isEqualTo(2);
    }

    @Test
    void anAbortIsToldToThoseWhoAreUnderWay() throws Exception {
        before = () -> {
            post(new SiteEvent.SiteAbortAsked(Instant.EPOCH, "stop", "alice"));
            while (aborted.isEmpty()) {
                Thread.onSpinWait();
            }
        };

        SiteState end = run(false).open(header(1, 0));

        assertThat(end.ending().orElseThrow().result()).isEqualTo(SiteResult.ABORTED);
        assertThat(aborted).containsExactly(new RunId("site-m1"));
        assertThat(carried).hasSize(1);
    }

    @Test
    void aMemberWhoseRunBreaksOffIsAQuestion() throws Exception {
        before = () -> {
            throw new IllegalStateException("out of memory");
        };
        SiteState end = run(true).open(header(1, 9));
        assertThat(end.ending().orElseThrow().note())
                .startsWith("The run of m1 broke off and nobody knows why (out of memory): may the others go on?");
    }

    private void post(SiteEvent.Wish wish) {
        inbox.add(wish);
        bells.forEach(Runnable::run);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static SiteHeader header(int atOnce, int failures) {
        List<SiteMember> members = new ArrayList<>();
        for (int member = 1; member <= 6; member++) {
            members.add(new SiteMember(new MemberName("m" + member), Optional.empty(), List.of()));
        }
        Wave wave = new Wave("all", "all", members, atOnce, false, false, Duration.ZERO, failures);
        return new SiteHeader(
                1, new RunId("site"), "office", "x", new SitePlan(List.of(wave), failures), Optional.of("bob"));
    }

    private SiteRun run(boolean unattended) {
        return new SiteRun(
                new Journal(),
                new Runs(),
                SitePrograms.none(),
                (_, _) -> {},
                new SiteRun.Manner(unattended, "bob", InstantSource.system()));
    }

    private final class Journal implements SiteJournal {
        @Override
        public void append(List<? extends SiteEvent> events) {
            if (appendsLeft-- <= 0) {
                throw new Killed();
            }
            journal.addAll(events);
            inbox.removeAll(events);
        }

        @Override
        public List<SiteEvent> replay() {
            return List.copyOf(journal);
        }

        @Override
        public Bell bell(Runnable ring) {
            bells.add(ring);
            return () -> bells.remove(ring);
        }

        @Override
        public List<SiteEvent.Wish> wishes() {
            return List.copyOf(inbox);
        }
    }

    private final class Runs implements MemberRuns {
        @Override
        public RunId run(MemberName member, Optional<RunId> last) {
            return new RunId("site-" + member);
        }

        @Override
        public Ended carry(MemberName member, RunId run, Consumer<Hold> held) {
            carried.merge(member.value(), 1, Integer::sum);
            before.run();
            return Ended.plainly(results.getOrDefault(member.value(), MemberResult.DONE), "It went so.");
        }

        @Override
        public void answer(MemberName member, RunId run, HoldAnswer answer) {
            throw new AssertionError("Nobody of this site is held.");
        }

        @Override
        public void abort(MemberName member, RunId run, String request, String by) {
            aborted.add(run);
        }
    }
}
