package understudy.driver.exchange.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.core.model.RunId;
import understudy.core.run.Event;
import understudy.core.run.RunHeader;
import understudy.core.run.RunResult;
import understudy.core.run.State;
import understudy.driver.exchange.ExchangeDriver;
import understudy.driver.exchange.ExchangeNode;
import understudy.driver.exchange.ExchangeSettings;
import understudy.emulated.windows.EmulatedNode;
import understudy.emulated.world.SteppingClock;
import understudy.emulated.world.World;
import understudy.engine.ports.ClusterDriver;
import understudy.engine.ports.Observation;
import understudy.engine.run.Freezing;
import understudy.engine.run.Rules;
import understudy.engine.run.RunEnding;
import understudy.engine.run.RunEngine;
import understudy.engine.run.RunInputs;
import understudy.engine.run.RunPorts;
import understudy.procedures.Shipped;

/** One run of a procedure on emulated nodes, unattended, by a driver that is new after each kill; all of it in one simulated time. */
final class Trial implements AutoCloseable {
    /** How often a person resumes a run that has stopped, before they give up. */
    private static final int PATIENCE = 3;

    final SteppingClock clock = new SteppingClock(Instant.parse("2008-03-01T22:00:00Z"));
    final World world;
    final Wire wire;
    final TestingJournal journal = new TestingJournal();
    final Steps steps = new Steps();
    /** Every ending so far, the last one last. */
    final List<RunEnding> endings = new ArrayList<>();

    /** What was wrong at an end that was not the last. */
    final List<String> whileStopped = new ArrayList<>();

    /** Whether each service ran at the beginning, and how it started. */
    final Map<String, String> services = new HashMap<>();

    final TrialCase trialCase;
    private final RunInputs inputs;

    Trial(TrialCase trial) {
        this(trial, Patches.of(trial));
    }

    Trial(TrialCase trial, Patch patch) {
        this.trialCase = trial;
        world = trial.world(clock);
        world.nodes()
                .forEach(node -> node.services()
                        .forEach(service -> services.put(
                                node.name() + " " + service.name(), service.isRunning() + " " + service.startMode())));
        wire = new Wire(world);
        steps.tell((step, began) -> wire.at(step));
        inputs = inputs(trial, patch);
    }

    ClusterDriver driver() {
        var nodes = world.nodes().stream()
                .map(node -> new ExchangeNode(
                        new NodeId(node.name()),
                        () -> new WireShell(new EmulatedNode(world, node, Map.of()), clock, wire)))
                .toList();
        return ExchangeDriver.open(new ExchangeSettings(
                "mail", nodes, Map.of(), ExchangeSettings.USUAL_TASK, Duration.ofSeconds(30), new SteppingTime(clock)));
    }

    private RunInputs inputs(TrialCase trial, Patch patch) {
        var procedure = Shipped.find(trial.procedure()).orElseThrow();
        var driver = driver();
        var targets = Freezing.targets(driver.offer(patch));
        if (!(driver.observe(targets) instanceof Observation.Seen(var seen))) {
            throw new AssertionError("The emulated cluster does not answer at its start.");
        }
        var header = new RunHeader(
                RunHeader.FORMAT,
                new RunId("night"),
                seen.cluster(),
                "inputs",
                procedure.id(),
                patch.id(),
                targets,
                Freezing.placement(seen),
                Map.of(),
                trial.policy());
        return new RunInputs(header, procedure, patch, new RunInputs.Mode(true, "tester", "store"));
    }

    private RunEngine engine() {
        return new RunEngine(
                new RunPorts(
                        driver(),
                        new UnwatchedService(),
                        new SteppingTime(clock),
                        new RunPorts.Desk(journal, new NoRequests(), steps)),
                Rules.ofTheCore());
    }

    /** From its opening to its end, or to our own. */
    RunEnding open() throws Exception {
        wire.at("opening");
        return ended(engine().open(inputs));
    }

    RunEnding resume() throws Exception {
        wire.at("resuming");
        return ended(engine().resume(inputs));
    }

    private RunEnding ended(RunEnding ending) {
        endings.add(ending);
        whileStopped.addAll(WhileStopped.at(this, ending));
        return ending;
    }

    /** Carries it on as a person does who resumes what has stopped, each time after a while; killed, a new process goes on after the pause. */
    RunEnding toTheEnd(Duration pause) throws Exception {
        Optional<RunEnding> ending = Optional.empty();
        try {
            ending = Optional.of(open());
        } catch (Killed _) {
            wire.begin(Optional.empty());
            clock.pass(pause);
        }
        for (int attempt = 0; attempt < PATIENCE && needsMore(ending); attempt++) {
            ending = Optional.of(resume());
            if (needsMore(ending)) {
                clock.pass(Duration.ofMinutes(10));
            }
        }
        return ending.orElseThrow();
    }

    private static boolean needsMore(Optional<RunEnding> ending) {
        return ending.filter(one -> one.result() == RunResult.FINISHED).isEmpty();
    }

    State state() {
        return endings.getLast().state();
    }

    long count(String words) {
        return world.journal().stream().filter(line -> line.contains(words)).count();
    }

    <E extends Event> List<E> events(Class<E> type) {
        return journal.replay().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public void close() {
        clock.close();
    }
}
