package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.cli.view.TakenOver;
import understudy.documents.json.RecordCodec;

/** A simulated cluster that the run {@code day} of a store which is lost has left locked. */
class TakeOverTest {
    @TempDir
    private Path folder;

    private Path inventory;

    @BeforeEach
    void writeTheInventory() throws IOException {
        inventory = folder.resolve("inventory.yaml");
        Files.writeString(folder.resolve("scenario.yaml"), """
                format: 1
                cluster: {platform: pacemaker, lock: {run: day, store: lost-store, lease: 2h}}
                nodes:
                  n1: {}
                  n2: {}
                  n3: {}
                groups:
                  mail: {owners: [n1]}
                """);
        Files.writeString(inventory, """
                format: 1
                clusters:
                  locked: {platform: simulated, scenario: scenario.yaml}
                """);
    }

    @Test
    void aRunThatMeetsTheLockNamesTheCommand() {
        CommandRun run = command("run", inventory.toString(), "locked", "--yes", "--run", "night");
        assertThat(run.exit()).isNotZero();
        assertThat(run.output()).contains("`understudy take-over day INVENTORY CLUSTER`");
    }

    @Test
    void aRunOfALostStoreIsTakenOverByNamingItsCluster() {
        CommandRun taken = command("take-over", "day", inventory.toString(), "locked", "--yes");
        assertThat(taken.exit()).as(taken.errors()).isZero();
        assertThat(taken.output())
                .startsWith(
                        "Take run day over on cluster locked. The lock is that of run day of state store lost-store")
                .contains("n3 takes nothing under a lower token any more.")
                .contains("Run day is shut out, and the cluster's lock is free: a new run may begin.")
                .endsWith("It has left nothing else on the cluster.\n");
    }

    @Test
    void whoHasTakenItOverIsToldTheNextTime() {
        command("take-over", "day", inventory.toString(), "locked", "--yes");
        TakenOver again = new RecordCodec()
                .read(
                        TakenOver.class,
                        command("take-over", "day", inventory.toString(), "locked", "--yes", "--output", "json")
                                .output());
        assertThat(again.free()).isTrue();
        assertThat(again.token()).contains(2L);
        assertThat(again.before())
                .first()
                .asString()
                .startsWith("Taken over before by " + System.getProperty("user.name") + " at ")
                .endsWith(": begins");
    }

    @Test
    void withoutATerminalAndWithoutYesNothingIsTouched() {
        CommandRun asked = command("take-over", "day", inventory.toString(), "locked");
        assertThat(asked.exit()).isEqualTo(2);
        assertThat(asked.errors()).contains("call with --yes if the run is dead for certain");
    }

    @Test
    void theLockOfAnotherRunIsRefused() {
        CommandRun other = command("take-over", "night", inventory.toString(), "locked", "--yes");
        assertThat(other.exit()).isEqualTo(3);
        assertThat(other.errors()).contains("is not that of run night but of run day of state store lost-store");
    }

    @Test
    void aRunThatNobodyKnowsNeedsItsCluster() {
        CommandRun unknown = command("take-over", "day", "--yes");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.errors()).contains("`understudy take-over day INVENTORY CLUSTER`");
    }

    private CommandRun command(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--state", folder.resolve("state").toString()));
        return CommandRun.of(all);
    }
}
