package understudy.cli.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import understudy.core.model.RunId;
import understudy.engine.journal.StateStore;

/** A command by which a person asks something of a run that may be in another process: it is put into the run's inbox and counts once. */
abstract class InboxCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private KeptRun run;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    /** Posts it, and says in a sentence what comes of it. */
    abstract String post(StateStore store, RunId id, RunWishes.Asking asking);

    @Override
    public Integer call() {
        try (StateStore store = run.open()) {
            RunWishes.Asking asking = RunWishes.Asking.now(command.name());
            String sentence = post(store, run.id(), asking);
            RunWishes.tell(run.id(), asking, sentence, printing);
        }
        return ExitCode.DONE.code();
    }
}
