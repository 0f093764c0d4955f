package understudy.driver.exchange.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.core.model.Policy;
import understudy.core.model.RunId;
import understudy.core.run.Event;
import understudy.core.run.RunHeader;
import understudy.core.run.RunResult;
import understudy.driver.exchange.ExchangeSettings;
import understudy.driver.exchange.classic.ClassicDriver;
import understudy.driver.exchange.classic.ClassicSettings;
import understudy.emulated.classic.ManagementHost;
import understudy.emulated.classic.OldGroup;
import understudy.emulated.classic.OldWorld;
import understudy.emulated.classic.OldWorlds;
import understudy.emulated.world.SteppingClock;
import understudy.engine.ports.ClusterDriver;
import understudy.engine.ports.Observation;
import understudy.engine.run.Freezing;
import understudy.engine.run.Rules;
import understudy.engine.run.RunEnding;
import understudy.engine.run.RunEngine;
import understudy.engine.run.RunInputs;
import understudy.engine.run.RunPorts;
import understudy.procedures.Shipped;

/** One run of a procedure for Exchange before 2007, through an emulated management host, with an operator who is there; in simulated time. */
final class ClassicTrial implements AutoCloseable {
    private static final int PATIENCE = 4;

    final SteppingClock clock = new SteppingClock(Instant.parse("2005-11-12T22:00:00Z"));
    final ClassicCase trial;
    final OldWorld world;
    final Wire wire;
    final TestingJournal journal = new TestingJournal();
    final Steps steps = new Steps();
    final YesMan yes = new YesMan();
    final Operator operator;
    final List<RunEnding> endings = new ArrayList<>();

    /** How often each virtual server has gone out of service. */
    final Map<String, Integer> outages = new ConcurrentHashMap<>();

    private final Map<String, Boolean> up = new ConcurrentHashMap<>();
    private final RunInputs inputs;

    ClassicTrial(ClassicCase trial) {
        this(trial, _ -> {});
    }

    /** @param before what is done to the world before the run begins */
    ClassicTrial(ClassicCase trial, Consumer<OldWorld> before) {
        this(trial, before, trial.patch());
    }

    ClassicTrial(ClassicCase trial, Consumer<OldWorld> before, Patch patch) {
        this.trial = trial;
        world = trial.world(clock);
        before.accept(world);
        wire = new Wire(world);
        world.watch(_ -> count());
        operator = new Operator(world);
        steps.tell((step, began) -> wire.at(step));
        steps.tell(operator::told);
        inputs = inputs(patch);
    }

    private void count() {
        for (var server : world.virtualServers()) {
            OldGroup group = server.group();
            boolean now = group.isOnline();
            boolean before = up.getOrDefault(group.name(), true);
            if (before && !now) {
                outages.merge(group.name(), 1, Integer::sum);
            }
            up.put(group.name(), now);
        }
    }

    int outages() {
        return outages.values().stream().mapToInt(Integer::intValue).sum();
    }

    ClusterDriver driver() {
        return ClassicDriver.open(new ClassicSettings(
                "mail",
                trial.platform(),
                OldWorlds.CLUSTER,
                world.nodes().stream().map(node -> new NodeId(node.name())).toList(),
                () -> new WireShell(new ManagementHost(world, Map.of()), clock, wire),
                Map.of(),
                ExchangeSettings.USUAL_TASK,
                Duration.ofSeconds(15),
                new SteppingTime(clock)));
    }

    private RunInputs inputs(Patch patch) {
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
                Policy.standard());
        return new RunInputs(header, procedure, patch, new RunInputs.Mode(false, "tester", "store"));
    }

    private RunEngine engine() {
        return new RunEngine(
                new RunPorts(
                        driver(),
                        new UnwatchedService(),
                        new SteppingTime(clock),
                        new RunPorts.Desk(journal, yes, new Listening(steps, yes))),
                Rules.ofTheCore());
    }

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
        return ending;
    }

    /** Carries it on as a person does who resumes what has stopped; killed, a new process goes on after the pause. */
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

    long count(String words) {
        return world.journal().stream().filter(line -> line.contains(words)).count();
    }

    int plannedOutages() {
        return journal.replay().stream()
                .filter(Event.PlanAdopted.class::isInstance)
                .map(Event.PlanAdopted.class::cast)
                .findFirst()
                .orElseThrow()
                .plan()
                .outages()
                .size();
    }

    @Override
    public void close() {
        clock.close();
    }
}
