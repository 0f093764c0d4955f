package understudy.cli.inventory;

import java.time.Duration;
import java.util.List;
import understudy.documents.Fields;

/**
 * A program of the owner's that runs beside us.
 *
 * @param words its name and its arguments, as they stand in the inventory
 * @param deadline when it is ended, which counts as a no
 */
public record CommandEntry(List<String> words, Duration deadline) {
    private static final Duration USUALLY = Duration.ofSeconds(30);
    private static final Duration MOST = Duration.ofMinutes(10);

    public CommandEntry {
        words = List.copyOf(words);
    }

    /** Reads the keys {@code command} and {@code deadline}. */
    static CommandEntry read(Fields fields) {
        List<String> words = fields.strings("command");
        Duration deadline = fields.optional("deadline", fields::duration).orElse(USUALLY);
        if (fields.has("command") && words.isEmpty()) {
            fields.reject(
                    "command", "a command is written as a list of its words, such as [/usr/local/bin/ticket, night]");
        }
        if (!deadline.isPositive() || deadline.compareTo(MOST) > 0) {
            fields.reject("deadline", "a hook gets more than nothing and at most 10 minutes");
        }
        return new CommandEntry(words, deadline);
    }
}
