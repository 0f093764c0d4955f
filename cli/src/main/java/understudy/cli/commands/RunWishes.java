package understudy.cli.commands;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import understudy.cli.wiring.StateJournal;
import understudy.core.run.Event;
import understudy.engine.journal.InboxEntry;
import understudy.engine.run.EventCodec;

/** Puts what a person wants of a run into its inbox, from where whatever process carries it takes it, once. */
public final class RunWishes {
    private RunWishes() {}

    /**
     * What {@code --output json} prints.
     *
     * @param id by which the request is found again in the run's events
     */
    public record Requested(String run, String request, String id, String by, Instant at, String sentence) {}

    /**
     * Posts the wish and tells it.
     *
     * @param command the command's name, with which the request's id begins
     * @param request makes the event of its id and of who asks
     */
    static void post(
            StateJournal journal,
            String command,
            BiFunction<String, String, Event.Request> request,
            String sentence,
            Printing printing) {
        String by = Person.name();
        String id = command + "/" + UUID.randomUUID();
        Event.Request event = request.apply(id, by);
        journal.store()
                .post(new InboxEntry(
                        id,
                        journal.run(),
                        journal.member(),
                        event.getClass().getSimpleName(),
                        EventCodec.write(event),
                        by,
                        event.at()));
        String said = "Run " + journal.run() + ": " + sentence;
        printing.print(
                Requested.class,
                new Requested(journal.run().value(), command, id, by, event.at(), said),
                List.of(said));
    }
}
