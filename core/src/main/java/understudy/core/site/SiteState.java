package understudy.core.site;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import understudy.core.model.Ordered;
import understudy.core.site.MemberState.Standing;

/**
 * All that a site run knows, folded from its events.
 *
 * @param answers what people have said, by the question's id
 * @param seen the ids of the wishes that have counted
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
        Optional<SiteEvent.SiteEnded> ending) {
    public SiteState {
        members = Ordered.copy(members);
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

    SiteState opened(SiteHeader first, Instant at) {
        Map<MemberName, MemberState> all = new LinkedHashMap<>();
        first.plan().waves().stream()
                .flatMap(wave -> wave.members().stream())
                .forEach(member -> all.put(member.name(), MemberState.waiting(at)));
        return new SiteState(Optional.of(first), at, all, open, answers, seen, pausedBy, abortedBy, ending);
    }

    SiteState at(Instant later) {
        Instant latest = later.isAfter(now) ? later : now;
        return new SiteState(header, latest, members, open, answers, seen, pausedBy, abortedBy, ending);
    }

    SiteState with(MemberName name, MemberState state) {
        Map<MemberName, MemberState> more = new LinkedHashMap<>(members);
        more.put(name, state);
        return new SiteState(header, now, more, open, answers, seen, pausedBy, abortedBy, ending);
    }

    SiteState asking(Optional<SiteQuestion> question) {
        return new SiteState(header, now, members, question, answers, seen, pausedBy, abortedBy, ending);
    }

    SiteState answered(String question, boolean yes) {
        Map<String, Boolean> more = new LinkedHashMap<>(answers);
        more.put(question, yes);
        return new SiteState(header, now, members, Optional.empty(), more, seen, pausedBy, abortedBy, ending);
    }

    SiteState heard(String request) {
        Set<String> more = new HashSet<>(seen);
        more.add(request);
        return new SiteState(header, now, members, open, answers, more, pausedBy, abortedBy, ending);
    }

    SiteState paused(Optional<String> by) {
        return new SiteState(header, now, members, open, answers, seen, by, abortedBy, ending);
    }

    SiteState aborted(String by) {
        return new SiteState(header, now, members, open, answers, seen, pausedBy, Optional.of(by), ending);
    }

    SiteState ended(SiteEvent.SiteEnded end) {
        return new SiteState(
                header, now, members, Optional.empty(), answers, seen, pausedBy, abortedBy, Optional.of(end));
    }

    /** It goes on after an end that was none: what was refused is asked again, and who is not patched has another turn. */
    SiteState reopened(Instant at) {
        Map<String, Boolean> agreed = new LinkedHashMap<>(answers);
        agreed.values().removeIf(yes -> !yes);
        Map<MemberName, MemberState> again = new LinkedHashMap<>(members);
        again.replaceAll((name, known) -> known.standing().isFailure() || known.standing() == Standing.AWAY
                ? new MemberState(Standing.WAITING, known.run(), "", at, 0)
                : known);
        return new SiteState(
                header, now, again, Optional.empty(), agreed, seen, Optional.empty(), abortedBy, Optional.empty());
    }
}
