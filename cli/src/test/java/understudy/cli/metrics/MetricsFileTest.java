package understudy.cli.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.Policy;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.core.run.Event;
import understudy.core.run.RunHeader;
import understudy.core.run.RunMachine;
import understudy.core.run.State;

class MetricsFileTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final GroupId MAIL = new GroupId("mail \"1\"");
    private static final Event OPENED = new Event.RunOpened(
            NOON,
            new RunHeader(
                    RunHeader.FORMAT,
                    new RunId("night"),
                    "shop",
                    "hash",
                    "pacemaker/rolling",
                    "all-offered",
                    Targets.none(),
                    Map.of(MAIL, List.of(new NodeId("n1"))),
                    Map.of(),
                    Policy.standard()));
    private static final Event OUTAGE =
            new Event.OutageMeasured(NOON.plusSeconds(60), MAIL, NOON.plusSeconds(50), NOON.plusMillis(52_500));

    @TempDir
    private Path folder;

    @Test
    void isWrittenAnewAfterEachEvent() throws IOException {
        MetricsFile file = MetricsFile.at(path());
        assertThat(path()).doesNotExist();
        State state = tell(file, State.empty(), OPENED);
        assertThat(value("understudy_run_state", Map.of("state", "running"))).contains(1.0);
        assertThat(value("understudy_run_outage_seconds", Map.of("group", "mail \"1\"")))
                .contains(0.0);
        tell(file, state, OUTAGE);
        assertThat(value("understudy_run_outage_seconds", Map.of("group", "mail \"1\"")))
                .contains(2.5);
        assertThat(value("understudy_run_last_change_timestamp_seconds", Map.of()))
                .contains((double) NOON.plus(Duration.ofMinutes(1)).getEpochSecond());
        assertThat(file.staleness()).isEmpty();
    }

    @Test
    void aRunWhoseFileCannotBeWrittenGoesOnAndSaysSoInTheEnd() throws IOException {
        MetricsFile file = MetricsFile.at(path());
        State state = tell(file, State.empty(), OPENED);
        Files.delete(path());
        Files.createDirectory(path());
        state = tell(file, state, OUTAGE);
        assertThat(file.staleness().orElseThrow())
                .startsWith(
                        "The figures in " + path() + " are not the run's last, because the file could not be written");
        Files.delete(path());
        tell(file, state, OUTAGE);
        assertThat(file.staleness()).isEmpty();
    }

    private Path path() {
        return folder.resolve("understudy.prom");
    }

    private static State tell(MetricsFile file, State before, Event event) {
        State state = RunMachine.apply(before, event);
        file.recorded(event, state);
        return state;
    }

    private Optional<Double> value(String name, Map<String, String> more) throws IOException {
        Map<String, String> labels = new java.util.HashMap<>(Map.of("cluster", "shop", "run", "night"));
        labels.putAll(more);
        return Optional.ofNullable(TextFormat.read(Files.readString(path())).get(new TextFormat.Series(name, labels)));
    }
}
