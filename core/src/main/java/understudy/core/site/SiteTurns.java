package understudy.core.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import understudy.core.site.MemberState.Standing;

/** Whose turn it is within a wave: as many at once as it allows, never two of one pool, each in its own windows. */
final class SiteTurns {
    /** A member that was out of reach is tried again after this, and after twice this. */
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final SiteBoard board;

    SiteTurns(SiteBoard board) {
        this.board = board;
    }

    List<SiteAction> of(Wave wave) {
        Set<String> pools = busyPools();
        List<SiteAction> actions = new ArrayList<>();
        long slots = wave.atOnce()
                - wave.members().stream()
                        .filter(each -> board.standing(each) == Standing.UNDER_WAY)
                        .count();
        Predicate<SiteMember> free = member ->
                wave.together() || member.pool().filter(pools::contains).isEmpty();
        for (SiteMember member : wave.members()) {
            if (slots > 0 && isDue(member) && isOpen(member) && free.test(member)) {
                actions.add(new SiteAction.Begin(member.name()));
                member.pool().ifPresent(pools::add);
                slots--;
            }
        }
        return actions;
    }

    private boolean isDue(SiteMember member) {
        MemberState known = board.known(member);
        boolean joins = known.standing() == Standing.AWAY
                && known.tries() < SiteBoard.TRIES
                && !board.now().isBefore(known.changed().plus(AGAIN.multipliedBy(known.tries())));
        return known.standing() == Standing.WAITING || (joins && !board.isLastTry());
    }

    private boolean isOpen(SiteMember member) {
        return member.windows().isEmpty()
                || member.windows().stream().anyMatch(window -> window.covers(board.now(), board.now()));
    }

    private Set<String> busyPools() {
        Set<String> pools = new HashSet<>();
        board.plan().waves().stream()
                .flatMap(wave -> wave.members().stream())
                .filter(each -> board.standing(each) == Standing.UNDER_WAY)
                .forEach(each -> each.pool().ifPresent(pools::add));
        return pools;
    }
}
