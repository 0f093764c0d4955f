package understudy.cli.commands;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import understudy.cli.view.ByHandPage;
import understudy.cli.view.HandSheet;
import understudy.cli.wiring.Assignment;
import understudy.cli.wiring.Handbooks;
import understudy.cli.wiring.RunOffice;
import understudy.cli.wiring.StateJournal;
import understudy.core.run.Event;
import understudy.core.run.RunMachine;
import understudy.engine.journal.StateStore;
import understudy.engine.run.ManualRun;

/** {@code understudy by-hand}: the commands with which a person finishes a run, or goes back, without this program. */
@Command(
        name = "by-hand",
        description = "The commands that finish a run, or take it back, without this program; asks no cluster.",
        mixinStandardHelpOptions = true)
public final class ByHandCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private KeptRun run;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    @Override
    public Integer call() {
        try (StateStore store = run.open()) {
            RunOffice office = new RunOffice(store);
            Assignment.Words words = office.words(run.id()).orElseThrow(() -> RunNames.unknown(run.id()));
            List<Event> events =
                    StateJournal.of(store, run.id(), words.cluster()).replay();
            if (events.isEmpty()) {
                throw RunNames.neverBegan(run.id());
            }
            Handbooks.Found found = Handbooks.of(words);
            ManualRun manual = ManualRun.of(RunMachine.replay(events), found.handbook());
            HandSheet sheet = new HandSheet(
                    run.id().value(),
                    words.cluster(),
                    office.isCarried(run.id()),
                    Stream.concat(Stream.of(found.missing()), manual.cautions().stream())
                            .filter(sentence -> !sentence.isEmpty())
                            .toList(),
                    manual.finish(),
                    manual.goBack());
            printing.print(HandSheet.class, sheet, ByHandPage.lines(sheet));
            return ExitCode.DONE.code();
        }
    }
}
