package understudy.cli.wiring;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import understudy.cli.report.Experience;
import understudy.core.model.GroupId;
import understudy.core.planning.Plan;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;
import understudy.driver.simulated.Twin;
import understudy.driver.simulated.scenario.Fault;
import understudy.driver.simulated.scenario.Latency;
import understudy.driver.simulated.scenario.Scenario;
import understudy.driver.simulated.scenario.ScenarioWriter;

/** Makes the simulated twin on which a plan is rehearsed: as long as the plan expects, with the faults that a person names. */
public final class TwinOffice {
    private TwinOffice() {}

    /** Something that a person wrote about the twin and that makes no sense. */
    public static final class Misfit extends RuntimeException {
        Misfit(String sentence) {
            super(sentence);
        }
    }

    /**
     * The twin of what was seen.
     *
     * @param faults each as {@code FAULT[:NODE]@STEP}, with a step of the plan
     * @throws Misfit where a fault names what is not there
     */
    public static Scenario twin(Assignment assignment, Preparation prepared, Plan plan, List<String> faults) {
        FaultWords words = new FaultWords(plan, prepared.snapshot());
        List<Fault> read = faults.stream().map(words::read).toList();
        return Twin.of(
                        prepared.snapshot(),
                        prepared.offer(),
                        new Twin.Expectations(
                                durations(plan, prepared.before().experience()),
                                handovers(plan),
                                assignment.patch().versionFence()))
                .withFaults(read);
    }

    /** Writes it as a scenario file, which must not be there yet. */
    public static void write(Scenario twin, Path file) {
        try {
            Files.writeString(file, ScenarioWriter.write(twin), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException there) {
            throw new Misfit("The file " + file + " exists already: name another one, or take it away.");
        } catch (IOException unwritable) {
            throw new Misfit("The file " + file + " cannot be written ("
                    + unwritable.getClass().getSimpleName() + " " + unwritable.getMessage() + "): name another place.");
        }
    }

    private static Map<Latency, Duration> durations(Plan plan, Experience experience) {
        Map<Latency, Duration> durations = new EnumMap<>(Latency.class);
        for (Step step : plan.steps()) {
            switch (step.verb()) {
                case Verb.Fetch() -> durations.put(Latency.FETCH, experience.of(step.source()));
                case Verb.Install() -> durations.put(Latency.INSTALL, experience.of(step.source()));
                case Verb other -> {}
            }
        }
        return durations;
    }

    private static Map<GroupId, Duration> handovers(Plan plan) {
        Map<GroupId, Duration> handovers = new LinkedHashMap<>();
        plan.steps().stream()
                .filter(step -> step.verb() instanceof Verb.HandOver)
                .flatMap(step -> step.interrupts().stream())
                .forEach(outage -> handovers.putIfAbsent(outage.group(), outage.expected()));
        return handovers;
    }
}
