package understudy.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import understudy.core.site.MemberState.Standing;

/** What the owner's commands prove nobody is asked; what they do not prove, or list otherwise than before, a person is asked. */
class ProofsTest {
    private static final Comparison MAPS = new Comparison("connector/maps", "The connector's maps");

    @Test
    void whatIsProvenNobodyIsAsked() {
        var site = site();

        assertThat(site.play()).isEmpty();

        assertThat(site.state().ending().orElseThrow().result()).isEqualTo(SiteResult.FINISHED);
        assertThat(site.journal)
                .contains(new SiteEvent.SiteProven(TestingSite.START, "preparation/schema", "it is so"))
                .noneMatch(SiteEvent.SiteAsked.class::isInstance);
        SiteRules.hold(site.plan, site.journal);
    }

    @Test
    void whatIsNotProvenForTenMinutesAPersonIsAskedWhoReadsWhy() {
        var site = site();
        site.unproven.add("preparation/schema");

        var question = site.play().orElseThrow();

        assertThat(question)
                .isEqualTo(new SiteQuestion(
                        "confirm/preparation/schema",
                        "For 10 minutes this has not been proven (it says no). Is the schema prepared?",
                        false,
                        java.util.Optional.of("alice")));
        assertThat(Duration.between(TestingSite.START, site.now())).isEqualTo(SiteChecks.PATIENCE);
        assertThat(standing(site, "adc")).isEqualTo(Standing.WAITING);
        site.answer(question, true, "alice");
        assertThat(site.play()).as("somebody else has to say it").contains(question);
        site.answer(question, true, "bob");
        assertThat(site.play()).isEmpty();
        assertThat(standing(site, "adc")).isEqualTo(Standing.DONE);
    }

    @Test
    void aProofIsTriedAgainWhenTheRunIsResumed() {
        var site = site();
        site.unproven.add("preparation/schema");
        site.play();
        site.asks(new SiteEvent.SiteEnded(site.now(), SiteResult.STOPPED, "Nobody is there."));
        site.unproven.clear();

        site.asks(new SiteEvent.SiteResumeAsked(site.now(), "r", "alice"));

        assertThat(site.play()).isEmpty();
        assertThat(site.state().ending().orElseThrow().result()).isEqualTo(SiteResult.FINISHED);
    }

    @Test
    void whatIsListedOtherwiseBehindTheTierStopsTheNextOne() {
        var site = site();
        site.asks(new SiteEvent.SiteListed(site.now(), MAPS.id(), "a\nb\nc\n"));
        site.listings.put(MAPS.id(), "a\nc\nd\n");

        var question = site.play().orElseThrow();

        assertThat(question.text())
                .isEqualTo("The connector's maps: it is not what it was before, 1 line is gone (\"b\"), 1 line is new"
                        + " (\"d\"). Is that explained, and may the site go on?");
        assertThat(standing(site, "adc")).isEqualTo(Standing.DONE);
        assertThat(standing(site, "mail")).isEqualTo(Standing.WAITING);
        site.answer(question, true);
        assertThat(site.play()).isEmpty();
        assertThat(standing(site, "mail")).isEqualTo(Standing.DONE);
    }

    @Test
    void whatCannotBeListedIsNotTakenForTheSame() {
        var site = site();
        site.listings.clear();
        var question = site.play().orElseThrow();
        assertThat(question.text())
                .isEqualTo("The connector's maps: for 10 minutes it could not be listed (it says no). Is the site to go"
                        + " on without comparing it?");
        assertThat(standing(site, "adc")).isEqualTo(Standing.WAITING);
    }

    @Test
    void aComparisonBehindTheLastTierComesBeforeTheEnd() {
        var site = new TestingSite(
                0, s -> List.of(s.wave("connector", 1, "adc").in("connector", List.of(), List.of(MAPS))));
        site.asks(new SiteEvent.SiteListed(site.now(), MAPS.id(), "a"));
        site.listings.put(MAPS.id(), "b");
        assertThat(site.play().orElseThrow().id()).isEqualTo("differs/connector/maps");
        assertThat(site.state().ending()).isEmpty();
    }

    @Test
    void theOrderOfLinesAndTheirNumberCount() {
        assertThat(Comparison.difference("a\nb", "a\nb\n")).isEmpty();
        assertThat(Comparison.difference("a\nb", "b\na")).contains("its lines stand in another order");
        assertThat(Comparison.difference("a\na", "a")).contains("1 line is gone (\"a\")");
        assertThat(Comparison.difference("", "a\nb")).contains("2 lines are new (\"a\" and others)");
    }

    @Test
    void aHookThatSaysNoForTenMinutesIsAPersonsMatterAndAYesAsksItAgain() {
        var site = new TestingSite(0, s -> List.of(s.wave("one", 1, "a")));
        site.asks(new SiteEvent.SiteRefused(site.now(), "wave/one", "The hook ticket says no."));
        site.asks(new SiteEvent.SitePassed(site.now().plus(SiteChecks.PATIENCE)));
        var question = new SiteQuestion(
                "hooks/wave/one/1",
                "For 10 minutes wave one has not begun: The hook ticket says no. Are they to be asked again?",
                false);
        assertThat(SiteDemands.of(site.state(), site.now().plus(SiteChecks.PATIENCE)))
                .containsExactly(new SiteAction.Ask(question));

        site.asks(new SiteEvent.SiteAsked(site.now(), question));
        site.answer(question, true);

        assertThat(SiteDemands.of(site.state(), site.now().plus(SiteChecks.PATIENCE)))
                .containsExactly(new SiteAction.Begin(new MemberName("a")));
    }

    private static TestingSite site() {
        var site = new TestingSite(
                0,
                s -> List.of(
                        s.wave("connector", 1, "adc")
                                .in(
                                        "connector",
                                        List.of(new Confirmation(
                                                "preparation/schema", "Is the schema prepared?", true, true)),
                                        List.of(MAPS)),
                        s.wave("mailbox", 1, "mail")));
        site.listings.put(MAPS.id(), "a\nb");
        return site;
    }

    private static Standing standing(TestingSite site, String name) {
        return site.state().member(new MemberName(name)).standing();
    }
}
