package understudy.core.run;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.StepId;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;

/**
 * The pure state machine of a run: events in, state out, and what the state demands. What is stale, twice or out of place
 * changes nothing, so that a journal may be replayed and a message delivered again without harm.
 */
public final class RunMachine {
    private RunMachine() {}

    /** The state after one more event. */
    public static State apply(State state, Event event) {
        if (state.header().isEmpty()) {
            return event instanceof Event.RunOpened(Instant at, RunHeader header) ? state.opened(header, at) : state;
        }
        if (state.ending().isPresent()) {
            return afterTheEnd(state, event);
        }
        State now = state.timed(state.clock().seen(event.at()));
        return switch (event) {
            case Event.RunOpened _, Event.TimePassed _, Event.Warned _ -> now;
            case Event.PlanAdopted adopted ->
                now.walking(now.walk().adopted(adopted.plan(), adopted.hash())).blocking(Map.of());
            case Event.PlanConfirmed _ ->
                now.walking(now.walk().confirmed()).blocking(without(now.blocks(), State.PLANNING));
            case Event.PlanRefused(Instant at, List<Finding> findings) -> blocked(now, State.PLANNING, at, findings);
            case Event.NothingLeft found -> now.underWay().isEmpty() ? now.withNothingLeft(found) : now;
            case Event.StepBegan began -> began(now, began);
            case Event.StepEnded ended -> ended(now, ended);
            case Event.StageEnded(Instant _, int stage) -> stageEnded(now, stage);
            case Event.GuardsBlocked(Instant at, StepId step, List<Finding> findings) ->
                blocked(
                        Passing.byItself(findings)
                                ? now
                                : now.walking(now.walk().lookingAgain()),
                        step,
                        at,
                        findings);
            case Event.LedgerOpened opened -> now.booking(now.books().opened(opened.entry()));
            case Event.LedgerReturned returned -> now.booking(now.books().returned(returned.entry()));
            case Event.LedgerKept _ -> now;
            case Event.LockTaken(Instant _, long token, Instant until) -> locked(now, new Books.Lock(token, until));
            case Event.LockGivenUp _ -> now.booking(now.books().unlocked());
            case Event.OutageMeasured measured ->
                now.booking(now.books()
                        .measured(new Books.MeasuredOutage(measured.group(), measured.from(), measured.until())));
            case Event.QuestionAsked(Instant _, Question question) -> asked(now, question);
            case Event.Request request -> Requests.apply(now, request);
            case Event.RunEnded end -> now.underWay().isEmpty() ? now.ended(end) : now;
        };
    }

    /** What has to be done now, in a fixed order. Actions of different lanes may overlap. */
    public static List<Action> outstanding(State state) {
        return state.header().map(header -> new Demands(state, header).list()).orElse(List.of());
    }

    /** All events of a journal. */
    public static State replay(Iterable<Event> events) {
        State state = State.empty();
        for (Event event : events) {
            state = apply(state, event);
        }
        return state;
    }

    private static State afterTheEnd(State state, Event event) {
        if (event instanceof Event.LedgerReturned(Instant _, var entry)) {
            return state.booking(state.books().returned(entry));
        }
        boolean resumed = event instanceof Event.ResumeAsked resume
                && !state.wishes().seen().contains(resume.request())
                && state.ending().orElseThrow().result().isResumable();
        if (!resumed) {
            return state;
        }
        String request = ((Event.ResumeAsked) event).request();
        return state.wishing(state.wishes().seen(request)).reopened(event.at());
    }

    private static State began(State now, Event.StepBegan began) {
        StepId step = began.action().step();
        Optional<Attempts> tried = Optional.ofNullable(now.attempts().get(step));
        boolean due = now.walk().step(step).isPresent()
                && !now.isUnderWay(step)
                && began.action().run().equals(now.header().orElseThrow().run())
                && began.action().attempt() == tried.map(Attempts::count).orElse(0) + 1;
        if (!due) {
            return now;
        }
        Attempts next = tried.map(before -> before.begunAgain(began.at(), began.boot()))
                .orElseGet(() -> Attempts.first(began.at(), began.boot()));
        return now.tried(step, next).blocking(without(now.blocks(), step));
    }

    private static State ended(State now, Event.StepEnded ended) {
        StepId step = ended.action().step();
        Optional<Attempts> tried = Optional.ofNullable(now.attempts().get(step))
                .filter(attempt -> attempt.isUnderWay()
                        && attempt.count() == ended.action().attempt());
        if (tried.isEmpty()) {
            return now;
        }
        State next = now.tried(step, tried.get().ended(ended.result(), ended.at()));
        return switch (ended.result()) {
            case StepResult.Succeeded() -> succeeded(next, step, ended.at());
            case StepResult.Failed _, StepResult.Unknown _ ->
                next.walking(next.walk().missed(step)).timed(next.clock().missed());
        };
    }

    static State succeeded(State now, StepId id, Instant at) {
        boolean isNew = Optional.ofNullable(now.attempts().get(id))
                .filter(tried -> tried.successes() > 1)
                .isEmpty();
        State next =
                now.walking(now.walk().succeeded(id, isNew)).timed(now.clock().progressedAt(at));
        boolean once =
                now.walk().step(id).filter(RunMachine::isOnlyOurKnowledge).isPresent();
        return once ? next.doneOnce(id) : next;
    }

    /** Steps whose having been done no look at the cluster shows. */
    private static boolean isOnlyOurKnowledge(Step step) {
        return switch (step.verb()) {
            case Verb.Fetch _, Verb.Prepare _, Verb.Check _, Verb.Confirm _, Verb.Restart _, Verb.SiteCommand _ -> true;
            case Verb.HoldService held -> held.state() == Verb.ServiceState.RESTARTED;
            case Verb.KeepSetting kept -> !kept.giveBack();
            case Verb.Install _,
                    Verb.Drain _,
                    Verb.Release _,
                    Verb.Verify _,
                    Verb.AwaitHost _,
                    Verb.HandOver _,
                    Verb.StopGroup _,
                    Verb.StartGroup _,
                    Verb.UpgradeGroup _,
                    Verb.LeaveCluster _,
                    Verb.RejoinCluster _,
                    Verb.WithdrawHosting _,
                    Verb.GrantHosting _,
                    Verb.GiveBack _ -> false;
        };
    }

    private static State stageEnded(State now, int stage) {
        Walk walk = now.walk();
        boolean due = walk.stage() == stage
                && walk.current().isPresent()
                && walk.lanes().isEmpty();
        return due ? now.walking(walk.stageEnded()) : now;
    }

    private static State blocked(State now, StepId step, Instant at, List<Finding> findings) {
        State.Block before = now.blocks().get(step);
        Instant since = before == null ? at : before.since();
        return now.blocking(Walk.with(now.blocks(), step, new State.Block(since, findings)));
    }

    private static State locked(State now, Books.Lock lock) {
        boolean lower =
                now.books().lock().filter(held -> held.token() > lock.token()).isPresent();
        return lower ? now : now.booking(now.books().holding(lock));
    }

    private static State asked(State now, Question question) {
        boolean known =
                now.wishes().open().isPresent() || now.wishes().answers().containsKey(question.id());
        return known ? now : now.wishing(now.wishes().asked(question));
    }

    static Map<StepId, State.Block> without(Map<StepId, State.Block> blocks, StepId step) {
        Map<StepId, State.Block> fewer = new LinkedHashMap<>(blocks);
        fewer.remove(step);
        return fewer;
    }
}
