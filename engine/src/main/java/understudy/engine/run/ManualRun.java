package understudy.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.core.model.Finding;
import understudy.core.model.LedgerEntry;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;
import understudy.core.run.RunHeader;
import understudy.core.run.RunResult;
import understudy.core.run.State;
import understudy.engine.ports.Handbook;
import understudy.engine.ports.ManualCommand;

/**
 * How a person brings a run to its end without the program, or takes back what it has changed (safety rule 11).
 *
 * @param cautions what forbade the run to go on when it was last seen; a person should know it before going on
 * @param finish the rest of the plan in its order, then what no step gives back, then the lock
 * @param goBack what must be given back, the newest first, then the lock; before it what may still be going on
 */
public record ManualRun(List<String> cautions, List<ManualPart> finish, List<ManualPart> goBack) {
    public ManualRun {
        cautions = List.copyOf(cautions);
        finish = List.copyOf(finish);
        goBack = List.copyOf(goBack);
    }

    /** Reads it from the state that the run's events have made. */
    public static ManualRun of(State state, Handbook handbook) {
        RunHeader header = state.header()
                .orElseThrow(() -> new IllegalArgumentException("The journal does not begin with a run."));
        ManualSteps steps = new ManualSteps(state, header, handbook);
        List<LedgerEntry> open = state.books().ledger().reversed();
        List<Step> rest = isOver(state)
                ? List.of()
                : state.walk().rest().stream()
                        .map(Stage::steps)
                        .flatMap(List::stream)
                        .toList();
        List<ManualPart> finish = new ArrayList<>();
        List<LedgerEntry> left = new ArrayList<>(open);
        for (Step step : rest) {
            if (step.verb() instanceof Verb.HoldRivals) {
                // A person sees what else is at work, and would have to remember what to give back.
                Stream.of(step)
                        .filter(state.underWay()::contains)
                        .map(steps::look)
                        .forEach(finish::add);
                continue;
            }
            List<LedgerEntry> given =
                    left.stream().filter(entry -> isGivenBackBy(step, entry)).toList();
            left.removeAll(given);
            finish.add(steps.step(step, given));
        }
        Optional<ManualPart> lock =
                state.books().lock().map(held -> lock(handbook.freeLock(header.run(), held.token())));
        finish.addAll(left.stream().map(steps::entry).toList());
        lock.ifPresent(finish::add);
        List<ManualPart> goBack = Stream.of(
                        state.underWay().stream().map(steps::look),
                        open.stream().map(steps::entry),
                        lock.stream())
                .flatMap(parts -> parts)
                .toList();
        return new ManualRun(cautions(state), finish, goBack);
    }

    private static boolean isOver(State state) {
        return state.ending().filter(end -> end.result() == RunResult.FINISHED).isPresent();
    }

    private static boolean isGivenBackBy(Step step, LedgerEntry entry) {
        boolean started = step.verb() instanceof Verb.StartGroup && entry.kind() == LedgerEntry.Kind.SETTING;
        boolean handedOver = step.verb() instanceof Verb.HandOver && entry.kind() == LedgerEntry.Kind.PREFERENCE;
        boolean ofItsGroup = step.group().isPresent() && entry.group().equals(step.group());
        return ((started || handedOver) && ofItsGroup)
                || !GivenBack.by(step, List.of(entry)).isEmpty();
    }

    private static ManualPart lock(List<ManualCommand> commands) {
        return new ManualPart("lock", "Lets other runs begin.", Optional.empty(), false, commands);
    }

    private static List<String> cautions(State state) {
        return state.blocks().values().stream()
                .flatMap(block -> block.findings().stream())
                .map(Finding::toString)
                .distinct()
                .toList();
    }
}
