package understudy.cli.commands;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import understudy.core.model.RunId;

/** What a person asks of a run that whatever process carries it takes from its inbox, once. */
public final class RunWishes {
    private RunWishes() {}

    /**
     * What {@code --output json} prints.
     *
     * @param id by which the request is found again in the run's events
     */
    public record Requested(String run, String request, String id, String by, Instant at, String sentence) {}

    /** Who asks now, by which command, and the id by which it counts once. */
    record Asking(String command, String id, String by, Instant at) {
        static Asking now(String command) {
            return new Asking(command, command + "/" + UUID.randomUUID(), Person.name(), Instant.now());
        }
    }

    /** Tells what was asked and what comes of it. */
    static void tell(RunId run, Asking asking, String sentence, Printing printing) {
        printing.print(
                Requested.class,
                new Requested(run.value(), asking.command(), asking.id(), asking.by(), asking.at(), sentence),
                List.of(sentence));
    }
}
