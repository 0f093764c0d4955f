package understudy.driver.simulated.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.core.model.GroupId;
import understudy.core.run.Event;
import understudy.driver.simulated.scenario.Scenario;
import understudy.driver.simulated.scenario.ScenarioFile;
import understudy.engine.run.RunEnding;

/**
 * Every shipped scenario is played to its end, which is compared with the one that stands beside it under {@code scenarios/runs}. A run
 * that changed for a good reason is written anew with {@code -Dscenarios.write=true} and read before it is committed.
 */
@Timeout(60)
class ScenarioRunsTest {
    private static final Path SCENARIOS =
            Path.of("../../scenarios").toAbsolutePath().normalize();

    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(SCENARIOS)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.replace(".yaml", ""))
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aShippedScenarioEndsAsItsFileSays(String name) throws Exception {
        Scenario scenario = ScenarioFile.read(SCENARIOS.resolve(name + ".yaml"));
        SimulatedRun run = ScenarioRun.of(scenario);

        String told = told(run, ScenarioRun.play(run));

        Path expected = SCENARIOS.resolve("runs").resolve(name + ".txt");
        if (Boolean.getBoolean("scenarios.write")) {
            Files.createDirectories(expected.getParent());
            Files.writeString(expected, told);
        }
        assertThat(told).isEqualTo(Files.readString(expected));
        assertThat(run.cluster.violations()).isEmpty();
    }

    /** The end, the outages of each group, the plans and why they were made, and what stays on the cluster. */
    private static String told(SimulatedRun run, RunEnding ending) {
        List<String> lines = new ArrayList<>();
        lines.add("result: " + ending.result());
        lines.add("sentence: " + ending.sentence());
        Map<GroupId, Integer> outages = new LinkedHashMap<>();
        ending.state().books().outages().forEach(outage -> outages.merge(outage.group(), 1, Integer::sum));
        lines.add("outages: " + outages);
        run.journal.all(Event.PlanAdopted.class).stream()
                .map(Event.PlanAdopted::reason)
                .forEach(reason -> lines.add("plan: " + reason));
        run.cluster.installs().forEach((node, count) -> lines.add("installed on " + node + ": " + count));
        ending.state().books().ledger().forEach(entry -> lines.add("kept: " + entry.id() + ", " + entry.byHand()));
        return String.join("\n", lines) + "\n";
    }
}
