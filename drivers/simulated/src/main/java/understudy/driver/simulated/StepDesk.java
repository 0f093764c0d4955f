package understudy.driver.simulated;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.ActionId;
import understudy.core.model.Finding;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.driver.simulated.scenario.FaultKind;
import understudy.driver.simulated.scenario.Latency;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.engine.ports.Progress;

/** Takes orders, begins each action once however often it is asked for, and tells what came of it. */
final class StepDesk {
    private final World world;
    private final FaultPlay faults;
    private final Verbs verbs;
    private final Map<ActionId, Job> jobs = new LinkedHashMap<>();
    private long highestToken;

    StepDesk(World world, FaultPlay faults, Verbs verbs) {
        this.world = world;
        this.faults = faults;
        this.verbs = verbs;
    }

    Outcome perform(Order order) throws InterruptedException {
        Instant deadline = world.now().plus(order.deadline());
        Job job = jobs.get(order.action());
        if (job == null) {
            if (order.token() < highestToken) {
                return new Outcome.Failed(Finding.error(
                        "TOKEN-STALE",
                        order.step().id().value(),
                        "The order carries the lock's token " + order.token() + ", but " + highestToken
                                + " has been seen: another run has taken over.",
                        ""));
            }
            highestToken = order.token();
            job = begin(order);
        }
        return answer(order, job, deadline);
    }

    private Job begin(Order order) throws InterruptedException {
        Job job = new Job(world, order);
        jobs.put(order.action(), job);
        faults.begin(order.step(), job);
        try {
            Turn.pause(world, Latency.COMMAND, order.step().id().value());
        } catch (InterruptedException interrupted) {
            jobs.remove(order.action());
            throw interrupted;
        }
        Optional<Boolean> workGoesOn = interruption(job);
        if (workGoesOn.isEmpty() || workGoesOn.get()) {
            carryOut(order, job);
        } else {
            jobs.remove(order.action());
        }
        if (job.has(FaultKind.CALLER_DIES)) {
            throw new CallerDied(job.what);
        }
        if (job.has(FaultKind.CONNECTION_LOST)) {
            job.tell("CONNECTION-LOST", "The connection was lost during the step " + job.what + ".");
        }
        return job;
    }

    private static Optional<Boolean> interruption(Job job) {
        return job.fault(FaultKind.CALLER_DIES)
                .or(() -> job.fault(FaultKind.CONNECTION_LOST))
                .map(fault -> fault.workGoesOn());
    }

    private void carryOut(Order order, Job job) {
        if (job.has(FaultKind.COMMAND_LIES)) {
            world.happened("The command of the step " + job.what + " says yes and does nothing.");
            job.succeed("");
            return;
        }
        world.happened("The step " + job.what + " begins.");
        verbs.carryOut(order, job);
    }

    private Outcome answer(Order order, Job job, Instant deadline) throws InterruptedException {
        Optional<Outcome> answer = job.takeAnswer();
        while (answer.isEmpty()) {
            if (!world.time.await(job.news, deadline)) {
                return new Outcome.Unknown(Finding.error(
                        "DEADLINE-PASSED",
                        job.what,
                        "The step " + job.what + " has not ended within " + order.deadline() + ".",
                        ""));
            }
            answer = job.takeAnswer();
        }
        for (LedgerEntry entry : job.undone) {
            order.ledger().returned(entry);
        }
        job.undone.clear();
        return answer.get();
    }

    Progress probe(Order order) {
        Job job = jobs.get(order.action());
        return job == null ? new Progress.NotStarted() : job.progress();
    }

    /** No order under a lower token is taken any more. */
    void fence(long token) {
        highestToken = Math.max(highestToken, token);
    }

    /** The actions that go on on the node, with their jobs. */
    Map<ActionId, Job> live(NodeId node) {
        Map<ActionId, Job> live = new LinkedHashMap<>();
        jobs.forEach((action, job) -> {
            if (!job.isOver() && job.touches(node::equals)) {
                live.put(action, job);
            }
        });
        return live;
    }

    /** The jobs of a node end with its power; their records say only that they began. */
    void powerLost(SimulatedNode node) {
        jobs.values().stream()
                .filter(job -> job.touches(node.id::equals))
                .forEach(job -> job.loseRecord("The step " + job.what + " had begun when " + node.id
                        + " lost its power, and nobody knows how far it came."));
    }
}
