package understudy.core.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.core.model.ActionId;
import understudy.core.model.NodeId;
import understudy.core.model.StepId;
import understudy.core.planning.Condition;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep.AfterDoubt;
import understudy.core.procedure.ProcedureStep.By;
import understudy.core.procedure.Verb;
import understudy.core.run.Question.Kind;

/** What the lanes of the current stage demand: the lead's next step, or the next step of each track. */
final class Lanes {
    /** How long a run waits by itself for what blocks it to go away. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    /** How long after a miss, and how much longer after each further one, a step is tried again. */
    static final Duration BREATH = Duration.ofMinutes(1);

    private final State state;
    private final RunHeader header;

    Lanes(State state, RunHeader header) {
        this.state = state;
        this.header = header;
    }

    static boolean patienceIsOver(State.Block block, Instant now) {
        return !now.isBefore(block.since().plus(PATIENCE));
    }

    /** What was given out, and what stands inside an outage path: it goes on whatever else is wished. */
    List<Action> committed() {
        return state.walk().lanes().stream()
                .filter(lane -> state.isUnderWay(lane.getFirst().id()) || goesOn(lane.getFirst()))
                .map(this::of)
                .filter(Action.Perform.class::isInstance)
                .toList();
    }

    /** Clients wait in one of the lanes. */
    boolean isInsideOutage() {
        return state.walk().lanes().stream().anyMatch(OutagePath::isEntered);
    }

    /** Only failure leaves an outage path: a miss, or a guard that is never passed. */
    private boolean goesOn(Step next) {
        boolean failed =
                state.walk().missed().contains(next.id()) || state.blocks().containsKey(next.id());
        return OutagePath.isInside(next)
                && begunHere(next)
                && !failed
                && Holds.at(state).isEmpty();
    }

    /** A step before it in its stage was done, so that its outage path was really entered. */
    private boolean begunHere(Step step) {
        return !state.walk().mustLook() || state.walk().done().stream().anyMatch(done -> precedes(done, step));
    }

    private boolean precedes(StepId done, Step step) {
        List<Step> steps = state.walk().current().map(stage -> stage.steps()).orElse(List.of());
        int at = steps.indexOf(step);
        return at > 0 && steps.get(at - 1).id().equals(done);
    }

    List<Action> all() {
        return state.walk().lanes().stream().map(this::of).toList();
    }

    /** The latest miss in a sentence of its own, with a blank before it. */
    String lastMiss() {
        Optional<Attempts> latest = state.attempts().values().stream()
                .filter(tried -> tried.misses() > 0)
                .reduce((one, other) -> one.at().isAfter(other.at()) ? one : other);
        return latest.flatMap(Attempts::last).map(result -> " " + why(result)).orElse("");
    }

    private Action of(List<Step> lane) {
        Step step = lane.getFirst();
        Attempts tried = state.attempts().get(step.id());
        int count = tried == null ? 0 : tried.count();
        if (tried != null && tried.isUnderWay()) {
            return new Action.Perform(new ActionId(header.run(), step.id(), count), step, true);
        }
        return new LastNodes(state, header.policy())
                .gate(step)
                .or(() -> confirmation(step))
                .or(() -> lastAttempt(step, tried))
                .or(() -> block(step))
                .or(() -> presence(lane, count))
                .orElseGet(() -> new Action.Perform(new ActionId(header.run(), step.id(), count + 1), step, false));
    }

    private Optional<Action> confirmation(Step step) {
        if (step.verb() instanceof Verb.Confirm(String question)) {
            Kind kind = LastNodes.asks(step) ? Kind.GO_NO_GO : Kind.CONFIRM;
            return Optional.of(ask("confirm/" + step.id() + "/" + state.walk().revision(), kind, question, step));
        }
        boolean unobserved =
                step.proves().isEmpty() || step.proves().stream().anyMatch(Condition.ProvenByStep.class::isInstance);
        if (step.source().by() != By.OPERATOR || !unobserved) {
            return Optional.empty();
        }
        String text = step.source().instruction().orElse("Do " + step.id() + ".") + " Is that done?";
        return Optional.of(ask("confirm/" + step.id() + "/" + state.walk().revision(), Kind.CONFIRM, text, step));
    }

