package understudy.engine.site;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import understudy.core.model.RunId;
import understudy.core.run.Hold;
import understudy.core.site.MemberName;
import understudy.core.site.MemberResult;
import understudy.core.site.MemberState;
import understudy.core.site.MemberState.Standing;
import understudy.core.site.SiteAction;
import understudy.core.site.SiteDemands;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteEvent.MemberBegan;
import understudy.core.site.SiteEvent.MemberEnded;
import understudy.core.site.SiteHeader;
import understudy.core.site.SiteMachine;
import understudy.core.site.SiteQuestion;
import understudy.core.site.SiteResult;
import understudy.core.site.SiteState;

/**
 * Does what a site's state demands until it demands nothing more. An event is durable first, then it counts; killed anywhere, it goes on:
 * a member whose beginning was recorded is carried on by its own run's journal.
 */
public final class SiteRun {
    private final SiteJournal journal;
    private final MemberRuns runs;
    private final SiteListener listener;
    private final Manner manner;
    /** Members that have ended or are held; nothing stands for a bell. */
    private final LinkedBlockingQueue<Optional<SiteEvent>> news = new LinkedBlockingQueue<>();

    private final MemberWords words;
    private final ProgramDesk programs;
    private SiteState state;

    /**
     * How a process carries the run.
     *
     * @param unattended nobody is there to answer
     * @param by who carries it
     * @param longest after so long the clock is looked at again, because nothing tells us that it has reached a moment
     */
    public record Manner(boolean unattended, String by, InstantSource time, Duration longest) {
        private static final Duration USUALLY = Duration.ofMinutes(1);

        /** By a clock that goes as we do. */
        public Manner(boolean unattended, String by, InstantSource time) {
            this(unattended, by, time, USUALLY);
        }
    }

    /** What has been recorded so far counts. */
    public SiteRun(SiteJournal journal, MemberRuns runs, SitePrograms programs, SiteListener listener, Manner manner) {
        this.journal = journal;
        this.runs = runs;
        this.listener = listener;
        this.manner = manner;
        this.words = new MemberWords(runs);
        this.programs = new ProgramDesk(programs, news::add, manner.time());
        this.state = SiteMachine.replay(journal.replay());
    }

    /** Opens a new run and carries it to its end. */
    public SiteState open(SiteHeader header) throws InterruptedException {
        record(new SiteEvent.SiteOpened(now(), header));
        return carry();
    }

    /** Goes on with one that was broken off or has stopped. */
    public SiteState resume() throws InterruptedException {
        if (state.ending().isPresent() || state.pausedBy().isPresent()) {
            record(new SiteEvent.SiteResumeAsked(now(), "resume/" + state.seen().size(), manner.by()));
        }
        state.members().forEach((name, known) -> {
            if (known.standing() == Standing.UNDER_WAY) {
                start(name, known.run().orElseThrow());
            }
        });
        return carry();
    }

    private SiteState carry() throws InterruptedException {
        SiteJournal.Bell bell = journal.bell(() -> news.add(Optional.empty()));
        try {
            while (state.ending().isEmpty()) {
                go();
            }
        } finally {
            bell.close();
        }
        return state;
    }

    private void go() throws InterruptedException {
        journal.wishes().forEach(this::record);
        words.tell(state);
        List<SiteAction> actions = SiteDemands.of(state, now());
        List<SiteEvent> told = actions.stream().flatMap(this::told).toList();
        record(told);
        boolean done = !told.isEmpty();
        for (SiteAction action : actions) {
            done |= isDone(action);
        }
        if (!done && state.ending().isEmpty()) {
            await(actions);
        }
    }

    /** False where there is nothing but to wait. */
    private boolean isDone(SiteAction action) throws InterruptedException {
        switch (action) {
            case SiteAction.Begin(MemberName member) -> {
                return begin(member);
            }
            case SiteAction.Finish(SiteResult result, String note) -> end(result, note);
            case SiteAction.Await _ -> {
                return false;
            }
            case SiteAction.Prove(String confirmation) -> {
                programs.prove(confirmation);
                return false;
            }
            case SiteAction.Inspect(String comparison) -> {
                programs.list(comparison);
                return false;
            }
            case SiteAction.Ask(SiteQuestion question) -> {
                return ask(question);
            }
            case SiteAction.LetOn _, SiteAction.CallBack _ -> {
                return false;
            }
        }
        return true;
    }

