package understudy.driver.bigfix.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.core.model.Policy;
import understudy.driver.bigfix.StatusText;
import understudy.emulated.bigfix.Circumstance;
import understudy.emulated.bigfix.PatchContent;

/**
 * Every status of the reference's list, met by the patch on the first node of a run: what comes of it, with the sentence. Written with
 * {@code -Dunderstudy.write=true} and read by a person.
 */
@Timeout(120)
class StatusTrapsTest {
    private static final Path FILE = TrialCase.FOLDER.resolve("statuses.txt");

    @Test
    void eachStatusComesOutAsItsScenarioSays() throws Exception {
        List<String> lines = new ArrayList<>(List.of(
                "# The patch meets a circumstance on NODEB, nobody lifts it, nothing is retried: status | circumstance | run | installed"
                        + " on NODEB | paused | first finding"));
        lines.addAll(Arrays.stream(Circumstance.values())
                .parallel()
                .map(StatusTrapsTest::line)
                .toList());
        if (Boolean.getBoolean("understudy.write")) {
            Files.write(FILE, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(FILE));
    }

    private static String line(Circumstance circumstance) {
        try (var trial =
                new Trial(trialCase(), Policy.standard().draft().retries(0).build())) {
            trial.wire.begin(Optional.empty());
            trial.server.agent("NODEB").meets(PatchContent.WITH_RESTART, circumstance);
            var ending = trial.open();
            var first = trial.failures().stream()
                    .findFirst()
                    .map(finding -> finding.code() + ": " + finding.sentence())
                    .orElse("-");
            return String.join(
                    " | ",
                    circumstance.text(),
                    circumstance.name(),
                    ending.result().name(),
                    trial.count("NODEB: install") + "x",
                    trial.world.isPaused(trial.world.node("NODEB").orElseThrow()) ? "paused" : "open",
                    first);
        } catch (Exception broken) {
            throw new IllegalStateException(circumstance.name(), broken);
        }
    }

    private static TrialCase trialCase() {
        return new TrialCase("", "exchange", "2008", "exchange-2007/rolling", "Patches for Windows", "806701");
    }

    /** A status that is known to the driver and met by no scenario, or the other way round, is a gap. */
    @Test
    void everyStatusThatTheDriverKnowsIsMet() {
        var known = new TreeSet<String>();
        StatusText.all().forEach(status -> known.add(status.text()));
        var met = new TreeSet<String>();
        Stream.of(Circumstance.values()).map(Circumstance::text).forEach(met::add);
        assertThat(met).isEqualTo(known);
    }

    /** The page's table is made of the driver's own list and the scenarios. */
    @Test
    void thePageListsWhatComesOfEachStatus() throws IOException {
        List<String> table =
                new ArrayList<>(List.of("| status | means here | what comes of it |", "| --- | --- | --- |"));
        var scenarios = Files.readAllLines(FILE);
        for (StatusText status : StatusText.all()) {
            var told = scenarios.stream()
                    .map(line -> line.split(" \\| ", 6))
                    .filter(words -> words.length == 6 && words[0].equals(status.text()))
                    .map(words -> words[1] + ": run " + words[2]
                            + (words[5].equals("-") ? "" : ", " + words[5].split(":", 2)[0]))
                    .toList();
            table.add("| " + status.text() + " | "
                    + status.meaning().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " | "
                    + String.join("; ", told) + " |");
        }
        var page = Path.of("../../docs/bigfix-statuses.md");
        var written =
                "# What comes of each status of BigFix\n\nWritten by `StatusTrapsTest` from the driver's table and"
                        + " `scenarios/bigfix/statuses.txt`, in which each status is met by the patch on the first node.\n\n"
                        + String.join("\n", table) + "\n";
        if (Boolean.getBoolean("understudy.write")) {
            Files.writeString(page, written);
        }
        assertThat(page).content().isEqualTo(written);
    }
}
