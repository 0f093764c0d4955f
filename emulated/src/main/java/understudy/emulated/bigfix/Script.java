package understudy.emulated.bigfix;

import java.util.Map;
import understudy.emulated.world.Refused;

/** What an action does on a machine, and how its end is judged. */
record Script(Machine machine, Map<String, String> parameters) {
    /** Does it, and returns its status. */
    String run(Content content) throws Refused, InterruptedException {
        if (content.kind() == Content.Kind.BASELINE) {
            for (Content member : content.members()) {
                if (member.applies().on(machine)) {
                    member.work().run(machine, parameters);
                }
            }
        } else {
            content.work().run(machine, parameters);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return content.asksForRestart() && machine.awaitsRestart() ? "Pending Restart" : judged(content, machine);
    }

    /** A task is completed when it has come to its end; a Fixlet is fixed when it is no longer relevant. */
    static String judged(Content content, Machine machine) {
        return switch (content.kind()) {
            case TASK -> "Completed";
            case FIXLET -> content.applies().on(machine) ? "Failed" : "Fixed";
            case BASELINE ->
                content.members().stream()
                                .filter(member -> member.kind() == Content.Kind.FIXLET)
                                .anyMatch(member -> member.applies().on(machine))
                        ? "Failed"
                        : "Fixed";
        };
    }
}
