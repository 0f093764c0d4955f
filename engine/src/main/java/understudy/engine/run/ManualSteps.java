package understudy.engine.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.core.model.ActionId;
import understudy.core.model.LedgerEntry;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep.By;
import understudy.core.procedure.Verb;
import understudy.core.run.OutagePath;
import understudy.core.run.RunHeader;
import understudy.core.run.State;
import understudy.engine.ports.Handbook;
import understudy.engine.ports.ManualCommand;

/** Puts one step, or one entry of the ledger, into a person's words and commands. */
final class ManualSteps {
    private final State state;
    private final RunHeader header;
    private final Handbook handbook;

    ManualSteps(State state, RunHeader header, Handbook handbook) {
        this.state = state;
        this.header = header;
        this.handbook = handbook;
    }

    /**
     * The step, after a look where it is under way; where it gives entries back, in the way that takes their marks away too. A
     * preference is not given back in place of its handover but after it.
     */
    ManualPart step(Step step, List<LedgerEntry> given) {
        boolean underWay = isUnderWay(step);
        List<ManualCommand> commands = new ArrayList<>(underWay ? look(step).commands() : List.of());
        if (given.isEmpty() || step.verb() instanceof Verb.HandOver) {
            commands.addAll(commands(step));
        }
        given.forEach(entry -> commands.addAll(handbook.giveBack(entry)));
        return new ManualPart(step.id().value(), step.reason(), warning(step), underWay, commands);
    }

    /** How to see whether a step still goes on. */
    ManualPart look(Step step) {
        return new ManualPart(
                step.id().value(),
                "The run began it and has not seen its end.",
                warning(step),
                true,
                step.source().by() == By.OPERATOR ? commands(step) : handbook.underWay(action(step), step));
    }

    ManualPart entry(LedgerEntry entry) {
        String subject = entry.group().map(group -> " of " + group).orElse("")
                + entry.node().map(node -> " on " + node).orElse("");
        return new ManualPart(
                entry.id(),
                "The run has made a change of the kind " + entry.kind() + subject + ", which it must give back.",
                Optional.empty(),
                false,
                handbook.giveBack(entry));
    }

    private List<ManualCommand> commands(Step step) {
        if (step.source().by() == By.OPERATOR) {
            return List.of(ManualCommand.instruction(step.source()
                    .instruction()
                    .orElse("Do " + step.id() + ", which the procedure gives to a person.")));
        }
        if (step.verb() instanceof Verb.Confirm(String question)) {
            return List.of(ManualCommand.instruction("Decide, and go on only if the answer is yes: " + question));
        }
        return handbook.step(step, state.targets());
    }

    private boolean isUnderWay(Step step) {
        return state.underWay().contains(step);
    }

    private ActionId action(Step step) {
        int attempt = Objects.requireNonNull(state.attempts().get(step.id())).count();
        return new ActionId(header.run(), step.id(), attempt);
    }

    private static Optional<String> warning(Step step) {
        if (OutagePath.isInside(step)) {
            return Optional.of("Clients wait until this is done.");
        }
        if (step.interrupts().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(step.interrupts().stream()
                .map(one -> "the clients of " + one.group() + ", for about " + seconds(one.expected()))
                .collect(Collectors.joining("; ", "Noticed by ", ".")));
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
