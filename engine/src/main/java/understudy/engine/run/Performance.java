package understudy.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import understudy.core.model.Finding;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep.By;
import understudy.core.run.StepResult;
import understudy.engine.ports.ClusterDriver;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.engine.ports.Progress;
import understudy.engine.ports.RunTime;

/** Gives one action to the driver and finds out what came of it: its word, then a probe where the word is missing, then the cluster itself. */
final class Performance {
    private static final Duration BETWEEN_ATTACHMENTS = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final ClusterDriver driver;
    private final Eyes eyes;
    private final Proof proof;
    private final RunTime time;

    Performance(ClusterDriver driver, Eyes eyes, Proof proof, RunTime time) {
        this.driver = driver;
        this.eyes = eyes;
        this.proof = proof;
        this.time = time;
    }

    /** What came of it, and what is worth telling. */
    record Came(StepResult result, String note) {}

    /** Gives the order out, or attaches to it if it is under way. */
    Came carryOut(Order order, Instant until) throws InterruptedException {
        if (order.step().source().by() == By.OPERATOR) {
            order.progress().accept(order.step().source().instruction().orElse("An operator's step."));
            return proven(order, until, "An operator did it.");
        }
        Outcome outcome = word(() -> driver.perform(order), order.step());
        eyes.acted();
        return settle(order, outcome, until);
    }

    /** Finds out what became of an order that was given out before an interruption; empty where it surely never started. */
    Optional<Came> recover(Order order, Instant until) throws InterruptedException {
        Progress progress = probe(order);
        return switch (progress) {
            case Progress.NotStarted() -> Optional.empty();
            case Progress.Running() -> Optional.of(carryOut(order, until));
            case Progress.Ended(Outcome outcome) -> Optional.of(settle(order, outcome, until));
            case Progress.Unknown(String reason) -> Optional.of(doubt(order, doubtful(order.step(), reason), until));
        };
    }

    private Came settle(Order order, Outcome outcome, Instant until) throws InterruptedException {
        return switch (outcome) {
            case Outcome.Succeeded(String note) -> proven(order, until, note);
            case Outcome.Failed(Finding why) -> failed(order, why);
            case Outcome.Unknown(Finding why) -> unknown(order, why, until);
        };
    }

    private Came proven(Order order, Instant until, String note) throws InterruptedException {
        Optional<String> missing = proof.missing(order.step(), order.seen(), until);
        return missing.isEmpty()
                ? new Came(new StepResult.Succeeded(), note)
                : new Came(new StepResult.Unknown(Sentences.notProven(order.step(), missing.get())), note);
    }

    /** Some commands say that they failed and have done it: one look tells. */
    private Came failed(Order order, Finding why) throws InterruptedException {
        boolean done = Situation.isProvenByLook(order.step())
                && proof.missing(order.step(), order.seen(), time.instant()).isEmpty();
        return done
                ? new Came(
                        new StepResult.Succeeded(),
                        "The command said that it failed (" + why.sentence() + ") and the result is there.")
                : new Came(new StepResult.Failed(why), "");
    }

    private Came unknown(Order order, Finding why, Instant until) throws InterruptedException {
        Finding last = why;
        while (time.instant().isBefore(until)) {
            Progress progress = probe(order);
            if (progress instanceof Progress.NotStarted) {
                return failed(order, last);
            }
            if (progress instanceof Progress.Ended(Outcome outcome) && !(outcome instanceof Outcome.Unknown)) {
                return settle(order, outcome, until);
            }
            if (!(progress instanceof Progress.Running)) {
                return doubt(order, last, until);
            }
            time.pause(BETWEEN_ATTACHMENTS);
            Outcome attached = word(() -> driver.perform(order), order.step());
            eyes.acted();
            if (!(attached instanceof Outcome.Unknown(Finding again))) {
                return settle(order, attached, until);
            }
            last = again;
        }
        return doubt(order, last, until);
    }

    private Came doubt(Order order, Finding why, Instant until) throws InterruptedException {
        Instant patience = time.instant().plus(order.step().source().expected()).plus(GRACE);
        Instant end = patience.isBefore(until) ? patience : until;
        boolean done = Situation.isProvenByLook(order.step())
                && proof.missing(order.step(), order.seen(), end).isEmpty();
        return done
                ? new Came(
                        new StepResult.Succeeded(),
                        "What became of the command is not known (" + why.sentence() + ") and the result is there.")
                : new Came(new StepResult.Unknown(why), "");
    }

    private Progress probe(Order order) {
        try {
            return driver.probe(order);
        } catch (RuntimeException escaped) {
            return new Progress.Unknown(Sentences.of(escaped));
        }
    }

    private static Outcome word(Supplier<Outcome> performance, Step step) {
        try {
            return performance.get();
        } catch (RuntimeException escaped) {
            return new Outcome.Unknown(Sentences.brokeOff(step, escaped));
        }
    }

    private static Finding doubtful(Step step, String reason) {
        return Finding.error(
                "STEP-IN-DOUBT",
                step.id().value(),
                Sentences.subject(step) + " was interrupted and nobody knows whether it happened: " + reason,
                "Look at the node before the step is done again.");
    }
}
