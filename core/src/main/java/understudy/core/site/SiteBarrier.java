package understudy.core.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import understudy.core.run.Hold;
import understudy.core.site.MemberState.Standing;

/**
 * Lets members of a pool that go together pass their holds: all are ready before one is offline, all are offline before one is patched, all
 * are patched before one is online. As long as nobody is patched, one that cannot come along calls the others back, so that all of them have
 * the old version; later the others come online without it. Nobody waits offline for ever.
 */
final class SiteBarrier {
    /** So long those who are offline wait for one that is not: they come back unpatched. */
    static final Duration UNPATCHED = Duration.ofMinutes(15);

    /** So long those who are patched wait offline for one that is not: they come online without it. */
    static final Duration PATCHED = Duration.ofHours(1);

    private final SiteBoard board;
    private final boolean begins;

    /** @param begins whether members may still be begun, so that one that was not yet may come along */
    SiteBarrier(SiteBoard board, boolean begins) {
        this.board = board;
        this.begins = begins;
    }

    /** What is to be told to those who wait. */
    List<SiteAction> actions() {
        return pools(board.plan()).stream()
                .flatMap(pool -> pool.stream().filter(this::waits).flatMap(member -> told(pool, member).stream()))
                .toList();
    }

    /** When waiting ends for somebody, whatever the others do. */
    Optional<Instant> until() {
        return pools(board.plan()).stream()
                .flatMap(List::stream)
                .filter(this::waits)
                .map(member -> board.known(member).hold().orElseThrow())
                .flatMap(hold -> patience(hold.place()).map(hold.since()::plus).stream())
                .min(Instant::compareTo);
    }

    /** Members that share their clients and go together, more than one in each list. */
    static List<List<SiteMember>> pools(SitePlan plan) {
        List<List<SiteMember>> pools = new ArrayList<>();
        plan.waves().stream().filter(Wave::together).forEach(wave -> {
            Map<String, List<SiteMember>> byName = new LinkedHashMap<>();
            wave.members()
                    .forEach(member -> member.pool()
                            .ifPresent(pool -> byName.computeIfAbsent(pool, _ -> new ArrayList<>())
                                    .add(member)));
            byName.values().stream().filter(pool -> pool.size() > 1).forEach(pools::add);
        });
        return pools;
    }

    private boolean waits(SiteMember member) {
        MemberState known = board.known(member);
        return known.standing() == Standing.UNDER_WAY
                && known.abortedBy().isEmpty()
                && known.hold().filter(MemberHold::waits).isPresent();
    }

    private Optional<SiteAction> told(List<SiteMember> pool, SiteMember member) {
        Hold place = board.known(member).hold().orElseThrow().place();
        List<SiteMember> others = pool.stream()
                .filter(other -> !other.equals(member) && counts(other))
                .toList();
        // Who was called back is no reason of its own: the one is named for which it was.
        Optional<String> lost = first(others, other -> isLost(pool, other, place) && !isCalledBack(other))
                .or(() -> first(others, other -> isLost(pool, other, place)))
                .map(other -> other.name() + " " + why(board.known(other)))
                .or(() -> late(pool, others, place));
        if (lost.isPresent() && place != Hold.ONLINE && pool.stream().noneMatch(this::isPatched)) {
            return Optional.of(new SiteAction.CallBack(
                    member.name(), place, lost.get() + ", and nobody of its pool is patched without it"));
        }
        boolean complete = others.stream().allMatch(other -> isLost(pool, other, place) || isThere(other, place));
        return complete || lost.filter(_ -> isLate(pool, place)).isPresent()
                ? Optional.of(new SiteAction.LetOn(
                        member.name(),
                        place,
                        lost.map(why -> why + ", so that it goes on without it").orElse("")))
                : Optional.empty();
    }

    /** It has the patch, or is getting it, so that going forward is what gives all of them one version. */
    private boolean isPatched(SiteMember member) {
        MemberState known = board.known(member);
        boolean letOn = known.hold()
                .filter(hold -> hold.place() == Hold.ONLINE || (hold.place() == Hold.OFFLINE && hold.isLetOn()))
                .isPresent();
        return known.standing() == Standing.DONE || (known.standing() == Standing.UNDER_WAY && letOn);
    }

    /** Who is done, left out or asked to end is waited for by nobody. */
    private boolean counts(SiteMember other) {
        MemberState known = board.known(other);
        return known.standing() != Standing.DONE
                && known.standing() != Standing.SKIPPED
                && known.abortedBy().isEmpty();
    }

    private boolean isThere(SiteMember other, Hold place) {
        MemberState known = board.known(other);
        return known.standing() == Standing.UNDER_WAY
                && known.hold().filter(hold -> hold.hasReached(place)).isPresent();
    }

    /** It does not come along any more. */
    private boolean isLost(List<SiteMember> pool, SiteMember other, Hold place) {
        MemberState known = board.known(other);
        return switch (known.standing()) {
            case FAILED, BROKEN_OFF -> true;
            case AWAY -> place != Hold.READY || known.tries() >= SiteBoard.TRIES || isHindered(pool, other);
            case WAITING -> isHindered(pool, other);
            case UNDER_WAY -> isCalledBack(other);
            case DONE, SKIPPED -> false;
        };
    }

    private boolean isCalledBack(SiteMember member) {
        MemberState known = board.known(member);
        return known.standing() == Standing.UNDER_WAY
                && known.hold().filter(MemberHold::isCalledBack).isPresent();
    }

    /** Nobody is begun any more, or somebody stands against beginning it whose end it would wait for in vain. */
    private boolean isHindered(List<SiteMember> pool, SiteMember other) {
        return !begins
                || new SiteNeighbours(board)
                        .voting(other)
                        .anyMatch(name -> board.state().member(name).standing() != Standing.UNDER_WAY
                                || pool.stream().anyMatch(mate -> mate.name().equals(name)));
    }

    private static String why(MemberState known) {
        return switch (known.standing()) {
            case FAILED -> "failed";
            case BROKEN_OFF -> "broke off";
            case AWAY -> "is out of reach";
            case UNDER_WAY -> "was called back";
            case WAITING, DONE, SKIPPED -> "is not begun";
        };
    }

    private Optional<String> late(List<SiteMember> pool, List<SiteMember> others, Hold place) {
        return isLate(pool, place)
                ? first(others, other -> !isThere(other, place))
                        .map(other -> "After " + patience(place).orElseThrow().toMinutes() + " minutes " + other.name()
                                + " is still not " + (place == Hold.ONLINE ? "patched" : "offline"))
                : Optional.empty();
    }

    private boolean isLate(List<SiteMember> pool, Hold place) {
        Optional<Instant> first = pool.stream()
                .filter(this::waits)
                .map(member -> board.known(member).hold().orElseThrow())
                .filter(hold -> hold.place() == place)
                .map(MemberHold::since)
                .min(Instant::compareTo);
        return patience(place)
                .flatMap(patience -> first.map(since -> since.plus(patience)))
                .filter(limit -> !board.now().isBefore(limit))
                .isPresent();
    }

    /** Empty where nobody's clients wait. */
    private static Optional<Duration> patience(Hold place) {
        return switch (place) {
            case READY -> Optional.empty();
            case OFFLINE -> Optional.of(UNPATCHED);
            case ONLINE -> Optional.of(PATCHED);
        };
    }

    private static Optional<SiteMember> first(List<SiteMember> members, Predicate<SiteMember> which) {
        return members.stream().filter(which).findFirst();
    }
}
