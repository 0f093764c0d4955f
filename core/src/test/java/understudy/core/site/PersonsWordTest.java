package understudy.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.site.MemberState.Standing;

/** What a person says of a member, a wave or the whole, and what only a person may say. */
class PersonsWordTest {
    @Test
    void whatSomebodyElseMustVouchForIsNotVouchedForByWhoStartedTheRun() {
        var site = new TestingSite(
                0,
                s -> List.of(new Wave(
                        "one",
                        "one",
                        s.members("a"),
                        1,
                        false,
                        false,
                        Duration.ZERO,
                        0,
                        List.of(new Confirmation("preparation/schema", "Is the schema prepared?", true)))));
        var question = site.play().orElseThrow();
        assertThat(question.id()).isEqualTo("confirm/preparation/schema");
        assertThat(question.confirmation()).as("never counts as given").isFalse();

        site.answer(question, true, "alice");
        assertThat(site.play()).contains(question);
        site.answer(question, true, "bob");

        assertThat(site.play()).isEmpty();
        assertThat(site.state().ending().orElseThrow().result()).isEqualTo(SiteResult.FINISHED);
    }

    @Test
    void withFourEyesTwoPeopleAnswer() {
        var site = new TestingSite(
                0,
                Map.of(),
                Optional.of(2),
                s -> List.of(new Wave("one", "one", s.members("a"), 1, false, true, Duration.ZERO, 0)));
        var start = site.play().orElseThrow();
        assertThat(start.id()).isEqualTo("start");
        site.answer(start, true, "alice");
        assertThat(site.play()).as("who started it is the first of the two").contains(start);
        site.answer(start, true, "bob");

        var wave = site.play().orElseThrow();
        site.answer(wave, true, "bob");
        assertThat(site.state().answers()).doesNotContainKey(wave.id());
        site.answer(wave, true, "bob");
        assertThat(site.state().answers()).doesNotContainKey(wave.id());
        site.answer(wave, true, "carol");

        assertThat(site.play()).isEmpty();
        assertThat(site.state().ending().orElseThrow().result()).isEqualTo(SiteResult.FINISHED);
    }

    @Test
    void whatNobodyHasExplainedStopsTheNextWave() {
        var site = new TestingSite(0, s -> List.of(s.wave("one", 1, "a", "b"), s.wave("two", 1, "c")));
        site.findings.put("a", "2 outages were measured where its plan had 1.");

        var question = site.play().orElseThrow();

        assertThat(question.text())
                .isEqualTo(
                        "a is done, but 2 outages were measured where its plan had 1. Is that explained, and may wave two"
                                + " begin?");
        assertThat(standing(site, "b")).as("its own wave is not held up").isEqualTo(Standing.DONE);
        assertThat(standing(site, "c")).isEqualTo(Standing.WAITING);
        site.answer(question, true);
        assertThat(site.play()).isEmpty();
        assertThat(site.state().ending().orElseThrow().result()).isEqualTo(SiteResult.FINISHED);
    }

    @Test
    void anAnswerThatIsGivenAfterTheEndIsHeardWhenTheRunIsResumed() {
        var site = new TestingSite(0, s -> List.of(s.wave("one", 1, "a"), s.wave("two", 1, "b")));
        site.results.put("a", MemberResult.FAILED);
        var question = site.play().orElseThrow();
        site.asks(new SiteEvent.SiteEnded(site.now(), SiteResult.STOPPED, "Nobody is there."));

        site.asks(new SiteEvent.SiteResumeAsked(site.now(), "r", "alice"));
        site.answer(question, true);

        assertThat(site.state().answers()).containsEntry(question.id(), true);
    }

    @Test
    void retrySkipAndAbortMeanAMemberAWaveOrTheWhole() {
        var site = new TestingSite(
                9,
                s -> List.of(
                        new Wave("one", "one", s.members("a", "b"), 2, false, false, Duration.ZERO, 9),
                        new Wave("two", "two", s.members("c", "d"), 1, false, false, Duration.ZERO, 9),
                        new Wave("three", "three", s.members("e"), 1, false, true, Duration.ZERO, 9)));
        site.results.put("a", MemberResult.FAILED);
        site.results.put("b", MemberResult.FAILED);
        site.asks(new SiteEvent.MemberAbortAsked(site.now(), "1", new MemberName("d"), "alice"));
        var approval = site.play().orElseThrow();
        assertThat(standing(site, "d")).isEqualTo(Standing.SKIPPED);

        site.asks(new SiteEvent.WaveRetryAsked(site.now(), "2", "one", "alice"));
        assertThat(List.of("a", "b")).allMatch(name -> standing(site, name) == Standing.WAITING);
        site.results.remove("a");
        assertThat(site.play()).contains(approval);
        assertThat(standing(site, "a")).isEqualTo(Standing.DONE);
        site.asks(new SiteEvent.SiteRetryAsked(site.now(), "3", "alice"));
        assertThat(standing(site, "b")).isEqualTo(Standing.WAITING);
        site.asks(new SiteEvent.SiteSkipAsked(site.now(), "4", "alice"));

        assertThat(site.play()).isEmpty();
        assertThat(List.of("b", "e")).allMatch(name -> standing(site, name) == Standing.SKIPPED);
        assertThat(site.state().ending().orElseThrow().result()).isEqualTo(SiteResult.INCOMPLETE);
    }

    @Test
    void aMemberThatIsAbortedWhileUnderWayIsLeftOutAndNoFailure() {
        var site = new TestingSite(0, s -> List.of(s.wave("one", 2, "a", "b"), s.wave("two", 1, "c")));
        site.asks(new SiteEvent.MemberBegan(site.now(), new MemberName("a"), new understudy.core.model.RunId("run-1")));
        site.asks(new SiteEvent.WaveAbortAsked(site.now(), "1", "one", "alice"));
        assertThat(standing(site, "b")).isEqualTo(Standing.SKIPPED);
        assertThat(site.state().member(new MemberName("a")).abortedBy()).contains("alice");

        site.asks(new SiteEvent.MemberEnded(
                site.now(),
                new MemberName("a"),
                MemberResult.FAILED,
                "ABORTED: by alice.",
                Optional.empty(),
                List.of()));

        assertThat(standing(site, "a")).isEqualTo(Standing.SKIPPED);
        assertThat(site.play()).isEmpty();
        assertThat(standing(site, "c")).isEqualTo(Standing.DONE);
    }

    private static Standing standing(TestingSite site, String name) {
        return site.state().member(new MemberName(name)).standing();
    }
}
