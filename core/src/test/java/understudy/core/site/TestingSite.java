package understudy.core.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import understudy.core.model.MaintenanceWindow;
import understudy.core.model.RunId;
import understudy.core.run.Hold;
import understudy.core.site.SiteEvent.MemberBegan;
import understudy.core.site.SiteEvent.MemberEnded;
import understudy.core.site.SiteEvent.SiteAsked;
import understudy.core.site.SiteEvent.SiteEnded;
import understudy.core.site.SiteEvent.SiteOpened;
import understudy.core.site.SiteEvent.SitePassed;

/** A site that is played in simulated time: members end after ten minutes, held on the way where they go together, as the test says. */
final class TestingSite {
    static final Instant START = Instant.parse("2026-11-21T22:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final Map<Hold, Duration> LEGS = Map.of(
            Hold.READY, Duration.ofMinutes(3), Hold.OFFLINE, Duration.ofMinutes(1), Hold.ONLINE, Duration.ofMinutes(5));
    private static final Duration LAST_LEG = Duration.ofMinutes(1);

    final List<SiteEvent> journal = new ArrayList<>();
    private SiteState state = SiteState.empty();
    final Map<String, MemberResult> results = new HashMap<>();
    final Map<String, List<MaintenanceWindow>> windows = new HashMap<>();
    final Map<String, String> pools = new HashMap<>();
    final Map<String, List<MemberName>> witnessOf = new HashMap<>();
    final Map<String, String> findings = new HashMap<>();
    /** Before which hold a member that goes together with others comes to its result; else after the last. */
    final Map<String, Hold> endsBefore = new HashMap<>();
    /** A member that needs a whole night to the hold. */
    final Map<String, Hold> slowBefore = new HashMap<>();

    /** What no command proves. */
    final Set<String> unproven = new HashSet<>();
    /** What commands list from now on; where nothing stands, that nothing can be listed. */
    final Map<String, String> listings = new HashMap<>();

    final SitePlan plan;
    private final Map<MemberName, Next> next = new HashMap<>();
    private Instant now = START;

    /** When a member comes to a hold, or to its end. */
    private record Next(Instant at, Optional<Hold> hold) {}

    TestingSite(int failures, Function<TestingSite, List<Wave>> waves) {
        this(failures, Map.of(), waves);
    }

    TestingSite(int failures, Map<String, Integer> limits, Function<TestingSite, List<Wave>> waves) {
        this(failures, limits, Optional.empty(), waves);
    }

    TestingSite(
            int failures,
            Map<String, Integer> limits,
            Optional<Integer> approvers,
            Function<TestingSite, List<Wave>> waves) {
        plan = new SitePlan(waves.apply(this), failures, limits, Optional.empty(), List.of(), approvers);
        record(new SiteOpened(now, new SiteHeader(1, new RunId("site-1"), "site", "x", plan, Optional.of("alice"))));
    }

    /** A wave in a tier of its own. */
    Wave wave(String name, int atOnce, String... members) {
        return new Wave(name, name, members(members), atOnce, false, false, Duration.ZERO, 0);
    }

    List<SiteMember> members(String... names) {
        return java.util.Arrays.stream(names)
                .map(name -> new SiteMember(
                        new MemberName(name),
                        Optional.ofNullable(pools.get(name)),
                        windows.getOrDefault(name, List.of()),
                        Optional.empty(),
                        witnessOf.getOrDefault(name, List.of())))
                .toList();
    }

    SiteState state() {
        return state;
    }

    private void record(SiteEvent event) {
        journal.add(event);
        state = SiteMachine.apply(state, event);
    }