    /** What those who are held are told is decided for all of them at once. */
    private Stream<SiteEvent> told(SiteAction action) {
        return switch (action) {
            case SiteAction.LetOn(MemberName member, Hold place, String reason) ->
                Stream.of(new SiteEvent.MemberLetOn(now(), member, place, reason));
            case SiteAction.CallBack(MemberName member, Hold place, String reason) ->
                Stream.of(new SiteEvent.MemberCalledBack(now(), member, place, reason));
            case SiteAction.Begin _,
                    SiteAction.Await _,
                    SiteAction.Prove _,
                    SiteAction.Inspect _,
                    SiteAction.Ask _,
                    SiteAction.Finish _ -> Stream.empty();
        };
    }

    /** False where the site's hooks have not agreed yet. */
    private boolean begin(MemberName member) {
        if (!programs.allows(state, member)) {
            return false;
        }
        MemberState known = state.member(member);
        RunId run = runs.run(member, known.run());
        record(new MemberBegan(now(), member, run));
        start(member, run);
        return true;
    }

    private void end(SiteResult result, String note) throws InterruptedException {
        record(programs.ended(state, result.name()));
        record(new SiteEvent.SiteEnded(now(), result, note));
    }

    private void start(MemberName member, RunId run) {
        Thread.ofVirtual().name("site " + member).start(() -> news.add(Optional.of(carried(member, run))));
    }

    private MemberEnded carried(MemberName member, RunId run) {
        try {
            MemberRuns.Ended end = runs.carry(
                    member, run, place -> news.add(Optional.of(new SiteEvent.MemberHeld(now(), member, place))));
            return new MemberEnded(now(), member, end.result(), end.note(), end.unexplained(), end.outages());
        } catch (Exception broken) {
            if (broken instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return new MemberEnded(
                    now(),
                    member,
                    MemberResult.BROKEN_OFF,
                    String.valueOf(broken.getMessage()),
                    Optional.empty(),
                    List.of());
        }
    }

    /**
     * Where nobody is there a confirmation counts as given, unless two people have to give it; anything else ends the run, once nobody is
     * under way: whoever is carried or held would be left alone.
     */
    private boolean ask(SiteQuestion question) throws InterruptedException {
        boolean isNew =
                state.open().filter(open -> open.id().equals(question.id())).isEmpty();
        if (isNew) {
            record(new SiteEvent.SiteAsked(now(), question));
        }
        if (!manner.unattended()) {
            return isNew;
        }
        boolean twoPeople = state.header().orElseThrow().plan().fourEyes();
        if (question.confirmation() && !twoPeople) {
            record(new SiteEvent.SiteAnswered(now(), "unattended/" + question.id(), question.id(), true, manner.by()));
            return true;
        }
        boolean busy = state.members().values().stream().anyMatch(known -> known.standing() == Standing.UNDER_WAY);
        if (busy) {
            return isNew;
        }
        end(
                SiteResult.STOPPED,
                question.text() + " Nobody is there to answer, so the run ends here; answer question " + question.id()
                        + " and resume it to go on.");
        return true;
    }

    /** Until a member ends or is held, a bell rings, or the moment has come for which the site waits. */
    private void await(List<SiteAction> actions) throws InterruptedException {
        Optional<SiteEvent> first = news.poll(patience(actions).toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        List<Optional<SiteEvent>> all = new ArrayList<>(List.of(first));
        news.drainTo(all);
        record(all.stream().flatMap(Optional::stream).filter(this::isNews).toList());
    }

    /** A program that says again what it has said before is not recorded again. */
    private boolean isNews(SiteEvent event) {
        return !(event instanceof SiteEvent.SiteRefused no) || !state.checks().knows(no.what(), no.reason());
    }

    private Duration patience(List<SiteAction> actions) {
        boolean calling = actions.stream()
                .anyMatch(action -> action instanceof SiteAction.Prove
                        || action instanceof SiteAction.Inspect
                        || action instanceof SiteAction.Begin);
        Duration left = left(actions);
        return calling && ProgramDesk.AGAIN.compareTo(left) < 0 ? ProgramDesk.AGAIN : left;
    }

    private Duration left(List<SiteAction> actions) {
        return actions.stream()
                .filter(SiteAction.Await.class::isInstance)
                .flatMap(action -> ((SiteAction.Await) action).until().stream())
                .map(until -> Duration.between(now(), until))
                .filter(left -> left.compareTo(manner.longest()) < 0)
                .map(left -> left.isNegative() ? Duration.ZERO : left.plusMillis(1))
                .min(Duration::compareTo)
                .orElse(manner.longest());
    }

    private void record(SiteEvent event) {
        record(List.of(event));
    }

    /** All of them or none. */
    private void record(List<SiteEvent> events) {
        if (!events.isEmpty()) {
            journal.append(events);
            events.forEach(this::count);
        }
    }

    private void count(SiteEvent event) {
        SiteState before = state;
        state = SiteMachine.apply(state, event);
        programs.ended(before, state);
        listener.recorded(event, state);
    }

    private Instant now() {
        return manner.time().instant();
    }
}
