package understudy.core.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import understudy.core.site.MemberState.Standing;

/** Whose turn it is within a wave: as many at once as it allows, no neighbours, each in its own windows. */
final class SiteTurns {
    /** A member that was out of reach is tried again after this, and after twice this. */
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final SiteBoard board;
    private final SiteNeighbours neighbours;

    SiteTurns(SiteBoard board) {
        this.board = board;
        this.neighbours = new SiteNeighbours(board);
    }

    List<SiteAction> of(Wave wave) {
        List<SiteAction> actions = new ArrayList<>();
        Set<String> together = new HashSet<>();
        long slots = wave.atOnce()
                - wave.members().stream()
                        .filter(each -> board.standing(each) == Standing.UNDER_WAY)
                        .count();
        for (SiteMember member : wave.members()) {
            if (slots > 0
                    && isDue(member)
                    && board.isOpen(member)
                    && neighbours.against(wave, member).isEmpty()
                    && isComplete(wave, member, slots, together)) {
                actions.add(new SiteAction.Begin(member.name()));
                neighbours.begins(member);
                slots--;
            }
        }
        return actions;
    }

    /** What a person must decide where nobody of these may begin and nobody is at work; each stands in the wave that is asked about. */
    Optional<SiteAction> question(Wave wave) {
        return wave.members().stream()
                .filter(this::isDue)
                .filter(board::isOpen)
                .map(member -> neighbours.question(wave, member))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Those of one pool begin together or not at all, where the wave has announced that. */
    private boolean isComplete(Wave wave, SiteMember member, long slots, Set<String> together) {
        if (!wave.together() || member.pool().isEmpty() || board.standing(member) == Standing.AWAY) {
            return true;
        }
        String pool = member.pool().get();
        if (together.contains(pool)) {
            return true;
        }
        List<SiteMember> all = wave.members().stream()
                .filter(each -> each.pool().equals(member.pool()) && board.standing(each) == Standing.WAITING)
                .toList();
        boolean complete = slots >= Math.min(wave.atOnce(), all.size())
                && all.stream()
                        .allMatch(each -> board.isOpen(each)
                                && neighbours.against(wave, each).isEmpty());
        return complete && together.add(pool);
    }

    private boolean isDue(SiteMember member) {
        MemberState known = board.known(member);
        boolean joins = known.standing() == Standing.AWAY
                && known.tries() < SiteBoard.TRIES
                && !board.now().isBefore(known.changed().plus(AGAIN.multipliedBy(known.tries())));
        return known.standing() == Standing.WAITING || (joins && !board.isLastTry());
    }
}
