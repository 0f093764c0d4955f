package understudy.engine.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.planning.Condition;
import understudy.core.planning.PlanningInput;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;
import understudy.core.run.State;
import understudy.core.safety.Conditions;
import understudy.core.safety.GuardInput;
import understudy.core.safety.Lease;
import understudy.core.safety.Moment;
import understudy.core.safety.Verdict;
import understudy.engine.ports.RunTime;

/** Puts what was seen beside what the run knows, and asks the core's rules about it. */
final class Situation {
    private final RunInputs inputs;
    private final Recorder recorder;
    private final Rules rules;
    private final RunTime time;
    private @Nullable ClusterSnapshot plannedOn;

    Situation(RunInputs inputs, Recorder recorder, Rules rules, RunTime time) {
        this.inputs = inputs;
        this.recorder = recorder;
        this.rules = rules;
        this.time = time;
    }

    synchronized void plannedOn(ClusterSnapshot seen) {
        plannedOn = seen;
    }

    synchronized Optional<ClusterSnapshot> plannedOn() {
        return Optional.ofNullable(plannedOn);
    }

    PlanningInput input(ClusterSnapshot seen) {
        State state = recorder.state();
        return new PlanningInput(
                seen,
                state.records(),
                inputs.procedure(),
                inputs.patch(),
                inputs.header().policy(),
                time.instant());
    }

    /** Everything that forbids the step on this look: what it needs, and what the guards find. */
    List<Finding> forbids(Step step, ClusterSnapshot seen) {
        Stream<Finding> needs = missing(step.needs(), seen, seen).stream().map(why -> Sentences.needNotMet(step, why));
        return Stream.concat(needs, rules.guard(question(step, seen)).stream())
                .filter(Finding::blocks)
                .toList();
    }

    /** What forbids a step before which clients are waiting already: only what is never passed. */
    List<Finding> forbidsInside(Step step, ClusterSnapshot seen) {
        return rules.guardInside(question(step, seen)).stream()
                .filter(Finding::blocks)
                .toList();
    }

    private GuardInput question(Step step, ClusterSnapshot seen) {
        State state = recorder.state();
        Stage stage =
                state.walk().plan().orElseThrow().stages().get(state.walk().stage());
        Optional<Lease> lease = state.books().lock().map(lock -> new Lease(true, lock.until()));
        boolean recovery = state.isRecovering() && Recovery.is(step, seen);
        return new GuardInput(step, stage, input(seen), plannedOn().orElse(seen), lease, recovery);
    }

    /** Why the step's result is not known to be there; empty where every postcondition holds. */
    List<String> unproven(Step step, ClusterSnapshot now, ClusterSnapshot atStart) {
        return missing(step.proves(), now, atStart);
    }

    /** A look at the cluster shows something of what the step was for. */
    static boolean isObservable(Step step) {
        return step.proves().stream().anyMatch(condition -> !(condition instanceof Condition.ProvenByStep));
    }

    /** A look at the cluster shows whether the step was done, whatever its command said. */
    static boolean isProvenByLook(Step step) {
        return step.proves().stream().noneMatch(Condition.ProvenByStep.class::isInstance);
    }

    private List<String> missing(List<Condition> conditions, ClusterSnapshot now, ClusterSnapshot atStart) {
        Moment moment = new Moment(now, atStart, recorder.state().records());
        return conditions.stream()
                .map(condition -> Conditions.judge(condition, moment))
                .flatMap(verdict -> reason(verdict).stream())
                .toList();
    }

    private static Optional<String> reason(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds() -> Optional.empty();
            case Verdict.Fails(String why) -> Optional.of(why);
            case Verdict.Unknown(String why) -> Optional.of(why);
        };
    }
}
