package understudy.cli.commands;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import understudy.cli.report.SiteReport;
import understudy.cli.report.SiteStory;
import understudy.cli.view.SitePage;
import understudy.cli.view.SiteView;
import understudy.cli.wiring.MemberOffice;
import understudy.cli.wiring.SiteOffice;
import understudy.cli.wiring.SiteRows;
import understudy.core.model.RunId;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteResult;
import understudy.core.site.SiteState;
import understudy.engine.journal.StateStore;

/** What {@code site run} and {@code site resume} have in common: who is there, what is told, how it is reported. */
public final class SiteCarrying {
    @Option(
            names = "--yes",
            description = "Nobody is asked: the members and their waves count as approved, and a question ends the run,"
                    + " to be resumed.")
    private boolean yes;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    Printing printing;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    StateOption state;

    boolean unattended() {
        return yes;
    }

    MemberOffice.Manner manner(SiteView view) {
        return new MemberOffice.Manner(yes, Person.name(), view::member);
    }

    /** How the run is shown while it goes on; to be closed before anything else is printed. */
    SiteView view() {
        return printing.json() ? SiteView.none() : Views.ofSite(printing.out());
    }

    int report(StateStore store, RunId run, SiteState end) {
        SiteReport report = report(store, run);
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(SitePage.lines(report));
        printing.print(SiteReport.class, report, lines);
        return exit(end).code();
    }

    static ExitCode exit(SiteState end) {
        SiteResult result = end.ending().map(SiteEvent.SiteEnded::result).orElseThrow();
        return switch (result) {
            case FINISHED -> ExitCode.DONE;
            case INCOMPLETE, ABORTED -> ExitCode.NOT_FINISHED;
            case STOPPED -> ExitCode.WAITS;
        };
    }

    /** The office of a site's run that the state directory knows. */
    static SiteOffice office(StateStore store, RunId run) {
        SiteOffice office = new SiteOffice(store);
        if (office.words(run).isEmpty()) {
            throw RunNames.unknown(run);
        }
        return office;
    }

    static SiteReport report(StateStore store, RunId run) {
        return SiteStory.of(
                new SiteRows(store, run).replay(), (member, name) -> MemberOffice.outages(store, member, name));
    }
}
