package understudy.cli.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import understudy.cli.view.SiteView;
import understudy.cli.wiring.SiteOffice;
import understudy.cli.wiring.SiteRows;
import understudy.core.model.RunId;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteState;
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
                RunWishes.Asking asking = RunWishes.Asking.now("resume");
                new SiteRows(store, run).post(new SiteEvent.SiteResumeAsked(asking.at(), asking.id(), asking.by()));
                String sentence = "Site run " + run + ": the process that carries it goes on.";
                RunWishes.tell(run, asking, sentence, carrying.printing);
                return ExitCode.DONE.code();
            }
            return carrying.report(store, run, carried(office));
        }
    }

    private SiteState carried(SiteOffice office) throws InterruptedException {
        try (SiteView view = carrying.view()) {
            return office.resume(run, carrying.manner(view), view);
        }
    }
}
