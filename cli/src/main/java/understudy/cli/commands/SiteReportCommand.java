package understudy.cli.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import understudy.engine.journal.StateStore;

/** {@code understudy site report}: where each member stands, its outages, and the totals. */
@Command(
        name = "report",
        description = "Where each member stands, its outages, and the totals.",
        mixinStandardHelpOptions = true)
public final class SiteReportCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private KeptRun run;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    @Override
    public Integer call() {
        try (StateStore store = run.open()) {
            SiteCarrying.office(store, run.id());
            SiteCarrying.print(store, run.id(), printing);
        }
        return ExitCode.DONE.code();
    }
}