    /** Plays until it ends or asks; what it asks is returned. */
    Optional<SiteQuestion> play() {
        for (int turn = 0; turn < 5_000; turn++) {
            List<SiteAction> actions = SiteDemands.of(state(), now);
            if (actions.isEmpty()) {
                return Optional.empty();
            }
            for (SiteAction action : actions) {
                switch (action) {
                    case SiteAction.Begin(MemberName member) -> {
                        record(new MemberBegan(now, member, new RunId("run-1")));
                        if (isHeld(member)) {
                            goTo(member, Optional.of(Hold.READY));
                        } else {
                            next.put(member, new Next(now.plus(LENGTH), Optional.empty()));
                        }
                    }
                    case SiteAction.LetOn(MemberName member, Hold place, String reason) -> {
                        record(new SiteEvent.MemberLetOn(now, member, place, reason));
                        goTo(
                                member,
                                java.util.Arrays.stream(Hold.values())
                                        .filter(hold -> hold.compareTo(place) > 0)
                                        .findFirst());
                    }
                    case SiteAction.CallBack(MemberName member, Hold place, String reason) -> {
                        record(new SiteEvent.MemberCalledBack(now, member, place, reason));
                        next.put(member, new Next(now.plus(LAST_LEG), Optional.empty()));
                    }
                    case SiteAction.Prove(String confirmation) -> {
                        if (unproven.contains(confirmation)) {
                            refuse("confirm/" + confirmation);
                        } else {
                            record(new SiteEvent.SiteProven(now, confirmation, "it is so"));
                        }
                    }
                    case SiteAction.Inspect(String comparison) -> {
                        String listing = listings.get(comparison);
                        if (listing == null) {
                            refuse("list/" + comparison);
                        } else {
                            record(new SiteEvent.SiteListed(now, comparison, listing));
                        }
                    }
                    case SiteAction.Ask(SiteQuestion question) -> {
                        record(new SiteAsked(now, question));
                        return Optional.of(question);
                    }
                    case SiteAction.Finish(SiteResult result, String note) -> record(new SiteEnded(now, result, note));
                    case SiteAction.Await(Optional<Instant> until) -> pass(until);
                }
            }
        }
        throw new AssertionError("The site does not come to an end: " + plan + " " + state.members());
    }

    private void refuse(String what) {
        record(new SiteEvent.SiteRefused(now, what, "it says no"));
        pass(Optional.of(now.plusSeconds(30)));
    }

    /** It shares its clients with others of a wave that goes together. */
    private boolean isHeld(MemberName name) {
        return plan.waves().stream()
                .filter(Wave::together)
                .anyMatch(wave -> wave.members().stream()
                        .filter(each -> each.name().equals(name) && each.pool().isPresent())
                        .anyMatch(each -> wave.members().stream()
                                .anyMatch(other ->
                                        !other.equals(each) && other.pool().equals(each.pool()))));
    }

    private void goTo(MemberName member, Optional<Hold> hold) {
        boolean slow =
                hold.filter(place -> place == slowBefore.get(member.value())).isPresent();
        Duration leg = hold.map(LEGS::get).orElse(LAST_LEG).plus(slow ? Duration.ofHours(8) : Duration.ZERO);
        next.put(member, new Next(now.plus(leg), hold));
    }

    void answer(SiteQuestion question, boolean yes) {
        answer(question, yes, "bob");
    }

    void answer(SiteQuestion question, boolean yes, String by) {
        record(new SiteEvent.SiteAnswered(now, "a" + journal.size(), question.id(), yes, by));
    }

    void asks(SiteEvent wish) {
        record(wish);
    }

    Instant now() {
        return now;
    }

    /** Until the next member comes to a hold or ends, or that time. */
    private void pass(Optional<Instant> until) {
        Instant first = java.util.stream.Stream.concat(next.values().stream().map(Next::at), until.stream())
                .min(Instant::compareTo)
                .orElseThrow(() -> new AssertionError("The site waits for nothing."));
        now = first.isAfter(now) ? first : now.plusSeconds(1);
        record(new SitePassed(now));
        List.copyOf(next.entrySet()).stream()
                .filter(each -> !each.getValue().at().isAfter(now))
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> {
                    next.remove(each.getKey());
                    arrives(each.getKey(), each.getValue());
                });
    }

    private void arrives(MemberName member, Next there) {
        MemberResult result = results.getOrDefault(member.value(), MemberResult.DONE);
        boolean back =
                state().member(member).hold().filter(MemberHold::isCalledBack).isPresent();
        boolean ends = result == MemberResult.AWAY
                || there.hold().isEmpty()
                || (result != MemberResult.DONE && there.hold().get() == endsBefore.get(member.value()));
        record(
                ends
                        ? new MemberEnded(
                                now,
                                member,
                                back ? MemberResult.FAILED : result,
                                "It went so.",
                                Optional.ofNullable(findings.get(member.value())),
                                List.of())
                        : new SiteEvent.MemberHeld(now, member, there.hold().get()));
    }
}
