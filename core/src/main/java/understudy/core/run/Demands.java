package understudy.core.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.core.model.Finding;
import understudy.core.model.Policy;

/** Derives what a run's state demands now. What is under way or inside an outage path goes first and is never cut short. */
final class Demands {
    private final State state;
    private final RunHeader header;
    private final Policy policy;
    private final Lanes lanes;
    private final WayBack back;

    Demands(State state, RunHeader header) {
        this.state = state;
        this.header = header;
        this.policy = header.policy();
        this.lanes = new Lanes(state, header);
        this.back = new WayBack(state);
    }

    List<Action> list() {
        if (state.ending().isPresent()) {
            return List.of();
        }
        List<Action> committed = lanes.committed();
        if (!committed.isEmpty()) {
            return isUndisturbed() || isCommitted() ? lanes.all() : committed;
        }
        if (mustLeaveOutage()) {
            return List.of(new Action.LookAndPlan());
        }
        if (Holds.isOffline(state)) {
            return openQuestion().stream().toList();
        }
        return (isCommitted() ? failures() : wishes())
                .flatMap(Optional::stream)
                .findFirst()
                .map(List::of)
                .orElseGet(this::next);
    }

    private Stream<Optional<Action>> wishes() {
        return Stream.of(
                abort(),
                refusal(),
                nothingLeft(),
                failureBudget(),
                tooLong(),
                paused(),
                openQuestion(),
                back.afterHandover());
    }

    /** What ends a run also where clients wait. */
    private Stream<Optional<Action>> failures() {
        return Stream.of(refusal(), nothingLeft(), failureBudget(), back.afterHandover());
    }

    /** Clients wait until a later step, perhaps of a later stage, and nothing has failed: what was judged at the door is not heard now. */
    private boolean isCommitted() {
        return state.walk().missed().isEmpty()
                && state.blocks().isEmpty()
                && state.wishes().open().isEmpty()
                && OutagePath.isOpen(state.walk());
    }

    private List<Action> next() {
        if (state.walk().mustLook()) {
            return List.of(plan());
        }
        if (state.walk().current().isEmpty()) {
            return List.of(new Action.LookAndPlan());
        }
        List<Action> all = secondPerson().or(this::changedPlan).map(List::of).orElseGet(lanes::all);
        return all.isEmpty() ? List.of(new Action.EndStage(state.walk().stage())) : all;
    }

    /** Something failed while clients wait: the way out is looked for before anybody's wish or limit is heard. */
    private boolean mustLeaveOutage() {
        return state.walk().mustLook()
                && lanes.isInsideOutage()
                && mayYetBePlanned()
                && state.wishes().open().isEmpty()
                && state.wishes().refusal().isEmpty();
    }

    private boolean mayYetBePlanned() {
        State.Block refused = state.blocks().get(State.PLANNING);
        Instant now = state.clock().now();
        return refused == null || (Passing.byItself(refused.findings()) && !Lanes.patienceIsOver(refused, now));
    }

    /** Nothing forbids further lanes to go on beside the one that is committed. */
    private boolean isUndisturbed() {
        return !state.walk().mustLook()
                && state.wishes().abortedBy().isEmpty()
                && state.wishes().pausedBy().isEmpty()
                && state.wishes().open().isEmpty()
                && state.wishes().refusal().isEmpty()
                && tooLong().isEmpty();
    }

    private Optional<Action> abort() {
        return state.wishes()
                .abortedBy()
                .map(by -> new Action.Finish(RunResult.ABORTED, "The run was aborted by " + by + "."));
    }

    private Optional<Action> refusal() {
        return state.wishes()
                .refusal()
                .map(answer -> new Action.Finish(
                        RunResult.STOPPED,
                        answer.by() + " answered no to: " + answer.question().text()
                                + " The run can be resumed, and will ask again."));
    }

    private Optional<Action> nothingLeft() {
        return state.nothingLeft().map(found -> {
            if (state.wishes().back().ends().isPresent()) {
                return new Return(state).end(found);
            }
            List<String> reasons = found.notes().stream().map(Finding::sentence).toList();
            if (found.incomplete() || !state.wishes().skipped().isEmpty()) {
                String skipped = state.wishes().skipped().isEmpty()
                        ? ""
                        : " Skipped: "
                                + String.join(
                                        ", ",
                                        state.wishes().skipped().stream()
                                                .map(Object::toString)
                                                .toList())
                                + ".";
                return new Action.Finish(
                        RunResult.INCOMPLETE,
                        "Everything that can be seen is patched, but not every node was reached." + sentences(reasons)
                                + skipped + " Resume the run when they are back.");
            }
            return new Action.Finish(RunResult.FINISHED, "Every node is patched and verified." + sentences(reasons));
        });
    }

