package understudy.driver.simulated.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.documents.BrokenDocument;
import understudy.documents.Document;
import understudy.documents.schema.SchemaCheck;
import understudy.driver.simulated.random.RandomScenarios;

class ScenarioFileTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("scenarios"))) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            return all.stream();
        }
    }

    private static SchemaCheck schema() throws IOException {
        return new SchemaCheck(Files.readString(ROOT.resolve("docs/schema/scenario.schema.json")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyShippedScenarioIsReadAndFitsThePublishedSchema(Path file) throws IOException {
        Scenario scenario = ScenarioFile.read(file);

        assertThat(scenario.about()).isNotEmpty();
        assertThat(scenario.name()).isEqualTo(file.getFileName().toString().replace(".yaml", ""));
        assertThat(schema().problems(Document.parse(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsWrittenIsReadBackTheSame(Path file) throws IOException {
        Scenario scenario = ScenarioFile.read(file);
        String text = ScenarioWriter.write(scenario);

        assertThat(ScenarioFile.read(Path.of("written.yaml"), text)).isEqualTo(scenario);
        assertThat(schema().problems(Document.parse(Path.of("written.yaml"), text)))
                .isEmpty();
    }

    @Test
    void randomScenariosAreWrittenAndReadBackTheSame() throws IOException {
        for (int seed = 0; seed < 100; seed++) {
            Scenario scenario = RandomScenarios.of(seed);
            String text = ScenarioWriter.write(scenario);

            assertThat(ScenarioFile.read(Path.of("written.yaml"), text))
                    .as("seed %d", seed)
                    .isEqualTo(scenario);
        }
    }

    @Test
    void brokenScenariosAreToldWithTheirPlaces() {
        assertBroken(
                "format: 1\ncluster: {platform: pacemaker}\nnodes: {n1: {}}\ngroups: {mail: {owners: [n9]}}\n",
                "s.yaml:1:1: The group mail names n9, which is not a node of the scenario.");
        assertBroken(
                "format: 1\ncluster: {platform: pacemaker}\nnodes: {}\ngroups: {}\n",
                "s.yaml:1:1: A cluster needs a node.");
        assertBroken(
                "format: 1\ncluster: {platform: pacemaker}\nnodes: {n1: {capacity: {slots: many}}}\ngroups: {}\n",
                "s.yaml:3:32: a whole number is wanted here, not the text \"many\"");
        assertBroken(
                "format: 1\ncluster: {platform: pacemaker}\nnodes: {n1: {}}\ngroups: {}\nfaults: [{fault: disk-full, node: n1}]\n",
                "a fault has exactly one of \"at\" (a time) and \"during\" (a step)");
        assertBroken(
                "format: 1\ncluster: {platform: pacemaker}\nnodes: {n1: {}}\ngroups: {}\nfaults: [{fault: disk-full, at: 5s}]\n",
                "The fault disk-full needs a node.");
    }

    private static void assertBroken(String text, String sentence) {
        assertThatThrownBy(() -> ScenarioFile.read(Path.of("s.yaml"), text))
                .isInstanceOf(BrokenDocument.class)
                .hasMessageContaining(sentence);
    }
}
