package understudy.cli.wiring;

import java.util.Optional;
import understudy.cli.inventory.ClusterEntry.HookEntry;
import understudy.cli.inventory.CommandEntry;
import understudy.engine.programs.SiteProgram;

/** One call of a program of the owner's: it gets a line of JSON, and what it says counts by its exit code. */
final class HookProgram {
    private static final int LONGEST = 300;

    private final CommandEntry command;

    HookProgram(HookEntry hook) {
        this(new CommandEntry(hook.command(), hook.deadline()));
    }

    HookProgram(CommandEntry command) {
        this.command = command;
    }

    /**
     * What came of a call.
     *
     * @param words all that it has said, where it ended with exit code 0 in time; else why it did not, as the end of a sentence
     */
    record Heard(boolean agrees, String words) {}

    /** Why the program does not agree, as the end of a sentence; empty where it ended with exit code 0 in time. */
    Optional<String> call(String json) {
        Heard heard = hear(json, SiteProgram.Kept.OUTPUT_AND_ERRORS);
        return heard.agrees() ? Optional.empty() : Optional.of(heard.words());
    }

    Heard hear(String json, SiteProgram.Kept kept) {
        try {
            return switch (new SiteProgram(command.words(), command.deadline()).run(json + "\n", kept)) {
                case SiteProgram.Ran.Ended(int exit, String said) ->
                    exit == 0
                            ? new Heard(true, said)
                            : new Heard(
                                    false,
                                    lastLine(said).isEmpty()
                                            ? "ended with exit code " + exit
                                            : "says: " + lastLine(said));
                case SiteProgram.Ran.Late() ->
                    new Heard(false, "did not end within " + command.deadline().toSeconds() + " s and was ended");
                case SiteProgram.Ran.Unstarted(String reason) ->
                    new Heard(false, "could not be started (" + printable(reason) + ")");
            };
        } catch (InterruptedException broken) {
            Thread.currentThread().interrupt();
            return new Heard(false, "was broken off with the run");
        }
    }

    /** The last line that was said, as it may be shown. */
    static String lastLine(String said) {
        String last = said.lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
        String plain = printable(last);
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "..." : plain;
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
