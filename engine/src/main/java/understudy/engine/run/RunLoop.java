package understudy.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import understudy.core.planning.Step;
import understudy.core.run.Action;
import understudy.core.run.Event;
import understudy.core.run.Hold;
import understudy.core.run.Holds;
import understudy.core.run.OutagePath;
import understudy.core.run.Overtime;
import understudy.core.run.Question;
import understudy.core.run.RunMachine;
import understudy.core.run.State;

/** Does what the run's state demands until it demands nothing more; keeps no memory of its own. */
final class RunLoop {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Crew crew;
    private final Mail mail;
    private final PlanDesk desk;
    private final StepRunner runner;
    private final Settlement settlement;
    private final Questions questions;

    RunLoop(Crew crew, Mail mail, PlanDesk desk, StepRunner runner, Questions questions) {
        this.crew = crew;
        this.mail = mail;
        this.desk = desk;
        this.runner = runner;
        this.settlement = new Settlement(crew);
        this.questions = questions;
    }

    RunEnding run() throws Exception {
        Optional<RunEnding> ending = Optional.empty();
        while (ending.isEmpty()) {
            List<Action> actions = demands();
            List<Action.Perform> performs = performs(actions);
            if (performs.isEmpty()) {
                ending = alone(actions.getFirst());
            } else {
                together(performs);
            }
        }
        return ending.get();
    }

    private Optional<RunEnding> alone(Action action) throws InterruptedException {
        switch (action) {
            case Action.LookAndPlan() -> desk.lookAndPlan();
            case Action.EndStage(int stage) -> endStage(stage);
            case Action.Wait(String _, Optional<Instant> until) -> idle(until);
            case Action.Ask(Question question) -> {
                return ask(question);
            }
            case Action.Finish finish -> {
                return Optional.of(settlement.end(finish));
            }
            case Action.Perform perform -> runner.run(perform);
        }
        return Optional.empty();
    }

    /** An answer that waits already counts before anybody is missed. */
    private Optional<RunEnding> ask(Question question) throws InterruptedException {
        questions.ask(question);
        mail.read();
        boolean isOpen =
                crew.recorder().state().wishes().open().filter(question::equals).isPresent();
        if (!isOpen) {
            return Optional.empty();
        }
        Optional<Action.Finish> unanswered = questions.unanswered(question);
        if (unanswered.isEmpty()) {
            Optional<Hold> held = Holds.at(crew.recorder().state());
            if (held.isPresent()) {
                standBy(held.get());
            } else {
                idle(Optional.empty());
            }
        }
        return unanswered.map(settlement::end);
    }

    /** Others are waited for, who do not live by this run's time; its limits end it only where its clients are served. */
    private void standBy(Hold hold) throws InterruptedException {
        crew.lock().outlasts(Duration.ZERO);
        if (hold == Hold.READY) {
            tellOfLimit(Optional.empty());
        }
        crew.time().standBy(TICK);
    }

    private void together(List<Action.Perform> performs) throws Exception {
        if (performs.size() == 1) {
            lane(performs.getFirst());
            return;
        }
        List<Callable<Boolean>> lanes = performs.stream()
                .<Callable<Boolean>>map(first -> () -> lane(first))
                .toList();
        crew.time().together(lanes);
    }

    /** One lane for as long as the machine lets it go on by itself. */
    private boolean lane(Action.Perform first) throws InterruptedException {
        List<Step> mine = crew.recorder().state().walk().lanes().stream()
                .filter(lane -> lane.contains(first.step()))
                .findFirst()
                .orElse(List.of());
        Optional<Action.Perform> next = Optional.of(first);
        while (next.isPresent()) {
            runner.run(next.get());
            next = performs(demands()).stream()
                    .filter(perform -> mine.contains(perform.step()))
                    .findFirst();
        }
        return true;
    }

    /** What is demanded now, after reading what people ask, except in an outage path, where nobody is listened to. */
    private List<Action> demands() {
        List<Action> before = RunMachine.outstanding(crew.recorder().state());
        boolean inside = performs(before).stream().anyMatch(perform -> OutagePath.isInside(perform.step()));
        if (inside) {
            return before;
        }
        mail.read();
        tellOfOvertime();
        return RunMachine.outstanding(crew.recorder().state());
    }

    private static List<Action.Perform> performs(List<Action> actions) {
        return actions.stream()
                .filter(Action.Perform.class::isInstance)
                .map(Action.Perform.class::cast)
                .toList();
    }

    private void endStage(int stage) {
        crew.outages().write();
        crew.audit().recordSealed(new Event.StageEnded(crew.time().instant(), stage));
    }

    private void tellOfOvertime() {
        Instant now = crew.time().instant();
        Overtime.toTell(crew.recorder().state(), now)
                .ifPresent(finding -> crew.recorder().record(new Event.Warned(now, finding)));
    }

    /** Waits a moment, keeps the lock meanwhile, and lets time into the machine where a limit is reached. */
    private void idle(Optional<Instant> until) throws InterruptedException {
        crew.lock().outlasts(Duration.ZERO);
        if (!tellOfLimit(until)) {
            crew.time().pause(TICK);
        }
    }

    private boolean tellOfLimit(Optional<Instant> until) {
        Instant now = crew.time().instant();
        boolean reached = Stream.concat(until.stream(), stop().stream()).anyMatch(limit -> !now.isBefore(limit));
        if (reached) {
            crew.recorder().record(new Event.TimePassed(now));
        }
        return reached;
    }

    private Optional<Instant> stop() {
        State state = crew.recorder().state();
        return state.header()
                .orElseThrow()
                .policy()
                .stopAfter()
                .map(state.clock().opened()::plus);
    }
}
