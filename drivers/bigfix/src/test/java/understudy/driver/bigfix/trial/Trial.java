package understudy.driver.bigfix.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.core.model.Policy;
import understudy.core.model.RunId;
import understudy.core.run.Event;
import understudy.core.run.RunHeader;
import understudy.core.run.RunResult;
import understudy.core.run.StepResult;
import understudy.driver.bigfix.BigFixDriver;
import understudy.driver.bigfix.BigFixNode;
import understudy.driver.bigfix.BigFixSettings;
import understudy.driver.bigfix.Fixlets;
import understudy.emulated.bigfix.BigFixServer;
import understudy.emulated.world.Group;
import understudy.emulated.world.SteppingClock;
import understudy.emulated.world.World;
import understudy.engine.ports.Observation;
import understudy.engine.ports.RunListener;
import understudy.engine.run.Freezing;
import understudy.engine.run.Rules;
import understudy.engine.run.RunEnding;
import understudy.engine.run.RunEngine;
import understudy.engine.run.RunInputs;
import understudy.engine.run.RunPorts;
import understudy.procedures.Shipped;

/** One run of a procedure through an emulated BigFix server, unattended, by a driver that is new after each kill; all in one simulated time. */
final class Trial implements AutoCloseable {
    /** How often a person resumes a run that has stopped, before they give up. */
    private static final int PATIENCE = 3;

    private static final Duration SAMPLE = Duration.ofSeconds(1);

    final SteppingClock clock = new SteppingClock(Instant.parse("2008-11-01T22:00:00Z"));
    final TrialCase trialCase;
    final World world;
    final BigFixServer server;
    final TrialWire wire;
    final TestingJournal journal = new TestingJournal();
    /** Every ending so far, the last one last. */
    final List<RunEnding> endings = new ArrayList<>();

    /** What was issued, in order, without the names under which it is found again. */
    final List<String> issued = new ArrayList<>();

    private final RunInputs inputs;
    private final Group group;
    private int outages;
    private boolean wasServed = true;

    Trial(TrialCase trialCase, Policy policy) {
        this.trialCase = trialCase;
        world = trialCase.world(clock);
        server = BigFixServer.of(world, TrialWire.PASSWORD);
        server.watchActions(this::issued);
        wire = new TrialWire(server);
        group = world.group(trialCase.group()).orElseThrow();
        sample();
        inputs = inputs(policy);
    }

    private void issued(String title) {
        if (title.startsWith("understudy-")) {
            issued.add(title.replaceFirst("^understudy-\\w+ \\S+ ", "").replaceFirst(" \\[.*", ""));
        }
    }

    private void sample() {
        boolean served = group.state() == Group.State.ONLINE;
        if (wasServed && !served) {
            outages++;
        }
        wasServed = served;
        clock.after(SAMPLE, this::sample);
    }

    /** How often the group that clients hang on was not served. */
    int outages() {
        return outages;
    }

    BigFixDriver driver() {
        return BigFixDriver.open(new BigFixSettings(
                "night",
                trialCase.platform(),
                world.nodes().stream()
                        .map(node -> new BigFixNode(new NodeId(node.name()), node.name()))
                        .toList(),
                Map.of(),
                Fixlets.usual(),
                wire,
                BigFixSettings.Pace.usual(),
                new SteppingTime(clock)));
    }

    private RunInputs inputs(Policy policy) {
        var procedure = Shipped.find(trialCase.procedure()).orElseThrow();
        var driver = driver();
        var targets = Freezing.targets(driver.offer(trialCase.patch()));
        if (!(driver.observe(targets) instanceof Observation.Seen(var seen))) {
            throw new AssertionError("The emulated cluster does not answer at its start.");
        }
        var header = new RunHeader(
                RunHeader.FORMAT,
                new RunId("night"),
                seen.cluster(),
                "inputs",
                procedure.id(),
                trialCase.patch().id(),
                targets,
                Freezing.placement(seen),
                Map.of(),
                policy);
        return new RunInputs(header, procedure, trialCase.patch(), new RunInputs.Mode(true, "tester", "store"));
    }

    private RunEngine engine() {
        return new RunEngine(
                new RunPorts(
                        driver(),
                        new UnwatchedService(),
                        new SteppingTime(clock),
                        new RunPorts.Desk(journal, new NoRequests(), RunListener.none())),
                Rules.ofTheCore());
    }

    RunEnding open() throws Exception {
        return ended(engine().open(inputs));
    }

    RunEnding resume() throws Exception {
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

    /** Why steps did not succeed, in order. */
    List<Finding> failures() {
        List<Finding> failures = new ArrayList<>();
        for (Event event : journal.replay()) {
            if (event instanceof Event.StepEnded ended) {
                switch (ended.result()) {
                    case StepResult.Failed(Finding why) -> failures.add(why);
                    case StepResult.Unknown(Finding why) -> failures.add(why);
                    case StepResult.Succeeded() -> {
                        // Not wanted here.
                    }
                }
            }
        }
        return failures;
    }

    long count(String words) {
        return world.journal().stream().filter(line -> line.contains(words)).count();
    }

    @Override
    public void close() {
        clock.close();
    }
}
