package understudy.core.site;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import understudy.core.site.MemberState.Standing;

/** What a person's word makes of members: of one, of a wave's, or of all. */
record SiteWishes(SiteState state, SiteEvent.Wish wish) {
    SiteState ofMember(MemberName name, UnaryOperator<MemberState> change) {
        return state.has(name) ? changed(List.of(name), change) : state;
    }

    SiteState ofWave(String wave, UnaryOperator<MemberState> change) {
        return changed(
                state.header().orElseThrow().plan().waves().stream()
                        .filter(each -> each.name().equals(wave))
                        .flatMap(each -> each.members().stream())
                        .map(SiteMember::name)
                        .toList(),
                change);
    }

    SiteState ofAll(UnaryOperator<MemberState> change) {
        return changed(List.copyOf(state.members().keySet()), change);
    }

    /** Who has failed or was out of reach has another turn. */
    MemberState retried(MemberState known) {
        return known.standing().isFailure() || known.standing() == Standing.AWAY
                ? known.became(Standing.WAITING, "", wish.at())
                : known;
    }

    /** Left out as it stands, unless it is under way or done. */
    MemberState skipped(MemberState known) {
        return known.standing() == Standing.UNDER_WAY || known.standing() == Standing.DONE ? known : out(known);
    }

    /** Left out if it was not begun yet. */
    MemberState leftOut(MemberState known) {
        return known.standing() == Standing.WAITING ? out(known) : known;
    }

    /** Left out, at its next safe place where it is under way. */
    MemberState aborted(MemberState known) {
        return known.standing() == Standing.UNDER_WAY ? known.aborting(wish.by()) : leftOut(known);
    }

    private MemberState out(MemberState known) {
        return known.became(Standing.SKIPPED, "Left out by " + wish.by() + ".", wish.at());
    }

    /** What was asked is derived anew where anything has changed. */
    private SiteState changed(List<MemberName> names, UnaryOperator<MemberState> change) {
        SiteState next = state;
        for (MemberName name : names) {
            MemberState before = state.member(name);
            MemberState after = change.apply(before);
            if (!after.equals(before)) {
                next = next.with(name, after).asking(Optional.empty());
            }
        }
        return next;
    }
}
