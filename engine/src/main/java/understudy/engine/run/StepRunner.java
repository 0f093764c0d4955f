package understudy.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;
import understudy.core.run.Action;
import understudy.core.run.Attempts;
import understudy.core.run.Event;
import understudy.core.run.Holds;
import understudy.core.run.OutagePath;
import understudy.core.run.Question;
import understudy.core.run.StepResult;
import understudy.engine.ports.Observation;
import understudy.engine.ports.Order;

/** One step from its guards to its recorded end. Inside an outage path only what is known already is judged: the next step follows at once. */
final class StepRunner {
    private final Crew crew;
    private final RunInputs inputs;
    private final Performance performance;

    StepRunner(Crew crew, RunInputs inputs) {
        this.crew = crew;
        this.inputs = inputs;
        Proof proof = new Proof(crew.eyes(), crew.situation(), crew.time());
        this.performance = new Performance(crew.driver(), crew.eyes(), proof, crew.time());
    }

    /** Carries the step on; where something forbids it for now, records that and waits a little. */
    void run(Action.Perform perform) throws InterruptedException {
        Step step = perform.step();
        Optional<ClusterSnapshot> seen = look(step);
        if (seen.isEmpty()) {
            return;
        }
        if (perform.underWay()) {
            recover(perform, seen.get());
            return;
        }
        List<Finding> forbids = forbids(step, seen.get());
        if (!forbids.isEmpty()) {
            crew.patience().blocked(step.id(), forbids);
            return;
        }
        if ((clientsWait(step) || agreed(step)) && !isHeld(step)) {
            begin(perform, seen.get());
        }
    }

    /** Nothing forbids the step, but the run goes together with others, and waits here for them. */
    private boolean isHeld(Step step) {
        Optional<Question> hold = Holds.before(crew.recorder().state(), step);
        hold.ifPresent(question ->
                crew.recorder().record(new Event.QuestionAsked(crew.time().instant(), question)));
        return hold.isPresent();
    }

    /** Once a hook has agreed the guards look again. */
    private boolean agreed(Step step) {
        return switch (crew.hooks().consent(step)) {
            case HookDesk.Consent.Given() -> true;
            case HookDesk.Consent.JustGiven() -> false;
            case HookDesk.Consent.Refused(List<Finding> why) -> {
                crew.patience().blocked(step.id(), why);
                yield false;
            }
        };
    }

    private void begin(Action.Perform perform, ClusterSnapshot seen) throws InterruptedException {
        Step step = perform.step();
        Instant now = crew.time().instant();
        Event began = new Event.StepBegan(now, perform.action(), Boots.of(step, seen));
        if (isThereAlready(step, seen)) {
            crew.recorder()
                    .record(
                            began,
                            new Event.StepEnded(
                                    now, perform.action(), new StepResult.Succeeded(), "It was so already."));
            return;
        }
        crew.recorder().record(began);
        end(perform, performance.carryOut(order(perform, seen), deadline(step)));
    }

    private void recover(Action.Perform perform, ClusterSnapshot seen) throws InterruptedException {
        Step step = perform.step();
        Attempts tried = crew.recorder().state().attempts().get(step.id());
        Optional<String> boot = tried == null ? Optional.empty() : tried.boot();
        Order order = order(perform, Boots.asOfStart(step, seen, boot));
        Optional<Performance.Came> came = performance.recover(order, deadline(step));
        if (came.isPresent()) {
            end(perform, came.get());
            return;
        }
        List<Finding> forbids = forbids(step, seen);
        if (forbids.isEmpty()) {
            end(perform, performance.carryOut(order, deadline(step)));
            return;
        }
        end(perform, new Performance.Came(new StepResult.Failed(forbids.getFirst()), "It never started."));
    }

    /** A fresh look, or one that is young enough; where clients wait, the last one will do. */
    private Optional<ClusterSnapshot> look(Step step) throws InterruptedException {
        if (isHurried(step) && crew.eyes().last().isPresent()) {
            return crew.eyes().last();
        }
        return switch (crew.patience().look(step.id())) {
            case Observation.Seen(ClusterSnapshot snapshot) -> Optional.of(snapshot);
            case Observation.NotSeen(Finding why) -> {
                crew.patience().blocked(step.id(), List.of(why));
                yield Optional.empty();
            }
        };
    }

    /** Clients wait: the cluster is asked nothing before the step, unless the last look is old because the run was held. */
    private boolean isHurried(Step step) {
        return clientsWait(step) && inputs.header().heldFor().isEmpty();
    }

    /** Clients wait, and nothing has been against the step so far. */
    private boolean clientsWait(Step step) {
        return OutagePath.isInside(step) && !crew.recorder().state().blocks().containsKey(step.id());
    }

    private List<Finding> forbids(Step step, ClusterSnapshot seen) {
        if (isHurried(step)) {
            return crew.situation().forbidsInside(step, seen);
        }
        if (OutagePath.isDoor(step)) {
            crew.outages().write();
        }
        Optional<Finding> lock = crew.lock().outlasts(pathDeadline(step));
        return lock.map(List::of)
                .orElseGet(() -> OutagePath.isInside(step)
                        ? crew.situation().forbidsInside(step, seen)
                        : crew.situation().forbids(step, seen));
    }

    private Duration pathDeadline(Step step) {
        return crew.recorder().state().walk().lanes().stream()
                .filter(lane -> lane.contains(step))
                .findFirst()
                .map(OutagePath::from)
                .orElse(List.of(step))
                .stream()
                .map(each -> each.source().deadline())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Somebody, or the cluster itself, has brought about what the step is for. */
    private boolean isThereAlready(Step step, ClusterSnapshot seen) {
        boolean only = step.verb() instanceof Verb.Install
                || step.verb() instanceof Verb.HandOver
                || step.verb() instanceof Verb.AwaitHost
                || step.verb() instanceof Verb.UpgradeGroup;
        return only
                && Situation.isProvenByLook(step)
                && crew.situation().unproven(step, seen, seen).isEmpty();
    }

    private Order order(Action.Perform perform, ClusterSnapshot seen) {
        Step step = perform.step();
        return new Order(
                perform.action(),
                step,
                inputs.patch(),
                crew.recorder().state().targets(),
                seen,
                crew.lock().token(),
                step.source().deadline(),
                crew.ledger(),
                sentence -> crew.listener().progress(step.id(), sentence));
    }

    private Instant deadline(Step step) {
        return crew.time().instant().plus(step.source().deadline());
    }

    private void end(Action.Perform perform, Performance.Came came) {
        Instant now = crew.time().instant();
        List<Event> events = new ArrayList<>();
        if (came.result() instanceof StepResult.Succeeded) {
            GivenBack.by(perform.step(), crew.ledger().open())
                    .forEach(entry -> events.add(new Event.LedgerReturned(now, entry)));
        }
        events.add(new Event.StepEnded(now, perform.action(), came.result(), came.note()));
        crew.recorder().record(events.toArray(Event[]::new));
        if (!OutagePath.isOn(crew.recorder().state())) {
            // At once, because what only this process has measured dies with it.
            crew.outages().write();
        }
        crew.hooks().ended(perform.step(), came.result() instanceof StepResult.Succeeded);
    }
}
