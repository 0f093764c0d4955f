package understudy.cli.commands;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import understudy.cli.view.RunStatus;
import understudy.cli.view.StatusPage;
import understudy.cli.wiring.RunOffice;
import understudy.core.run.Event;
import understudy.core.run.RunMachine;
import understudy.engine.journal.StateStore;

/** {@code understudy status}: where a run stands, what it asks, what is left of it. */
@Command(
        name = "status",
        description = "Where a run stands, what it asks, what is left.",
        mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private KeptRun run;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    @Override
    public Integer call() {
        try (StateStore store = run.open()) {
            List<Event> events = run.journal(store).replay();
            if (events.isEmpty()) {
                throw RunNames.neverBegan(run.id());
            }
            RunStatus status = RunStatus.of(
                    RunMachine.replay(events), events.getFirst().at(), new RunOffice(store).isCarried(run.id()));
            printing.print(RunStatus.class, status, StatusPage.lines(status, Instant.now()));
            return ExitCode.DONE.code();
        }
    }
}
