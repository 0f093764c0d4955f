package understudy.core.site;

import java.time.Instant;
import understudy.core.site.MemberState.Standing;

/** Who stands where at one time: what the other parts of a site's demands ask. */
record SiteBoard(SiteState state, SitePlan plan, Instant now) {
    /** So often a member that is out of reach is tried before a person is asked, where others wait for it. */
    static final int TRIES = 3;

    static SiteBoard of(SiteState state, Instant now) {
        return new SiteBoard(state, state.header().orElseThrow().plan(), now);
    }

    MemberState known(SiteMember member) {
        return state.member(member.name());
    }

    Standing standing(SiteMember member) {
        return known(member).standing();
    }

    /** A window of its own is open, or it has none. */
    boolean isOpen(SiteMember member) {
        return member.windows().isEmpty() || member.windows().stream().anyMatch(window -> window.covers(now, now));
    }

    /** Time alone may bring somebody's turn: a window opens, or somebody who was out of reach is tried again. */
    boolean awaitsTime() {
        return plan.members()
                .anyMatch(each ->
                        standing(each) == Standing.AWAY || (standing(each) == Standing.WAITING && !isOpen(each)));
    }

    boolean isBusy() {
        return state.members().values().stream().anyMatch(each -> each.standing() == Standing.UNDER_WAY);
    }

    /** Nothing of the wave is left to be begun or to end, except who is out of reach. */
    boolean isClosed(Wave wave) {
        return wave.members().stream()
                .map(this::standing)
                .noneMatch(each -> each == Standing.WAITING || each == Standing.UNDER_WAY || each == Standing.AWAY);
    }

    /** All of it have ended; who is out of reach may join later. */
    boolean mayPass(Wave wave) {
        return wave.members().stream()
                .map(this::standing)
                .noneMatch(each -> each == Standing.WAITING || each == Standing.UNDER_WAY);
    }

    /** Who is out of reach, and was tried again once everybody else had ended, is left. */
    boolean isLastTry() {
        return allClosedButAway()
                && state.members().values().stream()
                        .filter(each -> each.standing() == Standing.AWAY)
                        .allMatch(each -> each.tries() > 1);
    }

    boolean allClosedButAway() {
        return state.members().values().stream()
                .noneMatch(each -> each.standing() == Standing.WAITING || each.standing() == Standing.UNDER_WAY);
    }
}
