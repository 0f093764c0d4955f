package understudy.cli.wiring;

import java.util.List;
import java.util.Optional;
import understudy.core.model.RunId;
import understudy.core.run.Event;
import understudy.engine.journal.InboxEntry;
import understudy.engine.journal.MemberId;
import understudy.engine.journal.StateStore;
import understudy.engine.ports.RunInbox;
import understudy.engine.ports.RunJournal;
import understudy.engine.run.EventCodec;

/** One member's journal and inbox in the state directory. */
public record StateJournal(StateStore store, RunId run, MemberId member) implements RunJournal, RunInbox {
    public static StateJournal of(StateStore store, RunId run, String cluster) {
        return new StateJournal(store, run, new MemberId(cluster));
    }

    @Override
    public void append(List<Event> events) {
        List<String> taken = events.stream()
                .filter(Event.Request.class::isInstance)
                .map(event -> ((Event.Request) event).request())
                .toList();
        store.append(run, member, events.stream().map(EventCodec::write).toList(), taken);
    }

    @Override
    public List<Event> replay() {
        return store.read(run, member).stream()
                .map(event -> EventCodec.read(event.payload()))
                .toList();
    }

    /** The first event, with which every run begins. */
    public Optional<Event> first() {
        return store.first(run, member).map(event -> EventCodec.read(event.payload()));
    }

    /** The events of these kinds; the others are not even read. */
    public List<Event> only(List<Class<? extends Event>> kinds) {
        List<String> beginnings = kinds.stream()
                .map(kind -> "{\"type\":\"" + kind.getSimpleName() + "\"")
                .toList();
        return store.read(run, member).stream()
                .filter(event -> beginnings.stream().anyMatch(event.payload()::startsWith))
                .map(event -> EventCodec.read(event.payload()))
                .toList();
    }

    /** An event with its place in the journal. */
    public record Numbered(long sequence, Event event) {}

    /** What was recorded behind that place. */
    public List<Numbered> after(long sequence) {
        return store.read(run, member, sequence).stream()
                .map(event -> new Numbered(event.sequence(), EventCodec.read(event.payload())))
                .toList();
    }

    @Override
    public List<Event.Request> next() {
        return store.waiting(run).stream()
                .map(entry -> (Event.Request) EventCodec.read(entry.payload()))
                .toList();
    }

    /** Asks something of the run, whichever process carries it; the same request counts once. */
    public void post(Event.Request request) {
        store.post(new InboxEntry(
                request.request(),
                run,
                member,
                request.getClass().getSimpleName(),
                EventCodec.write(request),
                request.by(),
                request.at()));
    }

    /** Nothing is left to do: the entry was marked as taken in the transaction that made its event durable. */
    @Override
    public void acknowledge(Event.Request request) {}
}
