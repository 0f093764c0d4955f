package understudy.core.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import understudy.core.model.MaintenanceWindow;
import understudy.core.model.RunId;
import understudy.core.site.SiteEvent.MemberBegan;
import understudy.core.site.SiteEvent.MemberEnded;
import understudy.core.site.SiteEvent.SiteAsked;
import understudy.core.site.SiteEvent.SiteEnded;
import understudy.core.site.SiteEvent.SiteOpened;
import understudy.core.site.SiteEvent.SitePassed;

/** A site that is played in simulated time: members end after ten minutes, as the test says. */
final class TestingSite {
    static final Instant START = Instant.parse("2026-11-21T22:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(10);

    final List<SiteEvent> journal = new ArrayList<>();
    private SiteState state = SiteState.empty();
    final Map<String, MemberResult> results = new HashMap<>();
    final Map<String, List<MaintenanceWindow>> windows = new HashMap<>();
    final Map<String, String> pools = new HashMap<>();
    final Map<String, List<MemberName>> witnessOf = new HashMap<>();
    final Map<String, String> findings = new HashMap<>();
    final SitePlan plan;
    private final Map<MemberName, Instant> ends = new HashMap<>();
    private Instant now = START;

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
                        ends.put(member, now.plus(LENGTH));
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

    /** Until the next member ends, or that time. */
    private void pass(Optional<Instant> until) {
        Instant next = java.util.stream.Stream.concat(ends.values().stream(), until.stream())
                .min(Instant::compareTo)
                .orElseThrow(() -> new AssertionError("The site waits for nothing."));
        now = next.isAfter(now) ? next : now.plusSeconds(1);
        record(new SitePassed(now));
        List.copyOf(ends.entrySet()).stream()
                .filter(each -> !each.getValue().isAfter(now))
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> {
                    ends.remove(each.getKey());
                    record(new MemberEnded(
                            now,
                            each.getKey(),
                            results.getOrDefault(each.getKey().value(), MemberResult.DONE),
                            "It went so.",
                            Optional.ofNullable(findings.get(each.getKey().value())),
                            List.of()));
                });
    }
}
