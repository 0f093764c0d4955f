package understudy.cli.commands;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** Asks the person at the terminal to approve a plan; without a terminal nobody is asked and nothing begins. */
final class Approval {
    private Approval() {}

    static void ask(PrintWriter out) {
        Console console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> new Ending(
                        ExitCode.BAD_INPUT,
                        "There is no terminal to approve the plan at: call with --yes to approve it beforehand."));
        out.flush();
        String answer = console.readLine("Carry out this plan? Type yes: ");
        if (!"yes".equals(answer)) {
            throw new Ending(ExitCode.REFUSED, "The plan was not approved; nothing was touched.");
        }
    }
}
