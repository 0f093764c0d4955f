package understudy.cli.wiring;

import java.util.Optional;
import understudy.cli.inventory.ClusterEntry.HookEntry;
import understudy.engine.programs.SiteProgram;

/** One call of a hook's program: it gets a line of JSON, and what it says counts by its exit code. */
final class HookProgram {
    private static final int LONGEST = 300;

    private final HookEntry hook;

    HookProgram(HookEntry hook) {
        this.hook = hook;
    }

    /** Why the hook does not agree, as the end of a sentence; empty where it ended with exit code 0 in time. */
    Optional<String> call(String json) {
        try {
            return switch (new SiteProgram(hook.command(), hook.deadline())
                    .run(json + "\n", SiteProgram.Kept.OUTPUT_AND_ERRORS)) {
                case SiteProgram.Ran.Ended(int exit, String said) ->
                    exit == 0
                            ? Optional.empty()
                            : Optional.of(
                                    lastLine(said).isEmpty()
                                            ? "ended with exit code " + exit
                                            : "says: " + lastLine(said));
                case SiteProgram.Ran.Late() ->
                    Optional.of("did not end within " + hook.deadline().toSeconds() + " s and was ended");
                case SiteProgram.Ran.Unstarted(String reason) ->
                    Optional.of("could not be started (" + printable(reason) + ")");
            };
        } catch (InterruptedException broken) {
            Thread.currentThread().interrupt();
            return Optional.of("was broken off with the run");
        }
    }

    private static String lastLine(String said) {
        String last = said.lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
        String plain = printable(last);
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "..." : plain;
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
