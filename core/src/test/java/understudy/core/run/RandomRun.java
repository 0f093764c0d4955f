package understudy.core.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import understudy.core.model.ActionId;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.model.StepId;
import understudy.core.planning.Plan;
import understudy.core.planning.Stage;

/**
 * An engine that does what a state demands in any order that two lanes, an inbox that delivers late and twice, and a process that
 * dies could bring about. The same seed gives the same run.
 */
final class RandomRun {
    private final Random random;
    private final List<ActionId> inFlight = new ArrayList<>();
    private final List<Event.Request> sent = new ArrayList<>();
    private final Journal journal;
    private boolean calm;
    private Instant now = Script.START;
    private int requests;

    /** Takes what happens, in order; the state is what it adds up to. */
    interface Journal {
        State state();

        void append(Event event);
    }

    RandomRun(long seed, Journal journal) {
        this.random = new Random(seed);
        this.journal = journal;
    }

    void open() {
        journal.append(new Event.RunOpened(now, TestingPlan.header(RandomPolicies.of(random))));
    }

    /** From here everything succeeds and every question is answered with yes. */
    void calm() {
        calm = true;
    }

    /** It has ended, and taking it up again would bring it no further. */
    boolean isOver() {
        return journal.state()
                .ending()
                .map(Event.RunEnded::result)
                .filter(this::isFinal)
                .isPresent();
    }

    private boolean isFinal(RunResult result) {
        return switch (result) {
            case FINISHED, ABORTED, TAKEN_BACK -> true;
            case INCOMPLETE -> calm;
            case STOPPED, FAILED -> false;
        };
    }

    /** One thing happens. */
    void tick() {
        now = now.plusMillis(1 + random.nextInt(3000));
        if (!calm && random.nextInt(100) < 18) {
            noise();
            return;
        }
        if (!inFlight.isEmpty() && random.nextInt(3) > 0) {
            end(inFlight.remove(random.nextInt(inFlight.size())));
            return;
        }
        List<Action> demanded = RunMachine.outstanding(journal.state());
        if (demanded.isEmpty()) {
            ask(new Event.ResumeAsked(now, nextRequest(), "anna"));
            return;
        }
        demanded(demanded.get(random.nextInt(demanded.size())));
    }

    private void demanded(Action action) {
        switch (action) {
            case Action.LookAndPlan() -> plan();
            case Action.Perform(ActionId id, var _, boolean underWay) -> perform(id, underWay);
            case Action.EndStage(int stage) -> journal.append(new Event.StageEnded(now, stage));
            case Action.Ask(Question question) -> asked(question);
            case Action.Wait(String _, Optional<Instant> until) -> waited(until);
            case Action.Finish(RunResult result, String sentence) -> {
                inFlight.clear();
                journal.append(new Event.RunEnded(now, result, sentence));
            }
        }
    }

    private void waited(Optional<Instant> until) {
        Optional<Instant> reached = until.filter(_ -> calm || random.nextBoolean());
        now = reached.filter(now::isBefore).orElse(now);
        journal.append(new Event.TimePassed(now));
        if (calm && journal.state().wishes().pausedBy().isPresent()) {
            ask(new Event.ResumeAsked(now, nextRequest(), "anna"));
        }
    }

    private void asked(Question question) {
        journal.append(new Event.QuestionAsked(now, question));
        if (calm || random.nextInt(3) == 0) {
            boolean yes = calm || random.nextInt(4) > 0;
            ask(new Event.QuestionAnswered(now, nextRequest(), question.id(), yes, "anna"));
        }
    }

    private void perform(ActionId id, boolean underWay) {
        if (inFlight.contains(id)) {
            return;
        }
        if (!underWay && !calm && random.nextInt(12) == 0) {
            journal.append(new Event.GuardsBlocked(now, id.step(), List.of(Script.WHY)));
            return;
        }
        if (!underWay) {
            journal.append(new Event.StepBegan(now, id, Optional.of("boot-" + random.nextInt(9))));
        }
        inFlight.add(id);
    }

    private void end(ActionId id) {
        int luck = calm ? 9 : random.nextInt(10);
        StepResult result = switch (luck) {
            case 0 -> new StepResult.Failed(Script.WHY);
            case 1 -> new StepResult.Unknown(Script.WHY);
            default -> new StepResult.Succeeded();
        };
        journal.append(new Event.StepEnded(now, id, result, ""));
    }

    private void plan() {
        List<Stage> rest = journal.state().walk().rest();
        boolean first = journal.state().walk().revision() == 0;
        if (first || (!rest.isEmpty() && !calm && random.nextInt(6) == 0)) {
            adopt(first || random.nextBoolean() ? RandomPlans.of(random) : TestingPlan.plan(rest));
        } else if (!calm && random.nextInt(10) == 0) {
            journal.append(new Event.PlanRefused(now, List.of(Script.WHY)));
        } else if (rest.isEmpty()) {
            journal.append(new Event.NothingLeft(now, List.of(), random.nextBoolean()));
        } else {
            journal.append(new Event.PlanConfirmed(now, journal.state().walk().hash()));
        }
    }

    private void adopt(Plan plan) {
        journal.append(new Event.PlanAdopted(now, plan, PlanShape.hash(plan), "Testing."));
    }

    /** What comes from outside: wishes, some of them again; a death of the process; bookkeeping. */
    private void noise() {
        switch (random.nextInt(12)) {
            case 0 -> ask(new Event.PauseAsked(now, nextRequest(), "anna"));
            case 1, 2, 3 -> ask(new Event.ResumeAsked(now, nextRequest(), "anna"));
            case 4 -> rarely(new Event.AbortAsked(now, nextRequest(), "anna"));
            case 5 -> rarely(new Event.SkipAsked(now, nextRequest(), new NodeId("n3"), "anna"));
            case 6 -> ask(new Event.RetryAsked(now, nextRequest(), new StepId("install:n2"), "anna"));
            case 7 ->
                journal.state()
                        .wishes()
                        .open()
                        .ifPresent(open -> ask(new Event.QuestionAnswered(
                                now, nextRequest(), open.id(), random.nextBoolean(), "bert")));
            case 8 -> inFlight.clear();
            case 9 -> {
                if (!sent.isEmpty()) {
                    journal.append(sent.get(random.nextInt(sent.size())));
                }
            }
            case 10 -> books();
            default -> now = now.plus(Duration.ofMinutes(random.nextInt(20)));
        }
    }

    private void rarely(Event.Request request) {
        if (random.nextInt(8) == 0) {
            ask(request);
        }
    }

    private void books() {
        LedgerEntry entry = new LedgerEntry(
                "drain-n" + random.nextInt(3),
                TestingPlan.RUN,
                LedgerEntry.Kind.DRAIN,
                Optional.empty(),
                Optional.empty(),
                "",
                "");
        long token = random.nextLong(1, 6);
        journal.append(
                switch (random.nextInt(7)) {
                    case 0 -> new Event.LedgerOpened(now, entry);
                    case 1 -> new Event.LedgerReturned(now, entry);
                    case 2 -> new Event.LedgerKept(now, entry, "It is not settled.");
                    case 3 -> new Event.LockTaken(now, token, now.plusSeconds(1800));
                    case 4 -> new Event.LockGivenUp(now, token);
                    case 5 -> new Event.OutageMeasured(now, new GroupId("mail"), now.minusSeconds(9), now);
                    default -> new Event.Warned(now, Finding.warning("TESTING", "n1", "Testing.", ""));
                });
    }

    private void ask(Event.Request request) {
        sent.add(request);
        journal.append(request);
    }

    private String nextRequest() {
        return "request-" + ++requests;
    }
}
