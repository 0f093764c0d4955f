package understudy.cli.inventory;

import java.time.Duration;
import java.util.List;
import understudy.cli.inventory.ClusterEntry.HookEntry;
import understudy.documents.Fields;
import understudy.engine.ports.Hooks;

/** Reads one hook: when it is called, what it is, how long it may take. */
final class HookReader {
    private static final Duration USUALLY = Duration.ofSeconds(30);
    private static final Duration MOST = Duration.ofMinutes(10);

    private HookReader() {}

    static HookEntry read(String name, Fields fields) {
        List<Hooks.Moment> when = fields.choices("when", Hooks.Moment.class);
        List<String> command = fields.strings("command");
        Duration deadline = fields.optional("deadline", fields::duration).orElse(USUALLY);
        if (fields.has("when") && when.isEmpty()) {
            fields.reject("when", "the hook is called at no moment: name one, such as before-outage");
        }
        if (fields.has("command") && command.isEmpty()) {
            fields.reject(
                    "command", "a command is written as a list of its words, such as [/usr/local/bin/ticket, night]");
        }
        if (!deadline.isPositive() || deadline.compareTo(MOST) > 0) {
            fields.reject("deadline", "a hook gets more than nothing and at most 10 minutes");
        }
        fields.end();
        return new HookEntry(name, when, command, deadline);
    }
}
