package understudy.core.site;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import understudy.core.model.Ordered;

/**
 * All that a site run knows, folded from its events.
 *
 * @param answers what people have said, by the question's id
 * @param seen the ids of the wishes that have counted
 * @param checks what the site's own programs have said
 */
public record SiteState(
        Optional<SiteHeader> header,
        Instant now,
        Map<MemberName, MemberState> members,
        Optional<SiteQuestion> open,
        Map<String, Boolean> answers,
        Set<String> seen,
        Optional<String> pausedBy,
        Optional<String> abortedBy,
        SiteChecks checks,
        Optional<SiteEvent.SiteEnded> ending) {
    public SiteState {
        members = MemberTable.of(members);
        answers = Ordered.copy(answers);
        seen = Set.copyOf(seen);
    }

    public static SiteState empty() {
        return new SiteState(
                Optional.empty(),
                Instant.EPOCH,
                Map.of(),
                Optional.empty(),
                Map.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                SiteChecks.none(),
                Optional.empty());
    }

    public MemberState member(MemberName name) {
        MemberState known = members.get(name);
        if (known == null) {
            throw new IllegalArgumentException("The site has no member " + name + ".");
        }
        return known;
    }

    public boolean has(MemberName name) {
        return members.containsKey(name);
    }

    boolean isAgreed(String question) {
        return Boolean.TRUE.equals(answers.get(question));
    }

    SiteState opened(SiteHeader first, Instant at) {
        Map<MemberName, MemberState> all = new LinkedHashMap<>();
        first.plan().members().forEach(member -> all.put(member.name(), MemberState.waiting(at)));
        return new SiteState(Optional.of(first), at, all, open, answers, seen, pausedBy, abortedBy, checks, ending);
    }

    SiteState at(Instant later) {
        Instant latest = later.isAfter(now) ? later : now;
        return new SiteState(header, latest, members, open, answers, seen, pausedBy, abortedBy, checks, ending);
    }

    SiteState with(MemberName name, MemberState state) {
        return new SiteState(
                header,
                now,
                MemberTable.of(members).with(name, state),
                open,
                answers,
                seen,
                pausedBy,
                abortedBy,
                checks,
                ending);
    }

    private SiteState mapped(UnaryOperator<MemberState> change) {
        return new SiteState(
                header,
                now,
                MemberTable.of(members).mapped(change),
                open,
                answers,
                seen,
                pausedBy,
                abortedBy,
                checks,
                ending);
    }

    SiteState asking(Optional<SiteQuestion> question) {
        return new SiteState(header, now, members, question, answers, seen, pausedBy, abortedBy, checks, ending);
    }

    SiteState answered(String question, boolean yes) {
        Map<String, Boolean> more = new LinkedHashMap<>(answers);
        more.put(question, yes);
        return new SiteState(header, now, members, Optional.empty(), more, seen, pausedBy, abortedBy, checks, ending);
    }

    SiteState checking(SiteChecks next) {
        return new SiteState(header, now, members, open, answers, seen, pausedBy, abortedBy, next, ending);
    }

    SiteState heard(String request) {
        Set<String> more = new HashSet<>(seen);
        more.add(request);
        return new SiteState(header, now, members, open, answers, more, pausedBy, abortedBy, checks, ending);
    }

    SiteState paused(Optional<String> by) {
        return new SiteState(header, now, members, open, answers, seen, by, abortedBy, checks, ending);
    }

    SiteState aborted(String by) {
        return new SiteState(header, now, members, open, answers, seen, pausedBy, Optional.of(by), checks, ending)
                .mapped(known -> known.standing() == MemberState.Standing.UNDER_WAY ? known.aborting(by) : known);
    }

    /** A question that is open stays so: whoever answers it now is heard when the run is resumed. */
    SiteState ended(SiteEvent.SiteEnded end) {
        return new SiteState(header, now, members, open, answers, seen, pausedBy, abortedBy, checks, Optional.of(end));
    }

    /** It goes on after an end that was none: what was refused is asked again, and who is not patched has another turn. */
    SiteState reopened(Instant at) {
        Map<String, Boolean> agreed = new LinkedHashMap<>(answers);
        agreed.values().removeIf(yes -> !yes);
        return new SiteState(
                        header,
                        now,
                        members,
                        open,
                        agreed,
                        seen,
                        Optional.empty(),
                        abortedBy,
                        checks.forgiven(),
                        Optional.empty())
                .mapped(known -> known.standing().isFailure() || known.standing() == MemberState.Standing.AWAY
                        ? known.again(at)
                        : known);
    }
}
