package understudy.engine.run;

import understudy.core.model.Finding;
import understudy.core.planning.Step;

/** The engine's own sentences for operators: what, on which node, why, what next. */
final class Sentences {
    private Sentences() {}

    /** What an escaped exception says, in a sentence. */
    static String of(Throwable escaped) {
        String message = escaped.getMessage();
        String said = message == null || message.isBlank() ? escaped.getClass().getSimpleName() : message.strip();
        return said.endsWith(".") ? said : said + ".";
    }

    static String subject(Step step) {
        String node = step.executedOn().map(on -> " on " + on).orElse("");
        String group = step.group().map(of -> " for " + of).orElse("");
        return "Step " + step.id() + group + node;
    }

    static Finding brokeOff(Step step, Throwable escaped) {
        return Finding.error(
                "STEP-BROKE-OFF",
                step.id().value(),
                subject(step) + " broke off, and nobody knows how far it came: " + of(escaped),
                "The run looks at the cluster and goes on from what it sees.");
    }

    static Finding notProven(Step step, String missing) {
        return Finding.error(
                "RESULT-NOT-SEEN",
                step.id().value(),
                subject(step) + " was carried out, but within its deadline of "
                        + step.source().deadline().toSeconds() + " s its result was not seen: " + missing,
                "Look at the node; the run looks again before it does anything more.");
    }

    static Finding needNotMet(Step step, String missing) {
        return Finding.error(
                "NEED-NOT-MET",
                step.id().value(),
                subject(step) + " waits: " + missing,
                "The run goes on by itself as soon as that has changed.");
    }
}
