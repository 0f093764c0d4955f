package understudy.cli.commands;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import understudy.cli.view.DetailedView;
import understudy.cli.view.LiveView;
import understudy.cli.view.RunView;

/** How much a command tells while it works: what a reader needs, or with an option nothing but the result, or all that it hears. */
public final class Loudness {
    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private Choice choice = new Choice();

    static final class Choice {
        @Option(
                names = {"-q", "--quiet"},
                description = "Tells results and errors only.")
        private boolean quiet;

        @Option(
                names = {"-v", "--verbose"},
                description = "Tells every look at the cluster and what each command says, as plain lines.")
        private boolean verbose;
    }

    boolean quiet() {
        return choice.quiet;
    }

    /** How a run is shown while it goes on; {@code usual} is asked only where neither option was given. */
    RunView view(Printing printing, LiveView.Clocks clocks, java.util.function.Supplier<RunView> usual) {
        if (printing.json() || choice.quiet) {
            return RunView.none();
        }
        return choice.verbose ? new DetailedView(printing.out(), clocks.time(), clocks.zone()) : usual.get();
    }
}
