package understudy.core.run;

import java.time.Instant;
import java.util.List;

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
            case Event.RunOpened _, Event.TimePassed _, Event.AuditSealed _ -> now;
            case Event.Warned warned -> Overtime.apply(now, warned);
            case Event.Look look -> Looks.apply(now, look);
            case Event.StepBegan began -> StepEvents.began(now, began);
            case Event.StepEnded ended -> StepEvents.ended(now, ended);
            case Event.StageEnded(Instant _, int stage) -> stageEnded(now, stage);
            case Event.GuardsBlocked blocked -> StepEvents.blocked(now, blocked);
            case Event.LedgerOpened opened -> now.booking(now.books().opened(opened.entry()));
            case Event.LedgerReturned returned -> now.booking(now.books().returned(returned.entry()));
            case Event.LedgerKept _ -> now;
            case Event.LockTaken(Instant _, long token, Instant until) -> locked(now, new Books.Lock(token, until));
            case Event.LockGivenUp(Instant _, long token) ->
                now.booking(now.books().unlocked(token));
            case Event.OutageMeasured measured ->
                now.booking(now.books()
                        .measured(new Books.MeasuredOutage(measured.group(), measured.from(), measured.until())));
            case Event.OutageExplained _ -> now;
            case Event.QuestionAsked asked -> Requests.asked(now, asked);
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

    private static State stageEnded(State now, int stage) {
        Walk walk = now.walk();
        boolean due = walk.stage() == stage
                && walk.current().isPresent()
                && walk.lanes().isEmpty();
        return due ? now.walking(walk.stageEnded()) : now;
    }

    private static State locked(State now, Books.Lock lock) {
        boolean lower =
                now.books().lock().filter(held -> held.token() > lock.token()).isPresent();
        return lower ? now : now.booking(now.books().holding(lock));
    }
}
