package understudy.core.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import understudy.core.site.MemberState.Standing;

/** What the state of a site run demands, in a fixed order: begin members, ask, wait, or end. */
public final class SiteDemands {
    /** A member that was out of reach is tried again after this, and after twice this. */
    static final Duration AGAIN = Duration.ofMinutes(5);

    /** So often it is tried before a person is asked, where others wait for it. */
    private static final int TRIES = 3;

    /** Where only a window's opening is awaited. */
    private static final Duration LOOK = Duration.ofMinutes(1);

    private final SiteState state;
    private final SitePlan plan;
    private final Instant now;

    private SiteDemands(SiteState state, Instant now) {
        this.state = state;
        this.plan = state.header().orElseThrow().plan();
        this.now = now;
    }

    /** What is to be done at this time; nothing once the run has ended. */
    public static List<SiteAction> of(SiteState state, Instant now) {
        return state.header().isEmpty() || state.ending().isPresent() ? List.of() : new SiteDemands(state, now).list();
    }

    private List<SiteAction> list() {
        boolean busy = state.members().values().stream().anyMatch(each -> each.standing() == Standing.UNDER_WAY);
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
        Optional<SiteAction> stop = new SiteBudget(state, plan).stops(busy);
        if (stop.isPresent()) {
            return List.of(stop.get());
        }
        return busy ? orAwait(begin(), Optional.empty()) : orAwait(begin(), Optional.of(now.plus(LOOK)));
    }

    private List<SiteAction> orAwait(List<SiteAction> actions, Optional<Instant> until) {
        return actions.isEmpty() ? List.of(new SiteAction.Await(until)) : actions;
    }

    /** Every wave whose turn it is gives what it may. */
    private List<SiteAction> begin() {
        Set<String> pools = busyPools();
        for (int index = 0; index < plan.waves().size(); index++) {
            Wave wave = plan.waves().get(index);
            if (isClosed(wave)) {
                continue;
            }
            List<SiteMember> missing = missing(index);
            if (!missing.isEmpty()) {
                return missing(missing);
            }
            Optional<SiteAction> first = gate(index);
            if (first.isPresent()) {
                return List.of(first.get());
            }
            List<SiteAction> begun = members(wave, pools);
            if (!begun.isEmpty() || !mayPass(wave)) {
                return begun;
            }
        }
        return allClosedButAway() ? List.of(end()) : List.of();
    }

    /** Nothing of the wave is left to be begun or to end, except who is out of reach. */
    private boolean isClosed(Wave wave) {
        return wave.members().stream()
                .map(this::standing)
                .noneMatch(each -> each == Standing.WAITING || each == Standing.UNDER_WAY || each == Standing.AWAY);
    }

    /** All of it have ended; who is out of reach may join later. */
    private boolean mayPass(Wave wave) {
        return wave.members().stream()
                .map(this::standing)
                .noneMatch(each -> each == Standing.WAITING || each == Standing.UNDER_WAY);
    }

    /** Who of the tiers before is out of reach, so that this wave waits, until a person says that it need not. */
    private List<SiteMember> missing(int index) {
        String tier = plan.waves().get(index).tier();
        return plan.waves().subList(0, index).stream()
                .filter(before -> !before.tier().equals(tier))
                .flatMap(before -> before.members().stream())
                .filter(each -> standing(each) == Standing.AWAY && !isGivenUp(each))
                .toList();
    }

    private List<SiteAction> missing(List<SiteMember> members) {
        return members.stream()
                .filter(each -> state.member(each.name()).tries() >= TRIES)
                .map(each -> SiteBudget.refused(state, away(each))
                        .orElseGet(() -> new SiteAction.Ask(new SiteQuestion(
                                away(each),
                                each.name() + " was out of reach " + TRIES
                                        + " times, and what comes after it waits: is the rest to go on without it?",
                                false))))
                .limit(1)
                .toList();
    }

