package understudy.cli.commands;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Objects;

/** Asks the person at the terminal to approve a plan; without a terminal nobody is asked and nothing begins. */
final class Approval {
    private Approval() {}

    static void ask(PrintWriter out) {
        Console console = Objects.requireNonNull(System.console(), "Since JDK 22 there is always one.");
        if (!console.isTerminal()) {
            throw new Ending(
                    ExitCode.BAD_INPUT,
                    "There is no terminal to approve the plan at: call with --yes to approve it beforehand.");
        }
        out.flush();
        String answer = console.readLine("Carry out this plan? Type yes: ");
        if (!"yes".equals(answer)) {
            throw new Ending(ExitCode.REFUSED, "The plan was not approved; nothing was touched.");
        }
    }
}
