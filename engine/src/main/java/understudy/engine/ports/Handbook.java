package understudy.engine.ports;

import java.util.List;
import understudy.core.model.ActionId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.core.planning.Step;

/** How a person does with their own hands what a driver does (safety rule 11); asks nobody, so that it is there when nothing else is. */
public interface Handbook {
    /** The step, so that done by a person it has the same result. At least one command or instruction. */
    List<ManualCommand> step(Step step, Targets targets);

    /** How to see whether an action that was given out still goes on, and to wait for its end; nothing is begun again. */
    List<ManualCommand> underWay(ActionId action, Step step);

    /** What gives the entry back, with its mark. */
    List<ManualCommand> giveBack(LedgerEntry entry);

    /** The entry that a mark stands for, where its ledger is lost: what was there before is as it usually is. */
    LedgerEntry entry(Mark mark);

    /** What frees the cluster's lock if the run still has it with this token, and changes nothing if it has not. */
    List<ManualCommand> freeLock(RunId run, long token);
}
