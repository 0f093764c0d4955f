package understudy.core.site;

import java.util.Optional;
import java.util.function.UnaryOperator;
import understudy.core.site.MemberState.Standing;
import understudy.core.site.SiteEvent.MemberAbortAsked;
import understudy.core.site.SiteEvent.MemberBegan;
import understudy.core.site.SiteEvent.MemberCalledBack;
import understudy.core.site.SiteEvent.MemberEnded;
import understudy.core.site.SiteEvent.MemberHeld;
import understudy.core.site.SiteEvent.MemberLetOn;
import understudy.core.site.SiteEvent.MemberRetryAsked;
import understudy.core.site.SiteEvent.MemberSkipAsked;
import understudy.core.site.SiteEvent.SiteAbortAsked;
import understudy.core.site.SiteEvent.SiteAnswered;
import understudy.core.site.SiteEvent.SiteAsked;
import understudy.core.site.SiteEvent.SiteEnded;
import understudy.core.site.SiteEvent.SiteListed;
import understudy.core.site.SiteEvent.SiteOpened;
import understudy.core.site.SiteEvent.SitePassed;
import understudy.core.site.SiteEvent.SitePauseAsked;
import understudy.core.site.SiteEvent.SiteProven;
import understudy.core.site.SiteEvent.SiteRefused;
import understudy.core.site.SiteEvent.SiteResumeAsked;
import understudy.core.site.SiteEvent.SiteRetryAsked;
import understudy.core.site.SiteEvent.SiteSkipAsked;
import understudy.core.site.SiteEvent.SiteWarned;
import understudy.core.site.SiteEvent.WaveAbortAsked;
import understudy.core.site.SiteEvent.WaveRetryAsked;
import understudy.core.site.SiteEvent.WaveSkipAsked;
import understudy.core.site.SiteEvent.Wish;

/**
 * The pure state machine of a site run: events in, state out. What is stale, twice or out of place changes nothing, so that a journal
 * may be replayed and a message delivered again without harm.
 */
public final class SiteMachine {
    private SiteMachine() {}

    /** The state after one more event. */
    public static SiteState apply(SiteState state, SiteEvent event) {
        if (state.header().isEmpty()) {
            return event instanceof SiteOpened opened ? state.opened(opened.header(), opened.at()) : state;
        }
        SiteState now = state.at(event.at());
        if (state.ending().isPresent()) {
            return afterTheEnd(now, event);
        }
        return switch (event) {
            case SiteOpened _, SitePassed _ -> now;
            case MemberBegan began -> began(now, began);
            case MemberEnded ended -> ended(now, ended);
            case MemberHeld held -> underWay(now, held.member(), known -> known.held(held.place(), held.at()));
            case MemberLetOn on ->
                underWay(now, on.member(), known -> known.told(on.place(), MemberHold.Answer.LET_ON, on.reason()));
            case MemberCalledBack back ->
                underWay(
                        now,
                        back.member(),
                        known -> known.told(back.place(), MemberHold.Answer.CALLED_BACK, back.reason()));
            case SiteRefused no -> now.checking(now.checks().refused(no.what(), no.reason(), no.at()));
            case SiteProven proven -> now.answered("confirm/" + proven.confirmation(), true);
            case SiteListed listed -> now.checking(now.checks().withListing(listed.comparison(), listed.listing()));
            case SiteWarned _ -> now;
            case SiteAsked asked -> now.asking(Optional.of(asked.question()));
            case SiteEnded end -> now.ended(end);
            case Wish wish -> now.seen().contains(wish.request()) ? now : heard(now.heard(wish.request()), wish);
        };
    }

    /** All events of a journal. */
    public static SiteState replay(Iterable<SiteEvent> events) {
        SiteState state = SiteState.empty();
        for (SiteEvent event : events) {
            state = apply(state, event);
        }
        return state;
    }

    private static SiteState afterTheEnd(SiteState state, SiteEvent event) {
        boolean resumable = state.ending()
                .map(SiteEnded::result)
                .filter(result -> result == SiteResult.STOPPED || result == SiteResult.INCOMPLETE)
                .isPresent();
        return event instanceof SiteResumeAsked resume
                        && resumable
                        && !state.seen().contains(resume.request())
                ? state.heard(resume.request()).reopened(resume.at())
                : state;
    }

    private static SiteState began(SiteState now, MemberBegan began) {
        if (!now.has(began.member())) {
            return now;
        }
        SiteChecks checks = now.checks().passed(SiteProofs.RUN);
        for (Wave wave : now.header().orElseThrow().plan().waves()) {
            boolean here = wave.members().stream().anyMatch(each -> each.name().equals(began.member()));
            checks = here ? checks.passed(SiteProofs.gate(wave)) : checks;
        }
        return now.checking(checks)
                .with(began.member(), now.member(began.member()).began(began.run(), began.at()));
    }

    private static SiteState ended(SiteState now, MemberEnded ended) {
        boolean expected = now.has(ended.member()) && now.member(ended.member()).standing() == Standing.UNDER_WAY;
        return expected ? now.with(ended.member(), now.member(ended.member()).ended(ended)) : now;
    }

    private static SiteState underWay(SiteState now, MemberName member, UnaryOperator<MemberState> change) {
        boolean expected = now.has(member) && now.member(member).standing() == Standing.UNDER_WAY;
        return expected ? now.with(member, change.apply(now.member(member))) : now;
    }

    /** With four eyes the first yes waits for somebody else's; where the starter's counts for none, one other's is the second. */
    private static SiteState answered(SiteState now, SiteQuestion question, SiteAnswered answer) {
        boolean first = answer.yes()
                && question.notBy().isEmpty()
                && now.header().orElseThrow().plan().fourEyes();
        return first
                ? now.asking(Optional.of(question.after(answer.by())))
                : askingAgain(now.answered(answer.question(), answer.yes()), answer);
    }

    /** A yes asks the site's hooks again, which may then say no again for as long as before. */
    private static SiteState askingAgain(SiteState now, SiteAnswered answer) {
        String about = "hooks/";
        int round = answer.question().lastIndexOf('/');
        return answer.yes() && answer.question().startsWith(about) && round > about.length()
                ? now.checking(now.checks().again(answer.question().substring(about.length(), round)))
                : now;
    }

    private static SiteState heard(SiteState now, Wish wish) {
        SiteWishes wishes = new SiteWishes(now, wish);
        return switch (wish) {
            case SiteAnswered answer ->
                now.open()
                        .filter(question -> question.id().equals(answer.question()))
                        .filter(question -> !answer.yes() || question.counts(answer.by()))
                        .map(question -> answered(now, question, answer))
                        .orElse(now);
            case SitePauseAsked pause -> now.paused(Optional.of(pause.by()));
            case SiteResumeAsked _ -> now.paused(Optional.empty());
            case SiteAbortAsked abort -> now.aborted(abort.by());
            case WaveAbortAsked abort -> wishes.ofWave(abort.wave(), wishes::aborted);
            case MemberAbortAsked abort -> wishes.ofMember(abort.member(), wishes::aborted);
            case SiteRetryAsked _ -> wishes.ofAll(wishes::retried);
            case WaveRetryAsked retry -> wishes.ofWave(retry.wave(), wishes::retried);
            case MemberRetryAsked retry -> wishes.ofMember(retry.member(), wishes::retried);
            case SiteSkipAsked _ -> wishes.ofAll(wishes::leftOut);
            case WaveSkipAsked skip -> wishes.ofWave(skip.wave(), wishes::leftOut);
            case MemberSkipAsked skip -> wishes.ofMember(skip.member(), wishes::skipped);
        };
    }
}
