package understudy.cli.commands;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import understudy.cli.report.SiteReport;
import understudy.cli.view.EventLine;
import understudy.cli.view.SiteLine;
import understudy.cli.view.SitePage;
import understudy.cli.wiring.MemberOffice;
import understudy.cli.wiring.SiteOffice;
import understudy.cli.wiring.SiteRows;
import understudy.cli.wiring.StateJournal;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.RunId;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.State;
import understudy.core.site.MemberName;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteResult;
import understudy.core.site.SiteState;
import understudy.engine.journal.StateStore;
import understudy.engine.ports.RunListener;
import understudy.engine.site.SiteListener;

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

    MemberOffice.Manner manner() {
        return new MemberOffice.Manner(yes, Person.name(), Watcher::new);
    }

    SiteListener listener() {
        SiteLine lines = new SiteLine(ZoneId.systemDefault());
        return (event, _) -> lines.of(event).ifPresent(this::tell);
    }

    int report(StateStore store, RunId run, SiteState end) {
        print(store, run, printing);
        SiteResult result = end.ending().map(SiteEvent.SiteEnded::result).orElseThrow();
        return switch (result) {
            case FINISHED -> ExitCode.DONE.code();
            case INCOMPLETE, ABORTED -> ExitCode.NOT_FINISHED.code();
            case STOPPED -> ExitCode.WAITS.code();
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

    static void print(StateStore store, RunId run, Printing printing) {
        List<SiteEvent> events = new SiteRows(store, run).replay();
        SiteReport report = SiteReport.of(
                events,
                (member, name) -> StateJournal.of(store, member, name.value()).replay());
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(SitePage.lines(report));
        printing.print(SiteReport.class, report, lines);
    }

    private synchronized void tell(String line) {
        if (!printing.json()) {
            printing.out().println(line);
            printing.out().flush();
        }
    }

    /** Of a member's run only what somebody must answer, and what its users noticed, stands among the site's lines. */
    private final class Watcher implements RunListener {
        private final MemberName member;
        private final EventLine lines = new EventLine(ZoneId.systemDefault());

        Watcher(MemberName member) {
            this.member = member;
        }

        @Override
        public void recorded(Event event, State known) {
            if (event instanceof Event.QuestionAsked || event instanceof Event.OutageMeasured) {
                lines.of(event).ifPresent(line -> tell(line + " (" + member + ")"));
            }
        }

        @Override
        public void progress(StepId step, String sentence) {}

        @Override
        public void looked(ClusterSnapshot snapshot) {}
    }
}