    private static String sentences(List<String> reasons) {
        return reasons.isEmpty() ? "" : " " + String.join(" ", reasons);
    }

    private Optional<Action> failureBudget() {
        State.Clock clock = state.clock();
        if (clock.failures() <= policy.failures() && clock.failuresInARow() <= policy.failuresInARow()) {
            return Optional.empty();
        }
        return Optional.of(new Action.Finish(
                RunResult.FAILED,
                "Steps have failed " + clock.failures() + " times in this run, " + clock.failuresInARow()
                        + " of them in a row; the policy allows " + policy.failures() + " and "
                        + policy.failuresInARow() + "." + lanes.lastMiss()
                        + " Resume the run when the cause is gone."));
    }

    private Optional<Action> tooLong() {
        Duration spent = Duration.between(state.clock().opened(), state.clock().now());
        return policy.stopAfter()
                .filter(limit -> spent.compareTo(limit) >= 0)
                .map(limit -> new Action.Finish(
                        RunResult.STOPPED,
                        "The run has taken " + Say.duration(spent) + ", and the policy stops it after "
                                + Say.duration(limit) + ". Resume it to go on."));
    }

    private Optional<Action> paused() {
        return state.wishes()
                .pausedBy()
                .map(by -> new Action.Wait(
                        "The run is paused by " + by + "; `resume` goes on.",
                        policy.stopAfter().map(state.clock().opened()::plus)));
    }

    private Optional<Action> openQuestion() {
        return state.wishes().open().map(Action.Ask::new);
    }

    private Action plan() {
        State.Block refused = state.blocks().get(State.PLANNING);
        if (refused == null) {
            return new Action.LookAndPlan();
        }
        if (state.walk().revision() == 0) {
            return new Action.Finish(
                    RunResult.STOPPED, "No plan keeps every rule. " + Say.findings(refused.findings()));
        }
        boolean byHand = Passing.onlyByHand(refused.findings());
        if (!byHand && !Lanes.patienceIsOver(refused, state.clock().now())) {
            return new Action.LookAndPlan();
        }
        String since = byHand
                ? (lanes.lastMiss() + " No plan keeps every rule until a person has acted: ").strip() + " "
                : "For " + Say.duration(Lanes.PATIENCE) + " no plan has kept every rule: ";
        String id = "blocked/planning/" + refused.since();
        String why = since + Say.findings(refused.findings());
        Question again = new Question(id, Question.Kind.BLOCKED, why + " Look again?", Optional.empty());
        return new Action.Ask(back.afterInstall(id, why, refused.findings()).orElse(again));
    }

    /** Who has started the run has said yes by it. */
    private Optional<Action> secondPerson() {
        if (!policy.fourEyes() || state.wishes().agreed(Question.START)) {
            return Optional.empty();
        }
        return Optional.of(new Action.Ask(new Question(
                Question.START,
                Question.Kind.START,
                "The policy wants two people to answer for run " + header.run() + ". Shall it carry out plan "
                        + state.walk().hash() + "?",
                Optional.empty())));
    }

    private Optional<Action> changedPlan() {
        Walk walk = state.walk();
        String hash = walk.hash();
        if (walk.idleReplans() >= 2) {
            return Optional.of(new Action.Ask(new Question(
                    "progress/" + walk.revision(),
                    Question.Kind.NO_PROGRESS,
                    "The plan was made again " + walk.idleReplans()
                            + " times and no step has succeeded since." + lanes.lastMiss() + " Go on with plan " + hash
                            + "?",
                    Optional.empty())));
        }
        String id = "plan/" + walk.revision();
        if (!policy.askOnChange() || walk.revision() < 2 || state.wishes().agreed(id)) {
            return Optional.empty();
        }
        return Optional.of(new Action.Ask(new Question(
                id,
                Question.Kind.PLAN_CHANGED,
                "The rest of the plan of run " + header.run() + " has changed. Go on with plan " + hash + "?",
                Optional.empty())));
    }
}
