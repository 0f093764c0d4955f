package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.core.model.RunId;
import understudy.core.run.Event;
import understudy.engine.journal.InboxEntry;
import understudy.engine.journal.MemberId;
import understudy.engine.journal.StateStore;
import understudy.engine.run.EventCodec;

/** A run that lives and waits, because somebody has paused it. */
class PausedRunTest {
    @TempDir
    private Path folder;

    private Path inventory;

    @BeforeEach
    void writeTheInventory() throws IOException {
        inventory = folder.resolve("inventory.yaml");
        Files.writeString(folder.resolve("good.yaml"), """
                format: 1
                about: Three nodes.
                cluster: {platform: pacemaker}
                nodes: {n1: {}, n2: {}, n3: {}}
                groups:
                  mail: {owners: [n1]}
                """);
        Files.writeString(inventory, """
                format: 1
                clusters:
                  good: {platform: simulated, scenario: good.yaml}
                """);
        Instant now = Instant.now();
        try (StateStore store = StateStore.open(folder.resolve("state"))) {
            store.post(new InboxEntry(
                    "pause/1",
                    new RunId("live"),
                    new MemberId("good"),
                    "PauseAsked",
                    EventCodec.write(new Event.PauseAsked(now, "pause/1", "tester")),
                    "tester",
                    now));
        }
    }

    private CommandRun call(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("--state", folder.resolve("state").toString()));
        return CommandRun.of(all);
    }

    @Test
    void resumeTellsTheProcessThatCarriesItToGoOn() throws Exception {
        CompletableFuture<CommandRun> run = CompletableFuture.supplyAsync(
                () -> call("run", inventory.toString(), "good", "--yes", "--run", "live"));
        await().atMost(1, TimeUnit.MINUTES)
                .until(() -> call("status", "live").output().contains("paused, asked by tester"));
        assertThat(run).isNotDone();
        assertThat(call("pause", "live").output()).contains("it pauses at once, before its next step");

        CommandRun resumed = call("resume", "live");

        assertThat(resumed.exit()).as(resumed.errors()).isZero();
        assertThat(resumed.output()).contains("the process that carries it goes on");
        assertThat(run.get(1, TimeUnit.MINUTES).output()).contains("FINISHED");
    }
}
