package understudy.core.site;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.core.site.MemberState.Standing;

/** What the state of a site run demands, in a fixed order: begin members, ask, wait, or end. */
public final class SiteDemands {
    /** Where only a window's opening, or somebody's return, is awaited. */
    private static final Duration LOOK = Duration.ofMinutes(1);

    private static final int NAMED = 10;

    private final SiteState state;
    private final SiteBoard board;

    private SiteDemands(SiteState state, Instant now) {
        this.state = state;
        this.board = SiteBoard.of(state, now);
    }

    /** What is to be done at this time; nothing once the run has ended. */
    public static List<SiteAction> of(SiteState state, Instant now) {
        return state.header().isEmpty() || state.ending().isPresent() ? List.of() : new SiteDemands(state, now).list();
    }

    /** Whoever is held and can be told how to go on is told so first, whatever else stands. */
    private List<SiteAction> list() {
        Optional<SiteAction> stop = new SiteBudget(state, board.plan()).stops(board.isBusy());
        var barrier = new SiteBarrier(
                board,
                stop.isEmpty() && state.abortedBy().isEmpty() && state.open().isEmpty());
        List<SiteAction> told = barrier.actions();
        return told.isEmpty() ? noLaterThan(barrier.until(), others(stop)) : told;
    }

    private static List<SiteAction> noLaterThan(Optional<Instant> limit, List<SiteAction> actions) {
        return actions.stream()
                .map(action -> action instanceof SiteAction.Await(Optional<Instant> until)
                        ? new SiteAction.Await(
                                Stream.concat(until.stream(), limit.stream()).min(Instant::compareTo))
                        : action)
                .toList();
    }

    private List<SiteAction> others(Optional<SiteAction> stop) {
        boolean busy = board.isBusy();
        if (state.abortedBy().isPresent()) {
            return List.of(
                    busy
                            ? new SiteAction.Await(Optional.empty())
                            : new SiteAction.Finish(
                                    SiteResult.ABORTED,
                                    "Aborted by " + state.abortedBy().get() + "."));
        }
        if (state.pausedBy().isPresent()) {
            return List.of(new SiteAction.Await(Optional.empty()));
        }
        if (stop.isPresent()) {
            return List.of(stop.get());
        }
        List<SiteAction> actions = begin();
        Optional<Instant> until = busy && !board.awaitsTime()
                ? Optional.empty()
                : Optional.of(board.now().plus(LOOK));
        return actions.isEmpty() ? List.of(new SiteAction.Await(until)) : actions;
    }

    /** The first wave whose turn it is gives what it may; where it may be passed, the next one. */
    private List<SiteAction> begin() {
        SiteGates gates = new SiteGates(board);
        Optional<SiteAction> start = gates.start();
        if (start.isPresent()) {
            return List.of(start.get());
        }
        SiteTurns turns = new SiteTurns(board);
        for (int index = 0; index < board.plan().waves().size(); index++) {
            Wave wave = board.plan().waves().get(index);
            if (board.isClosed(wave)) {
                continue;
            }
            Optional<List<SiteAction>> gate = gates.before(index);
            if (gate.isPresent()) {
                return gate.get();
            }
            List<SiteAction> begun = turns.of(wave);
            if (!begun.isEmpty()) {
                return begun;
            }
            if (!board.mayPass(wave)) {
                return stuck(turns, board.plan().waves().subList(0, index + 1));
            }
        }
        if (!board.allClosedButAway()) {
            return List.of();
        }
        List<SiteAction> stuck = stuck(turns, board.plan().waves());
        return stuck.isEmpty() ? List.of(gates.end().orElseGet(this::end)) : stuck;
    }

    /** Where nobody is at work and neighbours stand against each other, a person is asked. */
    private List<SiteAction> stuck(SiteTurns turns, List<Wave> waves) {
        return board.isBusy()
                ? List.of()
                : waves.stream()
                        .map(turns::question)
                        .flatMap(Optional::stream)
                        .limit(1)
                        .toList();
    }

    private SiteAction end() {
        boolean waits = state.members().values().stream().anyMatch(each -> each.standing() == Standing.AWAY)
                && !board.isLastTry();
        if (waits) {
            return new SiteAction.Await(Optional.of(board.now().plus(LOOK)));
        }
        List<String> left = state.members().entrySet().stream()
                .filter(each -> each.getValue().standing() != Standing.DONE)
                .map(each -> each.getKey() + " (" + each.getValue().note() + ")")
                .toList();
        return left.isEmpty()
                ? new SiteAction.Finish(SiteResult.FINISHED, "Every member is patched.")
                : new SiteAction.Finish(
                        SiteResult.INCOMPLETE,
                        "Not patched: " + String.join(", ", left.subList(0, Math.min(NAMED, left.size())))
                                + (left.size() > NAMED ? " and " + (left.size() - NAMED) + " more" : "") + ".");
    }
}
