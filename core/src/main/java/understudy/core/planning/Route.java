package understudy.core.planning;

import java.util.List;

/**
 * The order that the search found: legs of handovers and the node visits behind them.
 *
 * @param exact no better one exists
 */
record Route(List<Leg> legs, Cost cost, boolean exact) {
    Route {
        legs = List.copyOf(legs);
    }

    /** A unit goes from one node to another, by their indexes. */
    record Move(int unit, int from, int to) {}

    /** Handovers one after the other, then visits that overlap. */
    record Leg(List<Move> moves, List<Integer> visits) {
        Leg {
            moves = List.copyOf(moves);
            visits = List.copyOf(visits);
        }
    }
}
