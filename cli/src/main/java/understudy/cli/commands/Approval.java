package understudy.cli.commands;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import understudy.core.model.RunId;

/** Asks the person at the terminal to approve a plan; without a terminal nobody is asked and nothing begins. */
final class Approval {
    private Approval() {}

    static void ask(PrintWriter out) {
        Console console =
                terminal("There is no terminal to approve the plan at: call with --yes to approve it beforehand.");
        out.flush();
        String answer = console.readLine("Carry out this plan? Type yes: ");
        if (!"yes".equals(answer)) {
            throw new Ending(ExitCode.REFUSED, "The plan was not approved; nothing was touched.");
        }
    }

    /** The same for a site, whose members are planned when their turn comes. */
    static void askForSite(PrintWriter out) {
        Console console = terminal(
                "There is no terminal to approve the site's run at: call with --yes to approve it beforehand.");
        out.flush();
        if (!"yes".equals(console.readLine("Patch these members in this order? Type yes: "))) {
            throw new Ending(ExitCode.REFUSED, "The site's run was not approved; nothing was touched.");
        }
    }

    /** Asks for the run's name, which nobody types by mistake. */
    static void named(PrintWriter out, RunId run) {
        Console console =
                terminal("There is no terminal to confirm at: call with --yes if the run is dead for certain.");
        out.flush();
        if (!run.value().equals(console.readLine("Type the run's name to take it over: "))) {
            throw new Ending(ExitCode.REFUSED, "The take-over was not confirmed; nothing was touched.");
        }
    }

    private static Console terminal(String otherwise) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> new Ending(ExitCode.BAD_INPUT, otherwise));
    }
}