    private Optional<Action> lastAttempt(Step step, @org.jspecify.annotations.Nullable Attempts tried) {
        if (tried == null || tried.last().isEmpty()) {
            return Optional.empty();
        }
        StepResult last = tried.last().get();
        String suffix = step.id() + "/" + tried.count();
        return switch (last) {
            case StepResult.Succeeded() -> Optional.empty();
            case StepResult.Unknown(var why)
            when step.source().afterDoubt() == AfterDoubt.ASK ->
                unlessAgreed("doubt/" + suffix, Kind.DOUBT, why + " Do step " + step.id() + " again?", step);
            case StepResult.Failed _, StepResult.Unknown _ ->
                tried.misses() <= header.policy().retries()
                        ? breath(step, tried)
                        : unlessAgreed(
                                "failed/" + suffix,
                                Kind.STEP_FAILED,
                                why(last) + " It was tried " + Say.times(tried.misses()) + ". Try step " + step.id()
                                        + " again?",
                                step);
        };
    }

    /** What failed a moment ago fails again at once as a rule; where clients wait, there is no waiting. */
    private Optional<Action> breath(Step step, Attempts tried) {
        Instant until = tried.at().plus(BREATH.multipliedBy(tried.misses()));
        boolean urgent = OutagePath.isInside(step) || OutagePath.isDoor(step);
        if (urgent || tried.misses() == 0 || !state.clock().now().isBefore(until)) {
            return Optional.empty();
        }
        String reason = "Step " + step.id() + " is tried again in a while.";
        return Optional.of(new Action.Wait(reason, Optional.of(until)));
    }

    private Optional<Action> block(Step step) {
        State.Block block = state.blocks().get(step.id());
        if (block == null || !patienceIsOver(block, state.clock().now())) {
            return Optional.empty();
        }
        String text = "For " + Say.duration(PATIENCE) + " step " + step.id() + " has been blocked: "
                + Say.findings(block.findings()) + " Look again?";
        return Optional.of(ask("blocked/" + step.id() + "/" + block.since(), Kind.BLOCKED, text, step));
    }

    private Optional<Action> presence(List<Step> lane, int count) {
        Step door = lane.getFirst();
        if (!OutagePath.isDoor(door) || !OutagePath.needsOperator(OutagePath.from(lane))) {
            return Optional.empty();
        }
        return unlessAgreed(
                "presence/" + door.id() + "/" + (count + 1),
                Kind.PRESENCE,
                "The outage of " + door.group().map(Object::toString).orElse("the service")
                        + " begins now and needs an operator in it. Are you ready?",
                door);
    }

    private Optional<Action> unlessAgreed(String id, Kind kind, String text, Step step) {
        return state.wishes().agreed(id) ? Optional.empty() : Optional.of(ask(id, kind, text, step));
    }

    private static Action ask(String id, Kind kind, String text, Step step) {
        return new Action.Ask(new Question(id, kind, text, Optional.of(step.id())));
    }

    private static String why(StepResult result) {
        return switch (result) {
            case StepResult.Succeeded() -> "";
            case StepResult.Failed(var why) -> why.toString();
            case StepResult.Unknown(var why) -> why.toString();
        };
    }

    /** The nodes that a plan's rest still installs on. */
    static List<NodeId> unpatched(Walk walk) {
        return installs(walk.rest().stream().flatMap(stage -> stage.steps().stream()));
    }

    static List<NodeId> installs(Stream<Step> steps) {
        return steps.filter(step -> step.verb() instanceof Verb.Install)
                .flatMap(step -> step.node().stream())
                .distinct()
                .toList();
    }
}
