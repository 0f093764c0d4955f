package understudy.driver.simulated;

import java.util.List;
import understudy.core.model.ActionId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.core.planning.Step;
import understudy.engine.ports.Handbook;
import understudy.engine.ports.ManualCommand;

/** A simulated cluster has no keyboard: it lives and ends with the program that plays it. */
final class SimulatedHandbook implements Handbook {
    private static final String NOWHERE =
            " The cluster is simulated and exists only in the program itself: on a real one the commands stand here.";

    @Override
    public List<ManualCommand> step(Step step, Targets targets) {
        return said("Do " + step.id() + ".");
    }

    @Override
    public List<ManualCommand> underWay(ActionId action, Step step) {
        return said("Look whether " + action + " still goes on.");
    }

    @Override
    public List<ManualCommand> giveBack(LedgerEntry entry) {
        return said("Give " + entry.id() + " back.");
    }

    @Override
    public LedgerEntry entry(Mark mark) {
        return new LedgerEntry(mark.entry(), mark.run(), mark.kind(), mark.node(), mark.group(), "", NOWHERE.strip());
    }

    @Override
    public List<ManualCommand> freeLock(RunId run, long token) {
        return said("Free the lock of run " + run + ".");
    }

    private static List<ManualCommand> said(String sentence) {
        return List.of(ManualCommand.instruction(sentence + NOWHERE));
    }
}
