package understudy.engine.site;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import understudy.core.site.MemberName;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteHeader;
import understudy.core.site.SiteState;
import understudy.core.site.Wave;
import understudy.engine.site.SitePrograms.Call;
import understudy.engine.site.SitePrograms.Moment;
import understudy.engine.site.SitePrograms.Said;

/**
 * Calls the owner's programs beside the site's run, which meanwhile hears what else happens, and remembers for this process what they have
 * agreed to. Used by the thread of the run; what the programs say comes back to it as news.
 */
final class ProgramDesk {
    /** A program that has said no is not asked at every look. */
    static final Duration AGAIN = Duration.ofSeconds(30);

    private final SitePrograms programs;
    private final Consumer<Optional<SiteEvent>> news;
    private final InstantSource time;
    /** When each was last asked and has said no. */
    private final Map<String, Instant> refused = new HashMap<>();

    private final Set<String> agreed = new HashSet<>();
    private final Set<String> underWay = new HashSet<>();
    private final List<Thread> tellings = new ArrayList<>();
    private final List<SiteEvent> failures = new ArrayList<>();

    ProgramDesk(SitePrograms programs, Consumer<Optional<SiteEvent>> news, InstantSource time) {
        this.programs = programs;
        this.news = news;
        this.time = time;
    }

    /** The hooks have agreed to the run and to the member's wave; where they were not asked yet, they are asked now. */
    boolean allows(SiteState state, MemberName member) {
        String wave = wave(state, member).name();
        return agrees(state, Moment.BEFORE_RUN, "run", Optional.empty())
                && agrees(state, Moment.BEFORE_WAVE, "wave/" + wave, Optional.of(wave));
    }

    private synchronized boolean agrees(SiteState state, Moment moment, String what, Optional<String> wave) {
        if (!programs.has(moment) || agreed.contains(what)) {
            return true;
        }
        Call call = call(state, moment, wave, Optional.empty());
        ask(what, () -> {
            List<String> no = programs.call(call);
            return new Said(no.isEmpty(), String.join(" ", no));
        });
        return false;
    }

    void prove(String confirmation) {
        ask("confirm/" + confirmation, () -> programs.prove(confirmation));
    }

    void list(String comparison) {
        ask("list/" + comparison, () -> programs.list(comparison));
    }

    private synchronized void ask(String what, Supplier<Said> program) {
        Instant last = refused.get(what);
        boolean early = last != null && time.instant().isBefore(last.plus(AGAIN));
        if (early || !underWay.add(what)) {
            return;
        }
        Thread.ofVirtual().name("site asks " + what).start(() -> heard(what, said(program)));
    }

    private static Said said(Supplier<Said> program) {
        try {
            return program.get();
        } catch (RuntimeException broken) {
            return new Said(false, "it broke off: " + broken.getMessage());
        }
    }

    private void heard(String what, Said said) {
        Instant now = time.instant();
        synchronized (this) {
            if (said.succeeded()) {
                refused.remove(what);
                agreed.add(what);
            } else {
                refused.put(what, now);
            }
        }
        news.accept(
                said.succeeded()
                        ? result(what, said, now)
                        : Optional.of(new SiteEvent.SiteRefused(now, what, said.words())));
        synchronized (this) {
            underWay.remove(what);
        }
    }

    /** What the run is told of a success; of a hook's yes nothing but that there is one. */
    private static Optional<SiteEvent> result(String what, Said said, Instant now) {
        int slash = what.indexOf('/');
        String id = what.substring(slash + 1);
        return switch (slash < 0 ? what : what.substring(0, slash)) {
            case "confirm" -> Optional.of(new SiteEvent.SiteProven(now, id, said.words()));
            case "list" -> Optional.of(new SiteEvent.SiteListed(now, id, said.words()));
            default -> Optional.empty();
        };
    }

    /** Tells of each wave that has come to its end between these two; what it was asked before does not count for another time. */
    void ended(SiteState before, SiteState after) {
        if (!programs.has(Moment.BEFORE_WAVE) && !programs.has(Moment.AFTER_WAVE)) {
            return;
        }
        after.header().stream()
                .flatMap(header -> header.plan().waves().stream())
                .filter(wave -> isOver(wave, after) && !isOver(wave, before))
                .forEach(wave -> {
                    synchronized (this) {
                        agreed.remove("wave/" + wave.name());
                    }
                    tell(call(after, Moment.AFTER_WAVE, Optional.of(wave.name()), Optional.of(result(wave, after))));
                });
    }

    /** Tells of the run's end, waits for what is still being told, and says what of it has failed. */
    List<SiteEvent> ended(SiteState state, String result) throws InterruptedException {
        boolean begun =
                state.members().values().stream().anyMatch(known -> known.run().isPresent());
        if (begun) {
            tell(call(state, Moment.AFTER_RUN, Optional.empty(), Optional.of(result)));
        }
        for (Thread telling : tellings) {
            telling.join();
        }
        synchronized (this) {
            return List.copyOf(failures);
        }
    }

    private void tell(Call call) {
        if (programs.has(call.moment())) {
            tellings.add(Thread.ofVirtual().name("site tells " + call.moment()).start(() -> told(call)));
        }
    }

    private void told(Call call) {
        Said said = said(() -> {
            List<String> failed = programs.call(call);
            return new Said(failed.isEmpty(), String.join(" ", failed));
        });
        if (!said.succeeded()) {
            synchronized (this) {
                failures.add(new SiteEvent.SiteWarned(time.instant(), said.words()));
            }
        }
    }

    private static boolean isOver(Wave wave, SiteState state) {
        return state.header().isPresent()
                && wave.members().stream()
                        .map(member -> state.member(member.name()).standing())
                        .allMatch(standing -> switch (standing) {
                            case DONE, FAILED, BROKEN_OFF, SKIPPED -> true;
                            case WAITING, UNDER_WAY, AWAY -> false;
                        });
    }

    /** Such as {@code 3 done, 1 failed}. */
    private static String result(Wave wave, SiteState state) {
        long done = count(wave, state, "DONE");
        long skipped = count(wave, state, "SKIPPED");
        long failed = wave.members().size() - done - skipped;
        return Stream.of(done + " done", failed > 0 ? failed + " failed" : "", skipped > 0 ? skipped + " left out" : "")
                .filter(words -> !words.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }

    private static long count(Wave wave, SiteState state, String standing) {
        return wave.members().stream()
                .filter(member -> state.member(member.name()).standing().name().equals(standing))
                .count();
    }

    private static Wave wave(SiteState state, MemberName member) {
        return state.header().orElseThrow().plan().waves().stream()
                .filter(wave ->
                        wave.members().stream().anyMatch(each -> each.name().equals(member)))
                .findFirst()
                .orElseThrow();
    }

    private Call call(SiteState state, Moment moment, Optional<String> wave, Optional<String> result) {
        SiteHeader header = state.header().orElseThrow();
        return new Call(moment, header.run(), header.site(), wave, result, time.instant());
    }
}
