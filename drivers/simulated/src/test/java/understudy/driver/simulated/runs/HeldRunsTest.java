package understudy.driver.simulated.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.core.model.GroupHealth;
import understudy.core.model.Targets;
import understudy.core.procedure.Procedure;
import understudy.core.run.Event;
import understudy.core.run.Hold;
import understudy.core.run.Holds;
import understudy.core.run.RunMachine;
import understudy.core.run.RunResult;
import understudy.driver.simulated.scenario.Scenario;
import understudy.driver.simulated.scenario.ScenarioFile;
import understudy.engine.ports.Observation;
import understudy.engine.ports.RunInbox;
import understudy.engine.run.RunEnding;
import understudy.procedures.ProcedureFile;

/** A run that goes together with others waits for them at its holds, and comes back from each of them with its clients served. */
@Timeout(120)
class HeldRunsTest {
    private static final Path SHIPPED = Path.of("../../procedures/src/main/resources/understudy/procedures");
    private static final Path SITE =
            Path.of("../../scenarios/site").toAbsolutePath().normalize();

    /** Each hold is asked for and let on before what it stands in front of. */
    private static final List<String> WHOLE = List.of(
            "? READY", "! READY", "outage", "? OFFLINE", "! OFFLINE", "install", "? ONLINE", "! ONLINE", "online");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"all-together.yaml", "out-of-the-balancer.yaml"})
    void itIsReadyThenOfflineThenPatchedThenOnline(String procedure) throws Exception {
        SimulatedRun run = run(procedure);

        RunEnding ending = run.carry(new Granting(run, Hold.ONLINE));

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(order(run)).isEqualTo(WHOLE);
        assertThat(ending.state().books().ledger()).isEmpty();
        assertThat(isServed(run)).isTrue();
    }

    /** On a cluster of no product: the simulated Exchange has the rules of its clusters, where setup wants an empty node. */
    @Test
    void theShippedProcedureOfAFrontEndServerIsOneOfThem() throws Exception {
        Path file = SITE.resolve("server.yaml");
        String text = Files.readString(file).replace("server: {}", "server: {services: {W3SVC: {}, SysmonLog: {}}}");
        String shipped = Files.readString(SHIPPED.resolve("exchange-2003/front-end.yaml"))
                .replace("platform: exchange-2003, kinds: [stand-alone]", "platform: windows");
        SimulatedRun run = SimulatedRun.held(
                ScenarioFile.read(file, text),
                ProcedureFile.read(Files.writeString(folder.resolve("front-end.yaml"), shipped)));

        RunEnding ending = run.carry(new Granting(run, Hold.ONLINE));

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(order(run)).isEqualTo(WHOLE);
        assertThat(ending.state().books().ledger()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-together.yaml", "out-of-the-balancer.yaml"})
    void killedAtEveryAppendItWaitsWhereItStood(String procedure) throws Exception {
        int appends = appends(procedure, run -> new Granting(run, Hold.ONLINE));
        for (int append = 2; append <= appends; append++) {
            SimulatedRun run = run(procedure);

            RunEnding ending = killed(run, append, new Granting(run, Hold.ONLINE));

            String where = "append " + append + ": " + ending.sentence();
            assertThat(ending.result()).as(where).isEqualTo(RunResult.FINISHED);
            assertThat(run.cluster.installs().values()).as(where).containsOnly(1);
            assertThat(order(run))
                    .as(where)
                    .containsSubsequence("! READY", "outage", "! OFFLINE", "install", "! ONLINE");
            assertThat(order(run).indexOf("install"))
                    .as(where)
                    .isGreaterThan(order(run).indexOf("! OFFLINE"));
            assertThat(isServed(run)).as(where).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-together.yaml", "out-of-the-balancer.yaml"})
    void calledBackItComesOnlineUnpatchedWhereverItIsKilled(String procedure) throws Exception {
        for (Hold last : List.of(Hold.READY, Hold.OFFLINE)) {
            int appends = appends(procedure, run -> new CallingBack(run, last));
            for (int append = 2; append <= appends; append++) {
                SimulatedRun run = run(procedure);

                RunEnding ending = killed(run, append, new CallingBack(run, last));

                String where = last + ", append " + append + ": " + ending.sentence();
                assertThat(ending.result()).as(where).isEqualTo(RunResult.TAKEN_BACK);
                assertThat(ending.sentence()).as(where).startsWith("It was called back by site before it was patched.");
                assertThat(run.cluster.installs().values()).as(where).containsOnly(0);
                assertThat(isServed(run)).as(where).isTrue();
                assertThat(ending.state().books().ledger()).as(where).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-together.yaml", "out-of-the-balancer.yaml"})
    void anAbortIsHeardAtEachHoldAndLeavesNobodyOffline(String procedure) throws Exception {
        for (Hold hold : Hold.values()) {
            SimulatedRun run = run(procedure);

            RunEnding ending = run.carry(new Aborting(run, hold));

            assertThat(ending.result())
                    .as(hold + ": " + ending.sentence())
                    .isIn(RunResult.ABORTED, RunResult.TAKEN_BACK);
            assertThat(ending.sentence()).as(hold.name()).startsWith("The run was aborted by anna.");
            assertThat(isServed(run)).as(hold.name()).isTrue();
            assertThat(run.cluster.installs().values()).as(hold.name()).containsOnly(hold == Hold.ONLINE ? 1 : 0);
        }
    }

    @Test
    void aWishToGoBackIsHeardThereToo() throws Exception {
        SimulatedRun run = run("all-together.yaml");
        List<Hold> asked = new ArrayList<>();
        run.carry(new Answering(run, hold -> {
            asked.add(hold);
            return hold == Hold.READY
                    ? Optional.of(yes(run, hold, "1"))
                    : Optional.of(new Event.GoBackAsked(now(run), "2", Optional.empty(), "anna"));
        }));

        assertThat(asked).containsOnly(Hold.READY, Hold.OFFLINE);
        assertThat(isServed(run)).isTrue();
    }

    /** What a reader of its journal sees, in order. */
    private static List<String> order(SimulatedRun run) {
        List<String> order = new ArrayList<>();
        for (Event event : run.journal.replay()) {
            switch (event) {
                case Event.QuestionAsked asked -> Hold.of(asked.question()).ifPresent(hold -> order.add("? " + hold));
                case Event.QuestionAnswered answered ->
                    Stream.of(Hold.values())
                            .filter(hold -> hold.question().equals(answered.question()))
                            .forEach(hold -> order.add("! " + hold));
                case Event.StepBegan began ->
                    word(began.action().step().value()).ifPresent(order::add);
                case Event other -> {}
            }
        }
        return order;
    }

    private static Optional<String> word(String step) {
        if (step.startsWith("stop:") || step.startsWith("leave-balancer:") || step.startsWith("offline:")) {
            return Optional.of("outage");
        }
        if (step.startsWith("install:")) {
            return Optional.of("install");
        }
        return step.startsWith("start:") || step.startsWith("join-balancer:") || step.startsWith("online:")
                ? Optional.of("online")
                : Optional.empty();
    }

    private static int appends(String procedure, Function<SimulatedRun, RunInbox> people) throws Exception {
        SimulatedRun whole = run(procedure);
        whole.carry(people.apply(whole));
        return whole.journal.appends();
    }

    private static RunEnding killed(SimulatedRun run, int append, RunInbox people) throws Exception {
        run.journal.killAt(append);
        try {
            return run.carry(people);
        } catch (MemoryJournal.Killed _) {
            run.journal.killAt(-1);
            return run.carry(people);
        }
    }

    /** The one procedure with a patch that can be taken back, the other with one that cannot. */
    private static SimulatedRun run(String procedure) throws IOException {
        Path file = SITE.resolve("server.yaml");
        String more = procedure.startsWith("out") ? "\n  wayBack: false" : "";
        Scenario scenario =
                ScenarioFile.read(file, Files.readString(file).replace("  restart: false", "  restart: false" + more));
        Procedure read = ProcedureFile.read(SITE.resolve(procedure));
        return SimulatedRun.held(scenario, read);
    }

    private static boolean isServed(SimulatedRun run) {
        return run.cluster.driver().observe(Targets.none()) instanceof Observation.Seen(var seen)
                && seen.groups().getFirst().health() == GroupHealth.ONLINE
                && order(run).stream()
                        .filter(word -> word.equals("outage") || word.equals("online"))
                        .reduce((_, last) -> last)
                        .filter("outage"::equals)
                        .isEmpty();
    }

    private static Instant now(SimulatedRun run) {
        return run.cluster.time().instant();
    }

    private static Event.Request yes(SimulatedRun run, Hold hold, String id) {
        return new Event.QuestionAnswered(now(run), id, hold.question(), true, "site");
    }

    /** Answers a run's holds, each a while after the run has come there. */
    private static class Answering implements RunInbox {
        private static final int LATER = 3;

        private final SimulatedRun run;
        private final Function<Hold, Optional<Event.Request>> answers;
        private int looks;

        Answering(SimulatedRun run, Function<Hold, Optional<Event.Request>> answers) {
            this.run = run;
            this.answers = answers;
        }

        @Override
        public synchronized List<Event.Request> next() {
            Optional<Hold> hold = Holds.at(RunMachine.replay(run.journal.replay()));
            boolean late = hold.isPresent() && ++looks % LATER == 0;
            return late ? hold.flatMap(answers).stream().toList() : List.of();
        }

        @Override
        public void acknowledge(Event.Request request) {}
    }

    /** Lets it on at each hold up to one. */
    private static final class Granting extends Answering {
        Granting(SimulatedRun run, Hold last) {
            super(
                    run,
                    hold -> hold.compareTo(last) <= 0 ? Optional.of(yes(run, hold, "on/" + hold)) : Optional.empty());
        }
    }

    /** Calls it back at one hold. */
    private static final class CallingBack extends Answering {
        CallingBack(SimulatedRun run, Hold where) {
            super(
                    run,
                    hold -> Optional.of(new Event.QuestionAnswered(
                            now(run), "told/" + hold, hold.question(), hold != where, "site")));
        }
    }

    /** Aborts it at one hold. */
    private static final class Aborting extends Answering {
        Aborting(SimulatedRun run, Hold where) {
            super(
                    run,
                    hold -> Optional.of(
                            hold == where
                                    ? new Event.AbortAsked(now(run), "abort", "anna")
                                    : yes(run, hold, "on/" + hold)));
        }
    }
}
