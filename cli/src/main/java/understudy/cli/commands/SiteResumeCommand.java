package understudy.cli.commands;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import understudy.cli.wiring.SiteOffice;
import understudy.cli.wiring.SiteRows;
import understudy.core.model.RunId;
import understudy.core.site.SiteEvent;
import understudy.engine.journal.StateStore;

/** {@code understudy site resume}: goes on with a site's run; each member goes on where it stood. */
@Command(
        name = "resume",
        description = "Goes on with a site's run that was broken off or has stopped; each member where it stood.",
        mixinStandardHelpOptions = true)
public final class SiteResumeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", converter = RunNames.class)
    @SuppressWarnings("NullAway.Init")
    private RunId run;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private SiteCarrying carrying;

    @Override
    public Integer call() throws Exception {
        try (StateStore store = carrying.state.open()) {
            SiteOffice office = SiteCarrying.office(store, run);
            if (office.isPausedElsewhere(run)) {
                new SiteRows(store, run)
                        .post(new SiteEvent.SiteResumeAsked(
                                Instant.now(), "site-resume/" + UUID.randomUUID(), Person.name()));
                carrying.printing.out().println("Site run " + run + ": the process that carries it goes on.");
                return ExitCode.DONE.code();
            }
            return carrying.report(store, run, office.resume(run, carrying.manner(), carrying.listener()));
        }
    }
}
