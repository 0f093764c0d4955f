package understudy.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.model.MaintenanceWindow;
import understudy.core.site.MemberState.Standing;

/** A site is patched in its order, and stops where it must. */
class SiteRunTest {
    @Test
    void oneWaveAfterTheOther() {
        var site = new TestingSite(0, s -> List.of(s.wave("canary", 1, "a"), s.wave("rest", 2, "b", "c", "d")));

        assertThat(site.play()).isEmpty();

        finished(site, SiteResult.FINISHED);
        assertThat(Duration.between(TestingSite.START, site.now())).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aFailedCanaryIsTheLastOne() {
        var site = new TestingSite(0, s -> List.of(s.wave("canary", 1, "a"), s.wave("rest", 2, "b", "c")));
        site.results.put("a", MemberResult.FAILED);

        var question = site.play().orElseThrow();

        assertThat(question.text())
                .isEqualTo("1 member of the site failed, and 0 may: are the others to go on all the same?");
        assertThat(question.confirmation()).isFalse();
        assertThat(standing(site, "b")).isEqualTo(Standing.WAITING);
        site.answer(question, false);
        assertThat(site.play()).isEmpty();
        finished(site, SiteResult.STOPPED);
    }

    @Test
    void resumedItHasAnotherTurnAndTheRestIsNotStartedAgain() {
        var site = new TestingSite(0, s -> List.of(s.wave("canary", 1, "x", "a"), s.wave("rest", 2, "b", "c")));
        site.results.put("a", MemberResult.FAILED);
        site.answer(site.play().orElseThrow(), false);
        site.play();
        site.results.remove("a");

        site.asks(new SiteEvent.SiteResumeAsked(site.now(), "r1", "alice"));
        assertThat(site.play()).isEmpty();

        finished(site, SiteResult.FINISHED);
        assertThat(begins(site, "x")).isEqualTo(1);
        assertThat(begins(site, "a")).isEqualTo(2);
    }

    @Test
    void failuresUpToTheBudgetDoNotStopIt() {
        var site = new TestingSite(
                1,
                s -> List.of(
                        new Wave("one", "one", s.members("a", "b"), 1, false, false, Duration.ZERO, 1),
                        s.wave("two", 1, "c")));
        site.results.put("a", MemberResult.FAILED);

        assertThat(site.play()).isEmpty();

        finished(site, SiteResult.INCOMPLETE);
        assertThat(standing(site, "c")).isEqualTo(Standing.DONE);
        assertThat(site.state().ending().orElseThrow().note()).contains("a (It went so.)");
    }

    @Test
    void aWaveHasABudgetOfItsOwn() {
        var site = new TestingSite(9, s -> List.of(s.wave("one", 2, "a", "b"), s.wave("two", 1, "c")));
        site.results.put("b", MemberResult.FAILED);

        assertThat(site.play().orElseThrow().id()).isEqualTo("failures/one/1");
    }

    @Test
    void whatNobodyCanExplainStopsTheNextWaveWhateverTheBudget() {
        var site = new TestingSite(
                9,
                s -> List.of(
                        new Wave("one", "one", s.members("a"), 1, false, false, Duration.ZERO, 9),
                        s.wave("two", 1, "c")));
        site.results.put("a", MemberResult.BROKEN_OFF);

        var question = site.play().orElseThrow();
        assertThat(question.id()).isEqualTo("broken-off/a/1");
        site.answer(question, true);
        assertThat(site.play()).isEmpty();
        finished(site, SiteResult.INCOMPLETE);
    }

    @Test
    void whoIsOutOfReachJoinsLater() {
        var site = new TestingSite(
                0,
                s -> List.of(
                        new Wave("one", "mail", s.members("a", "b"), 1, false, false, Duration.ZERO, 0),
                        new Wave("two", "mail", s.members("c", "d", "e"), 1, false, false, Duration.ZERO, 0)));
        site.results.put("a", MemberResult.AWAY);
        site.asks(new SiteEvent.SitePassed(site.now()));
        // It comes back while the second wave goes on.
        assertThat(site.play()).isEmpty();

        finished(site, SiteResult.INCOMPLETE);
        assertThat(begins(site, "a")).isGreaterThan(1);
        assertThat(List.of("b", "c", "d", "e")).allMatch(name -> begins(site, name) == 1);
    }

    @Test
    void theNextTierWaitsForWhoIsOutOfReachAndThenAsks() {
        var site = new TestingSite(0, s -> List.of(s.wave("front", 1, "a"), s.wave("back", 1, "b")));
        site.results.put("a", MemberResult.AWAY);

        var question = site.play().orElseThrow();
        assertThat(question.id()).isEqualTo("away/a");
        assertThat(begins(site, "a")).isEqualTo(3);
        assertThat(begins(site, "b")).isZero();
        site.answer(question, true);
        assertThat(site.play()).isEmpty();
        assertThat(standing(site, "b")).isEqualTo(Standing.DONE);
    }

    @Test
    void aPersonIsAskedAndTheWaveBeforeIsWatchedFirst() {
        var site = new TestingSite(
                0,
                s -> List.of(
                        s.wave("canary", 1, "a"),
                        new Wave("rest", "rest", s.members("b"), 1, false, true, Duration.ofHours(1), 0)));

        var question = site.play().orElseThrow();

        assertThat(question.text()).isEqualTo("Wave rest with 1 member is next: may it begin?");
        assertThat(question.confirmation()).isTrue();
        assertThat(site.now()).isEqualTo(TestingSite.START.plus(Duration.ofMinutes(70)));
        site.answer(question, true);
        assertThat(site.play()).isEmpty();
        finished(site, SiteResult.FINISHED);
    }

    @Test
    void twoOfOnePoolAreNeverAwayAtOnceUnlessItIsAnnounced() {
        var site = new TestingSite(0, s -> {
            s.pools.put("a", "front");
            s.pools.put("b", "front");
            return List.of(s.wave("one", 9, "a", "b", "c"));
        });
        assertThat(site.play()).isEmpty();
        finished(site, SiteResult.FINISHED);
        assertThat(Duration.between(TestingSite.START, site.now())).isEqualTo(Duration.ofMinutes(20));

        var together = new TestingSite(0, s -> {
            s.pools.put("a", "front");
            s.pools.put("b", "front");
            return List.of(new Wave("one", "one", s.members("a", "b", "c"), 9, true, false, Duration.ZERO, 0));
        });
        assertThat(together.play()).isEmpty();
        assertThat(Duration.between(TestingSite.START, together.now())).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aMemberIsBegunInItsOwnWindowOnly() {
        var site = new TestingSite(0, s -> {
            s.windows.put(
                    "b",
                    List.of(new MaintenanceWindow(
                            List.of(), LocalTime.of(9, 0), Duration.ofHours(1), ZoneId.of("Asia/Tokyo"))));
            return List.of(s.wave("one", 2, "a", "b"));
        });
        assertThat(site.play()).isEmpty();
        finished(site, SiteResult.FINISHED);
        assertThat(site.now()).isEqualTo(TestingSite.START.plus(Duration.ofMinutes(130)));
    }

    @Test
    void abortedItWaitsForWhoIsUnderWay() {
        var site = new TestingSite(0, s -> List.of(s.wave("one", 1, "a", "b")));
        site.asks(new SiteEvent.SitePauseAsked(site.now(), "p", "alice"));
        site.asks(new SiteEvent.SiteAbortAsked(site.now(), "q", "alice"));
        assertThat(site.play()).isEmpty();
        finished(site, SiteResult.ABORTED);
        assertThat(begins(site, "a")).isZero();
    }

    @Test
    void membersAndWavesCanBeLeftOut() {
        var site = new TestingSite(0, s -> List.of(s.wave("one", 1, "a", "b"), s.wave("two", 1, "c", "d")));
        site.asks(new SiteEvent.MemberSkipAsked(site.now(), "1", new MemberName("b"), "alice"));
        site.asks(new SiteEvent.WaveSkipAsked(site.now(), "2", "two", "alice"));
        assertThat(site.play()).isEmpty();
        assertThat(site.state().ending().orElseThrow().result()).isEqualTo(SiteResult.INCOMPLETE);
        assertThat(begins(site, "a")).isEqualTo(1);
        assertThat(List.of("b", "c", "d")).allMatch(name -> begins(site, name) == 0);
    }

    private static void finished(TestingSite site, SiteResult result) {
        assertThat(site.state().ending()).map(SiteEvent.SiteEnded::result).isEqualTo(Optional.of(result));
        if (result == SiteResult.FINISHED) {
            SiteRules.hold(site.plan, site.journal);
        }
    }

    private static Standing standing(TestingSite site, String name) {
        return site.state().member(new MemberName(name)).standing();
    }

    private static long begins(TestingSite site, String name) {
        return site.journal.stream()
                .filter(event -> event instanceof SiteEvent.MemberBegan began
                        && began.member().value().equals(name))
                .count();
    }
}
