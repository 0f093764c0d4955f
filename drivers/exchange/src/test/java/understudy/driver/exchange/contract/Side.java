package understudy.driver.exchange.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.ActionId;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.core.model.RunId;
import understudy.core.model.StepId;
import understudy.core.model.Targets;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep;
import understudy.engine.ports.ClusterDriver;
import understudy.engine.ports.Observation;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.engine.run.Freezing;

/** One of the two clusters behind its driver, and one run that orders operation after operation of it. */
abstract class Side implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofHours(6);
    private static final RunId RUN = new RunId("contract");

    private final Patch patch;
    private final KeptLedger ledger = new KeptLedger();
    private final Seen words;
    private Optional<ClusterDriver> opened = Optional.empty();
    private Optional<Targets> targets = Optional.empty();
    private Map<String, String> state = Map.of();
    private int done;

    Side(Shape shape) {
        patch = shape.patch();
        words = new Seen(shape);
    }

    /** What came of an operation, and what is different since. */
    record Came(String outcome, String change) {
        @Override
        public String toString() {
            return change.isEmpty() ? outcome : outcome + ": " + change;
        }
    }

    /** A driver to the cluster. */
    abstract ClusterDriver open();

    /** Something happens to it. */
    abstract void befalls(Operation event) throws InterruptedException;

    /** Lets time pass until everything has come to rest. */
    abstract void settle() throws InterruptedException;

    @Override
    public abstract void close();

    /** What is true before the first operation. */
    final Map<String, String> begin() {
        targets = Optional.of(Freezing.targets(driver().offer(patch)));
        state = look();
        return state;
    }

    final Map<String, String> state() {
        return state;
    }

    final Came does(Operation operation) throws InterruptedException {
        String outcome;
        if (operation.isEvent()) {
            befalls(operation);
            outcome = "happens";
        } else {
            outcome = perform(operation);
        }
        settle();
        var before = state;
        state = look();
        return new Came(outcome, Seen.change(before, state));
    }

    /** By the driver's hand, whoever's order it is. */
    final String perform(Operation operation) {
        return snapshot()
                .map(seen -> word(driver().perform(order(operation, seen))))
                .orElse("nobody to ask");
    }

    private ClusterDriver driver() {
        var driver = opened.orElseGet(this::open);
        opened = Optional.of(driver);
        return driver;
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded _ -> "done";
            case Outcome.Failed _ -> "refused";
            case Outcome.Unknown _ -> "in doubt";
        };
    }

    private Map<String, String> look() {
        return snapshot().map(words::of).orElse(Map.of("cluster", "gives no answer"));
    }

    private Optional<ClusterSnapshot> snapshot() {
        return driver().observe(targets.orElseThrow()) instanceof Observation.Seen(var snapshot)
                ? Optional.of(snapshot)
                : Optional.empty();
    }

    private Order order(Operation operation, ClusterSnapshot snapshot) {
        var step = step(operation, snapshot);
        return new Order(
                new ActionId(RUN, step.id(), 1),
                step,
                patch,
                targets.orElseThrow(),
                snapshot,
                1,
                DEADLINE,
                ledger,
                _ -> {});
    }

    private Step step(Operation operation, ClusterSnapshot snapshot) {
        Optional<GroupId> group = operation.isOfANode()
                ? Optional.empty()
                : Optional.of(new GroupId(operation.about().getFirst()));
        Optional<NodeId> owner = group.flatMap(snapshot::group).flatMap(one -> one.owner());
        boolean isStopOrStart = operation.about().size() == 1 && !operation.isOfANode();
        Optional<NodeId> named = isStopOrStart ? owner : Optional.of(new NodeId(operation.last()));
        var source = new ProcedureStep(
                operation.step(),
                operation.verb(),
                operation.isTowards() ? ProcedureStep.Where.DESTINATION : ProcedureStep.Where.NODE,
                DEADLINE,
                Duration.ofMinutes(1),
                ProcedureStep.By.DRIVER,
                Optional.empty(),
                ProcedureStep.AfterDoubt.ASK,
                ProcedureStep.Outage.NONE);
        return new Step(
                new StepId(operation.step() + "/" + ++done),
                source,
                operation.isTowards() ? Optional.empty() : named,
                group,
                owner,
                operation.isTowards() ? named : Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                "because the table says so");
    }
}
