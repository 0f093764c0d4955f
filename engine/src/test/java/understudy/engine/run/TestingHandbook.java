package understudy.engine.run;

import java.util.List;
import understudy.core.model.ActionId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.core.planning.Step;
import understudy.engine.ports.Handbook;
import understudy.engine.ports.ManualCommand;

/** One word for each thing that a person may do. */
final class TestingHandbook implements Handbook {
    @Override
    public List<ManualCommand> step(Step step, Targets targets) {
        return one("do " + step.id());
    }

    @Override
    public List<ManualCommand> underWay(ActionId action, Step step) {
        return one("look " + action);
    }

    @Override
    public List<ManualCommand> giveBack(LedgerEntry entry) {
        return one(entry.byHand());
    }

    @Override
    public LedgerEntry entry(Mark mark) {
        return new LedgerEntry(
                mark.entry(), mark.run(), mark.kind(), mark.node(), mark.group(), "", "give back " + mark.entry());
    }

    @Override
    public List<ManualCommand> freeLock(RunId run, long token) {
        return one("free " + run + " " + token);
    }

    private static List<ManualCommand> one(String command) {
        return List.of(ManualCommand.anywhere(command, ""));
    }
}