    private boolean isGivenUp(SiteMember member) {
        return Boolean.TRUE.equals(state.answers().get(away(member)));
    }

    private static String away(SiteMember member) {
        return "away/" + member.name();
    }

    private Standing standing(SiteMember member) {
        return state.member(member.name()).standing();
    }

    /** What stands before a wave of which nobody was begun. */
    private Optional<SiteAction> gate(int index) {
        Wave wave = plan.waves().get(index);
        boolean begun = wave.members().stream()
                .anyMatch(each -> state.member(each.name()).tries() > 0);
        if (begun) {
            return Optional.empty();
        }
        if (index > 0 && wave.pause().isPositive()) {
            Instant watched = plan.waves().subList(0, index).stream()
                    .flatMap(before -> before.members().stream())
                    .map(each -> state.member(each.name()).changed())
                    .max(Instant::compareTo)
                    .orElse(now)
                    .plus(wave.pause());
            if (now.isBefore(watched)) {
                return Optional.of(new SiteAction.Await(Optional.of(watched)));
            }
        }
        String id = "wave/" + wave.name();
        return wave.approval() && !state.answers().containsKey(id)
                ? Optional.of(new SiteAction.Ask(new SiteQuestion(
                        id,
                        "Wave " + wave.name() + " with " + wave.members().size()
                                + (wave.members().size() == 1 ? " member" : " members") + " is next: may it begin?",
                        true)))
                : SiteBudget.refused(state, id);
    }

    private List<SiteAction> members(Wave wave, Set<String> pools) {
        List<SiteAction> actions = new ArrayList<>();
        long slots = wave.atOnce()
                - wave.members().stream()
                        .filter(each -> state.member(each.name()).standing() == Standing.UNDER_WAY)
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
        MemberState known = state.member(member.name());
        boolean joins = known.standing() == Standing.AWAY
                && known.tries() < TRIES
                && !now.isBefore(known.changed().plus(AGAIN.multipliedBy(known.tries())));
        return known.standing() == Standing.WAITING || (joins && !isLastTry());
    }

    private boolean isOpen(SiteMember member) {
        return member.windows().isEmpty() || member.windows().stream().anyMatch(window -> window.covers(now, now));
    }

    private Set<String> busyPools() {
        Set<String> pools = new HashSet<>();
        plan.waves().stream()
                .flatMap(wave -> wave.members().stream())
                .filter(each -> state.member(each.name()).standing() == Standing.UNDER_WAY)
                .forEach(each -> each.pool().ifPresent(pools::add));
        return pools;
    }

    /** Who is out of reach, and was tried again once everybody else had ended, is left. */
    private boolean isLastTry() {
        return allClosedButAway()
                && state.members().values().stream()
                        .filter(each -> each.standing() == Standing.AWAY)
                        .allMatch(each -> each.tries() > 1);
    }

    private boolean allClosedButAway() {
        return state.members().values().stream()
                .noneMatch(each -> each.standing() == Standing.WAITING || each.standing() == Standing.UNDER_WAY);
    }

    private SiteAction end() {
        boolean waits =
                state.members().values().stream().anyMatch(each -> each.standing() == Standing.AWAY) && !isLastTry();
        if (waits) {
            return new SiteAction.Await(Optional.of(now.plus(LOOK)));
        }
        List<String> left = state.members().entrySet().stream()
                .filter(each -> each.getValue().standing() != Standing.DONE)
                .map(each -> each.getKey() + " (" + each.getValue().note() + ")")
                .toList();
        return left.isEmpty()
                ? new SiteAction.Finish(SiteResult.FINISHED, "Every member is patched.")
                : new SiteAction.Finish(
                        SiteResult.INCOMPLETE,
                        "Not patched: " + String.join(", ", left.subList(0, Math.min(10, left.size())))
                                + (left.size() > 10 ? " and " + (left.size() - 10) + " more" : "") + ".");
    }
}
