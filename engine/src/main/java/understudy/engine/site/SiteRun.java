package understudy.engine.site;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import understudy.core.model.RunId;
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
    private static final Duration TICK = Duration.ofMillis(500);

    private final SiteJournal journal;
    private final MemberRuns runs;
    private final SiteListener listener;
    private final Manner manner;
    private final LinkedBlockingQueue<MemberEnded> ended = new LinkedBlockingQueue<>();
    private SiteState state;

    /** How a process carries the run: whether somebody is there to answer, who started it, and by which clock. */
    public record Manner(boolean unattended, String by, InstantSource time) {}

    /** What has been recorded so far counts. */
    public SiteRun(SiteJournal journal, MemberRuns runs, SiteListener listener, Manner manner) {
        this.journal = journal;
        this.runs = runs;
        this.listener = listener;
        this.manner = manner;
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
            record(new SiteEvent.SiteResumeAsked(
                    now(), "resume/" + journal.replay().size(), manner.by()));
        }
        state.members().forEach((name, known) -> {
            if (known.standing() == Standing.UNDER_WAY) {
                start(name, known.run().orElseThrow());
            }
        });
        return carry();
    }

    private SiteState carry() throws InterruptedException {
        while (state.ending().isEmpty()) {
            hear();
            boolean waits = true;
            for (SiteAction action : SiteDemands.of(state, now())) {
                waits &= !isDone(action);
            }
            if (waits && state.ending().isEmpty()) {
                await();
            }
        }
        return state;
    }

    /** False where there is nothing but to wait. */
    private boolean isDone(SiteAction action) {
        switch (action) {
            case SiteAction.Begin(MemberName member) -> begin(member);
            case SiteAction.Finish(SiteResult result, String note) ->
                record(new SiteEvent.SiteEnded(now(), result, note));
            case SiteAction.Await _ -> {
                return false;
            }
            case SiteAction.Ask(SiteQuestion question) -> {
                return ask(question);
            }
        }
        return true;
    }

    private void begin(MemberName member) {
        MemberState known = state.member(member);
        RunId run = runs.run(member, known.run());
        record(new MemberBegan(now(), member, run));
        start(member, run);
    }

    private void start(MemberName member, RunId run) {
        Thread.ofVirtual().name("site " + member).start(() -> ended.add(carried(member, run)));
    }

    private MemberEnded carried(MemberName member, RunId run) {
        try {
            MemberRuns.Ended end = runs.carry(member, run);
            return new MemberEnded(now(), member, end.result(), end.note());
        } catch (Exception broken) {
            if (broken instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return new MemberEnded(now(), member, MemberResult.BROKEN_OFF, String.valueOf(broken.getMessage()));
        }
    }

    /** Where nobody is there a confirmation counts as given, and anything else ends the run. */
    private boolean ask(SiteQuestion question) {
        boolean isNew = state.open().filter(question::equals).isEmpty();
        if (isNew) {
            record(new SiteEvent.SiteAsked(now(), question));
        }
        if (!manner.unattended()) {
            return isNew;
        }
        if (question.confirmation()) {
            record(new SiteEvent.SiteAnswered(now(), "unattended/" + question.id(), question.id(), true, manner.by()));
        } else {
            record(new SiteEvent.SiteEnded(
                    now(),
                    SiteResult.STOPPED,
                    question.text() + " Nobody is there to answer, so the run ends here; resume it to go on."));
        }
        return true;
    }

    private void hear() {
        List<SiteEvent.Wish> wishes = journal.wishes();
        wishes.forEach(this::record);
        if (wishes.stream().anyMatch(SiteEvent.SiteAbortAsked.class::isInstance)) {
            abortMembers();
        }
    }

    private void abortMembers() {
        Optional<String> by = state.abortedBy();
        for (Map.Entry<MemberName, MemberState> each : state.members().entrySet()) {
            if (by.isPresent() && each.getValue().standing() == Standing.UNDER_WAY) {
                RunId run = each.getValue().run().orElseThrow();
                runs.abort(run, "abort/" + run, by.get());
            }
        }
    }

    /** Until a member ends, or it is time to look whether anybody has asked for something. */
    private void await() throws InterruptedException {
        MemberEnded first = ended.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        List<MemberEnded> all = new ArrayList<>(List.of(first));
        ended.drainTo(all);
        journal.append(all);
        all.forEach(this::count);
    }

    private void record(SiteEvent event) {
        journal.append(List.of(event));
        count(event);
    }

    private void count(SiteEvent event) {
        state = SiteMachine.apply(state, event);
        listener.recorded(event, state);
    }

    private Instant now() {
        return manner.time().instant();
    }
}
