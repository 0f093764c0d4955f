package understudy.cli.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import understudy.cli.view.RunView;
import understudy.cli.wiring.Assignment;
import understudy.cli.wiring.Assignments;
import understudy.cli.wiring.Member;
import understudy.cli.wiring.Platforms;
import understudy.cli.wiring.RunOffice;
import understudy.cli.wiring.StateJournal;
import understudy.core.model.RunId;
import understudy.core.run.Event;
import understudy.core.run.RunMachine;
import understudy.engine.journal.StateStore;
import understudy.engine.run.RunEnding;

/** {@code understudy resume}: goes on with a run that was paused, stopped or broken off, wherever it stood. */
@Command(
        name = "resume",
        description = "Goes on with a paused or broken-off run; nothing is done twice.",
        mixinStandardHelpOptions = true)
public final class ResumeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", converter = RunNames.class)
    @SuppressWarnings("NullAway.Init")
    private RunId run;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Carrying carrying;

    @Override
    public Integer call() throws Exception {
        try (StateStore store = carrying.state.open()) {
            RunOffice office = new RunOffice(store);
            Assignment.Words words = office.words(run).orElseThrow(() -> RunNames.unknown(run));
            StateJournal journal = StateJournal.of(store, run, words.cluster());
            if (isPausedElsewhere(office, journal)) {
                RunWishes.Asking asking = RunWishes.Asking.now("resume");
                journal.post(new Event.ResumeAsked(asking.at(), asking.id(), asking.by()));
                String sentence = "Run " + run + ": the process that carries it goes on; `understudy watch " + run
                        + "` shows it.";
                RunWishes.tell(run, asking, sentence, carrying.printing);
                return ExitCode.DONE.code();
            }
            Assignment assignment = Assignments.read(words);
            try (Member member = Platforms.open(assignment.cluster())) {
                RunEnding ending = carry(office, member, assignment);
                return carrying.report(store, run, assignment.cluster().name(), ending);
            }
        }
    }

    /** It is alive, and only waits to be told to go on. */
    private boolean isPausedElsewhere(RunOffice office, StateJournal journal) {
        return office.isCarried(run)
                && RunMachine.replay(journal.replay()).wishes().pausedBy().isPresent();
    }

    private RunEnding carry(RunOffice office, Member member, Assignment assignment) throws Exception {
        try (RunView view = carrying.view(member)) {
            return office.resume(run, member, assignment, carrying.manner(view));
        }
    }
}
