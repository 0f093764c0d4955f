package understudy.engine.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.core.model.RunId;
import understudy.core.run.Hold;
import understudy.core.site.Comparison;
import understudy.core.site.Confirmation;
import understudy.core.site.MemberName;
import understudy.core.site.MemberResult;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteHeader;
import understudy.core.site.SiteMember;
import understudy.core.site.SitePlan;
import understudy.core.site.SiteResult;
import understudy.core.site.SiteState;
import understudy.core.site.Wave;

/** The owner's programs are asked before and told after the site's run and its waves, prove and list, and hang nothing. */
@Timeout(60)
class SiteProgramsTest {
    private final List<SiteEvent> journal = new CopyOnWriteArrayList<>();
    private final Programs programs = new Programs();
    /** What programs and members do, in order. */
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T22:00:00Z"));

    @Test
    void eachIsCalledOnceAndInOrder() throws Exception {
        SiteState end = run().open(header());

        assertThat(end.ending().orElseThrow().result()).isEqualTo(SiteResult.FINISHED);
        assertThat(log)
                .as("nobody waits for what is told of a wave")
                .filteredOn(line -> !line.startsWith("AFTER_WAVE"))
                .containsExactly(
                        "prove tier/word",
                        "list tier/maps",
                        "BEFORE_RUN",
                        "BEFORE_WAVE one",
                        "a begins",
                        "b begins",
                        "list tier/maps",
                        "BEFORE_WAVE two",
                        "c begins",
                        "AFTER_RUN FINISHED");
        assertThat(log).contains("AFTER_WAVE one 2 done", "AFTER_WAVE two 1 done");
        assertThat(journal)
                .filteredOn(SiteEvent.SiteProven.class::isInstance)
                .extracting(event -> ((SiteEvent.SiteProven) event).said())
                .containsExactly("it is so");
    }

    @Test
    void aNoKeepsTheWaveFromBeginningUntilItIsAYes() throws Exception {
        programs.refusals.put("BEFORE_WAVE two", 3);

        SiteState end = run().open(header());

        assertThat(end.ending().orElseThrow().result()).isEqualTo(SiteResult.FINISHED);
        assertThat(log.stream().filter("BEFORE_WAVE two"::equals)).hasSize(4);
        assertThat(journal)
                .filteredOn(SiteEvent.SiteRefused.class::isInstance)
                .as("told once, however often it is said")
                .singleElement()
                .isInstanceOfSatisfying(SiteEvent.SiteRefused.class, no -> {
                    assertThat(no.what()).isEqualTo("wave/two");
                    assertThat(no.reason()).isEqualTo("The hook says no.");
                });
    }

    @Test
    void aNoThatStaysIsAPersonsMatter() throws Exception {
        programs.refusals.put("BEFORE_RUN", Integer.MAX_VALUE);

        SiteState end = run().open(header());

        assertThat(end.ending().orElseThrow().result()).isEqualTo(SiteResult.STOPPED);
        assertThat(end.ending().orElseThrow().note())
                .startsWith("For 10 minutes the run has not begun: The hook says no. Are they to be asked again?");
        assertThat(log).noneMatch(line -> line.endsWith("begins"));
        assertThat(log).as("nothing was begun").noneMatch(line -> line.startsWith("AFTER"));
    }

    @Test
    void whatIsNotHeardIsAWarningAndNoMore() throws Exception {
        programs.refusals.put("AFTER_WAVE one 2 done", 1);

        SiteState end = run().open(header());

        assertThat(end.ending().orElseThrow().result()).isEqualTo(SiteResult.FINISHED);
        assertThat(journal)
                .filteredOn(SiteEvent.SiteWarned.class::isInstance)
                .extracting(event -> ((SiteEvent.SiteWarned) event).sentence())
                .containsExactly("The hook says no.");
        assertThat(journal.getLast()).isInstanceOf(SiteEvent.SiteEnded.class);
    }

    @Test
    void aCommandThatBreaksOffProvesNothing() throws Exception {
        programs.breaks = true;

        SiteState end = run().open(header());

        assertThat(end.ending().orElseThrow().note())
                .startsWith("For 10 minutes this has not been proven (it broke off: no memory). Is it so?");
    }

    private SiteHeader header() {
        Wave one = wave("one", List.of("a", "b"), true);
        Wave two = wave("two", List.of("c"), false);
        return new SiteHeader(
                1, new RunId("site"), "office", "x", new SitePlan(List.of(one, two), 0), Optional.of("bob"));
    }

    private static Wave wave(String name, List<String> members, boolean checked) {
        return new Wave(
                name,
                name,
                members.stream()
                        .map(member -> new SiteMember(new MemberName(member), Optional.empty(), List.of()))
                        .toList(),
                1,
                false,
                false,
                Duration.ZERO,
                0,
                checked ? List.of(new Confirmation("tier/word", "Is it so?", false, true)) : List.of(),
                checked ? List.of(new Comparison("tier/maps", "The maps")) : List.of());
    }

    /** A minute passes at each look at the clock, so that a test need not wait. */
    private SiteRun run() {
        InstantSource clock = () -> now.updateAndGet(time -> time.plusSeconds(20));
        return new SiteRun(
                new Journal(),
                new Runs(),
                programs,
                (_, _) -> {},
                new SiteRun.Manner(true, "bob", clock, Duration.ofMillis(5)));
    }

    private final class Programs implements SitePrograms {
        private final Map<String, Integer> refusals = new HashMap<>();
        private boolean breaks;

        @Override
        public boolean has(Moment moment) {
            return true;
        }

        @Override
        public synchronized List<String> call(Call call) {
            String words = call.moment()
                    + call.wave().map(wave -> " " + wave).orElse("")
                    + call.result().map(result -> " " + result).orElse("");
            log.add(words);
            int left = refusals.getOrDefault(words, 0);
            refusals.put(words, left - 1);
            return left > 0 ? List.of("The hook says no.") : List.of();
        }

        @Override
        public Said prove(String confirmation) {
            log.add("prove " + confirmation);
            if (breaks) {
                throw new IllegalStateException("no memory");
            }
            return new Said(true, "it is so");
        }

        @Override
        public Said list(String comparison) {
            log.add("list " + comparison);
            return new Said(true, "one\ntwo");
        }
    }

    private final class Journal implements SiteJournal {
        @Override
        public void append(List<? extends SiteEvent> events) {
            journal.addAll(events);
        }

        @Override
        public List<SiteEvent> replay() {
            return List.copyOf(journal);
        }

        @Override
        public Bell bell(Runnable ring) {
            return () -> {};
        }

        @Override
        public List<SiteEvent.Wish> wishes() {
            return List.of();
        }
    }

    private final class Runs implements MemberRuns {
        @Override
        public RunId run(MemberName member, Optional<RunId> last) {
            return new RunId("site-" + member);
        }

        @Override
        public Ended carry(MemberName member, RunId run, Consumer<Hold> held) {
            log.add(member + " begins");
            return Ended.plainly(MemberResult.DONE, "It went so.");
        }

        @Override
        public void answer(MemberName member, RunId run, HoldAnswer answer) {
            throw new AssertionError("Nobody of this site is held.");
        }

        @Override
        public void abort(MemberName member, RunId run, String request, String by) {
            throw new AssertionError("Nobody has asked for an end.");
        }
    }
}
