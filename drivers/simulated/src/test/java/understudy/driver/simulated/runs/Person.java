package understudy.driver.simulated.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import understudy.core.model.ActionId;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.Patch;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.core.planning.Condition;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;
import understudy.core.run.Books;
import understudy.core.run.RunHeader;
import understudy.core.run.State;
import understudy.core.safety.Conditions;
import understudy.core.safety.Moment;
import understudy.core.safety.Verdict;
import understudy.engine.ports.ClusterDriver;
import understudy.engine.ports.ClusterLock;
import understudy.engine.ports.Handbook;
import understudy.engine.ports.Ledger;
import understudy.engine.ports.ManualCommand;
import understudy.engine.ports.Observation;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.engine.ports.Progress;
import understudy.engine.run.ManualPart;

/** Somebody who does on a simulated cluster what the sheet of a broken-off run says, word by word, and nothing else. */
final class Person implements Handbook {
    private static final RunId HAND = new RunId("person");
    private static final Duration LONG = Duration.ofHours(4);
    /** An action whose caller died in its midst may never end: after an hour nobody waits for it any longer. */
    private static final int PATIENCE = 30;

    private final ClusterDriver driver;
    private final SimulatedRun run;
    private final RunHeader header;
    private final State state;
    private final Map<String, Doing> doings = new HashMap<>();
    private int count;

    private interface Doing {
        void now() throws InterruptedException;
    }

    Person(SimulatedRun run, State state) {
        this.run = run;
        this.state = state;
        this.header = state.header().orElseThrow();
        this.driver = run.cluster.driver();
    }

    void follow(List<ManualPart> parts) throws InterruptedException {
        for (ManualPart part : parts) {
            for (ManualCommand command : part.commands()) {
                Objects.requireNonNull(doings.get(command.command().orElseThrow()))
                        .now();
            }
        }
    }

    ClusterSnapshot look() {
        return switch (driver.observe(header.targets())) {
            case Observation.Seen(ClusterSnapshot seen) -> seen;
            case Observation.NotSeen(var why) -> throw new AssertionError(why.toString());
        };
    }

    @Override
    public List<ManualCommand> step(Step step, Targets targets) {
        return command("do " + step.id(), () -> perform(step));
    }

    @Override
    public List<ManualCommand> underWay(ActionId action, Step step) {
        return command("wait for " + action, () -> {
            Order order = order(action, step);
            for (int looks = 0; looks < PATIENCE && driver.probe(order) instanceof Progress.Running; looks++) {
                run.cluster.time().pause(Duration.ofMinutes(2));
            }
        });
    }

    @Override
    public List<ManualCommand> giveBack(LedgerEntry entry) {
        return command(
                "give back " + entry.id(),
                () -> assertThat(driver.giveBack(entry)).isInstanceOf(Outcome.Succeeded.class));
    }

    @Override
    public LedgerEntry entry(Mark mark) {
        return driver.handbook().entry(mark);
    }

    @Override
    public List<ManualCommand> freeLock(RunId owner, long token) {
        return command("free", () -> driver.lock().giveUp(new ClusterLock.Claim(owner, "store", LONG), token));
    }

    private List<ManualCommand> command(String words, Doing doing) {
        doings.put(words, doing);
        return List.of(ManualCommand.anywhere(words, ""));
    }

    /** Waits for what the step needs, does it, waits for what proves it; a group that is stopped or there already is left alone. */
    private void perform(Step step) throws InterruptedException {
        ClusterSnapshot before = look();
        boolean ofAGroup = step.verb() instanceof Verb.HandOver || step.verb() instanceof Verb.StopGroup;
        if (ofAGroup && hold(step.proves(), before)) {
            return;
        }
        await(step.needs(), before);
        Outcome outcome = driver.perform(order(new ActionId(HAND, step.id(), ++count), step));
        assertThat(outcome).as(step.id().value()).isInstanceOf(Outcome.Succeeded.class);
        await(step.proves(), before);
    }

    private void await(List<Condition> conditions, ClusterSnapshot before) throws InterruptedException {
        for (int looks = 0; looks < 200 && !hold(conditions, before); looks++) {
            run.cluster.time().pause(Duration.ofSeconds(10));
        }
        assertThat(hold(conditions, before)).as(conditions.toString()).isTrue();
    }

    /** What only the run itself could know, and that no step before it was done with its hand, is left to the person's own eyes. */
    private boolean hold(List<Condition> conditions, ClusterSnapshot before) {
        Moment moment = new Moment(look(), before, state.records());
        return conditions.stream()
                .filter(condition -> !(condition instanceof Condition.NodeRestarted)
                        && !(condition instanceof Condition.NodeReleased))
                .allMatch(condition -> Conditions.judge(condition, moment) instanceof Verdict.Holds);
    }

    private Order order(ActionId action, Step step) {
        Patch patch = new Patch(
                header.patch(),
                header.procedure(),
                new Patch.Content.AllOffered(),
                run.cluster.scenario().patch().versionFence(),
                Patch.RestartRule.REQUIRED);
        long token = state.books().lock().map(Books.Lock::token).orElse(0L);
        return new Order(action, step, patch, withoutWayBack(), look(), token, LONG, new Notebook(), _ -> {});
    }

    /** A person fetches what is to be installed, and keeps nothing to go back to. */
    private Targets withoutWayBack() {
        return new Targets(header.targets().byNode());
    }

    /** A person's own notes of what they must give back. */
    private static final class Notebook implements Ledger {
        private final List<LedgerEntry> entries = new ArrayList<>();

        @Override
        public void open(LedgerEntry entry) {
            entries.add(entry);
        }

        @Override
        public void returned(LedgerEntry entry) {
            entries.remove(entry);
        }

        @Override
        public List<LedgerEntry> open() {
            return List.copyOf(entries);
        }
    }
}
