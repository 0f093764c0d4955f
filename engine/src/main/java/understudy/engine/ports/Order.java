package understudy.engine.ports;

import java.time.Duration;
import java.util.function.Consumer;
import understudy.core.model.ActionId;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Patch;
import understudy.core.model.Targets;
import understudy.core.planning.Step;

/**
 * One step given to a driver.
 *
 * @param seen the snapshot on which the guards passed: owner, boot id and versions are compared with it where the step runs
 * @param token the lock's rising number; a job refuses a lower one than it has seen
 * @param deadline how long it may take
 * @param ledger where the driver writes what must be given back, before it changes it
 * @param progress sentences for the live view
 */
public record Order(
        ActionId action,
        Step step,
        Patch patch,
        Targets targets,
        ClusterSnapshot seen,
        long token,
        Duration deadline,
        Ledger ledger,
        Consumer<String> progress) {}
