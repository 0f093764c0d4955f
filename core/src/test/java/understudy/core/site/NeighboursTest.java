package understudy.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import understudy.core.site.MemberState.Standing;

/** Members that share clients, or between which there is a vote, are never away or in doubt together. */
class NeighboursTest {
    @Test
    void aMemberThatFailedMayNotBeAtWorkSoItsNeighbourWaitsForAPersonsWord() {
        var site = new TestingSite(9, s -> {
            s.pools.put("a", "front");
            s.pools.put("b", "front");
            return List.of(new Wave("one", "one", s.members("a", "b", "c"), 1, false, false, Duration.ZERO, 9));
        });
        site.results.put("a", MemberResult.FAILED);

        var question = site.play().orElseThrow();

        assertThat(question.id()).isEqualTo("beside/b/a/1");
        assertThat(question.text())
                .isEqualTo(
                        "a failed and may not be at work, and it shares the clients of front with b: is b to begin all the"
                                + " same?");
        assertThat(standing(site, "c")).as("what has no neighbour goes on").isEqualTo(Standing.DONE);
        site.answer(question, true);
        assertThat(site.play()).isEmpty();
        assertThat(standing(site, "b")).isEqualTo(Standing.DONE);
        SiteRules.hold(site.plan, site.journal);
    }

    @Test
    void whoIsTriedAgainAndWellHoldsNobodyUp() {
        var site = new TestingSite(9, s -> {
            s.pools.put("a", "front");
            s.pools.put("b", "front");
            return List.of(new Wave("one", "one", s.members("a", "b"), 1, false, false, Duration.ZERO, 9));
        });
        site.results.put("a", MemberResult.FAILED);
        site.play();
        site.results.clear();

        site.asks(new SiteEvent.MemberRetryAsked(site.now(), "r", new MemberName("a"), "alice"));

        assertThat(site.play()).isEmpty();
        assertThat(site.state().ending().orElseThrow().result()).isEqualTo(SiteResult.FINISHED);
    }

    @Test
    void aPoolMayAllowMoreThanOne() {
        var site = new TestingSite(0, Map.of("front", 2), s -> {
            List.of("a", "b", "c", "d").forEach(name -> s.pools.put(name, "front"));
            return List.of(s.wave("one", 9, "a", "b", "c", "d"));
        });
        assertThat(site.play()).isEmpty();
        assertThat(Duration.between(TestingSite.START, site.now())).isEqualTo(Duration.ofMinutes(20));
        SiteRules.hold(site.plan, site.journal);
    }

    @Test
    void whoeverHasAVoteInAClusterIsNeverAwayWithIt() {
        var site = new TestingSite(0, s -> {
            s.witnessOf.put("hub", List.of(new MemberName("ccr")));
            return List.of(s.wave("one", 9, "hub", "ccr", "other"));
        });
        assertThat(site.play()).isEmpty();
        assertThat(Duration.between(TestingSite.START, site.now())).isEqualTo(Duration.ofMinutes(20));
        SiteRules.hold(site.plan, site.journal);
    }

    @Test
    void theWitnessOfAClusterThatFailedIsNotRestartedWithoutAPersonsWord() {
        var site = new TestingSite(9, s -> {
            s.witnessOf.put("hub", List.of(new MemberName("ccr")));
            return List.of(new Wave("one", "one", s.members("ccr", "hub"), 1, false, false, Duration.ZERO, 9));
        });
        site.results.put("ccr", MemberResult.FAILED);
        assertThat(site.play().orElseThrow().text())
                .isEqualTo(
                        "ccr failed and may not be at work, and there is a vote between it and hub: is hub to begin all"
                                + " the same?");
    }

    @Test
    void twoOfOnePoolThatAreOutOfReachDoNotWaitForEachOtherForEver() {
        var site = new TestingSite(9, s -> {
            s.pools.put("a", "front");
            s.pools.put("b", "front");
            return List.of(new Wave("one", "one", s.members("a", "b"), 9, true, false, Duration.ZERO, 9));
        });
        site.results.put("a", MemberResult.AWAY);
        site.results.put("b", MemberResult.AWAY);
        for (var question = site.play(); question.isPresent(); question = site.play()) {
            site.answer(question.get(), true);
        }
        assertThat(site.state().ending()).isPresent();
    }

    private static Standing standing(TestingSite site, String name) {
        return site.state().member(new MemberName(name)).standing();
    }
}
