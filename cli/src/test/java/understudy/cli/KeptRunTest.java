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
import understudy.cli.view.HandSheet;
import understudy.cli.view.RunStatus;
import understudy.core.run.RunResult;
import understudy.documents.json.RecordCodec;

/** What can be asked of a run that is kept in a state folder, on a simulated cluster. */
class KeptRunTest {
    @TempDir
    private Path folder;

    private Path inventory;

    @BeforeEach
    void writeTheInventory() throws IOException {
        inventory = folder.resolve("inventory.yaml");
        Files.writeString(folder.resolve("good.yaml"), scenario(""));
        Files.writeString(folder.resolve("bad.yaml"), scenario("""
            patch: {changes: {component: {from: "1", to: "2"}}, wayBack: false}
            faults:
              - {fault: bad-package, node: n2, during: {verb: install, subject: n2}}
            """));
        Files.writeString(inventory, """
            format: 1
            clusters:
              good: {platform: simulated, scenario: good.yaml}
              bad: {platform: simulated, scenario: bad.yaml}
            """);
    }

    @Test
    void statusTellsHowAFinishedRunEnded() {
        run("good");
        CommandRun status = ofRun("status", "good");
        assertThat(status.exit()).isZero();
        assertThat(status.output())
                .startsWith("Run good on cluster good (pacemaker/rolling, patch all-offered): FINISHED.")
                .containsPattern("Outage so far\n  mail: \\d+\\.\\d s\n")
                .doesNotContain("Still to come", "It asks");
    }

    @Test
    void statusAsJsonReadsBackAsItsRecord() {
        run("good");
        RunStatus status = new RecordCodec()
                .read(
                        RunStatus.class,
                        ofRun("status", "good", "--output", "json").output());
        assertThat(status.result()).contains(RunResult.FINISHED);
        assertThat(status.carried()).isFalse();
        assertThat(status.ledger()).isEmpty();
    }

    @Test
    void statusOfAStoppedRunNamesTheQuestionWhatIsLeftAndWhatIsToBeGivenBack() {
        assertThat(run("bad").exit()).isEqualTo(4);
        assertThat(ofRun("status", "bad").output())
                .contains(": STOPPED. ")
                .contains("It asks")
                .contains("  Yes: understudy approve bad '")
                .contains("To be given back")
                .contains("By hand: ");
    }

    @Test
    void byHandNamesWhatIsLeftToDoAndToGiveBack() {
        run("bad");
        CommandRun sheet = ofRun("by-hand", "bad");
        assertThat(sheet.exit()).isZero();
        assertThat(sheet.output())
                .startsWith("Run bad on cluster bad without this program. Type each command as root")
                .contains("Caution: ")
                .containsPattern("To finish\n  1\\. install:n2")
                .contains("! Noticed by the clients of mail, for about ")
                .containsPattern(
                        "To go back instead\n  1\\. drain@n2: The run has made a change of the kind DRAIN on n2");
    }

    @Test
    void byHandOfAFinishedRunHasNothingToSay() {
        run("good");
        HandSheet sheet = new RecordCodec()
                .read(
                        HandSheet.class,
                        ofRun("by-hand", "good", "--output", "json").output());
        assertThat(sheet).isEqualTo(new HandSheet("good", "good", false, List.of(), List.of(), List.of()));
    }

    @Test
    void byHandWorksWhenTheInventoryIsGone() throws IOException {
        run("bad");
        Files.delete(inventory);
        CommandRun sheet = ofRun("by-hand", "bad");
        assertThat(sheet.exit()).isZero();
        assertThat(sheet.output())
                .contains("cannot be read any more")
                .contains("any node> crm_standby --node n2 --delete");
    }

    @Test
    void watchShowsARunToItsEndAndEndsAsItDid() {
        run("good");
        CommandRun watch = ofRun("watch", "good");
        assertThat(watch.exit()).isZero();
        assertThat(watch.output())
                .contains("install:n2 done")
                .endsWith("FINISHED: Every node is patched and verified.\n");
    }

    @Test
    void watchGivesTheSameJsonAsEvents() {
        run("good");
        assertThat(ofRun("watch", "good", "--output", "jsonl").output())
                .isEqualTo(ofRun("events", "good", "--output", "jsonl").output())
                .startsWith("{\"type\":\"RunOpened\"");
    }

    @Test
    void aRehearsalTellsThePlanAndWhatIsToBeExpected() {
        CommandRun rehearsal = CommandRun.of(List.of("rehearse", inventory.toString(), "good"));
        assertThat(rehearsal.exit()).isZero();
        assertThat(rehearsal.output())
                .startsWith("Plan for cluster good")
                .contains("Rehearsal on a simulated twin; nothing real is touched.")
                .contains("Run rehearsal on cluster good (pacemaker/rolling, patch all-offered): FINISHED");
    }

    @Test
    void aRehearsalWithAFaultShowsHowTheRunWouldEnd() {
        CommandRun rehearsal =
                CommandRun.of(List.of("rehearse", inventory.toString(), "good", "--fault", "bad-package@install:n3"));
        assertThat(rehearsal.exit()).isEqualTo(1);
        assertThat(rehearsal.output()).contains("install:n3 FAILED", "downgrade:n3 done", "TAKEN_BACK");
    }

    @Test
    void aRehearsalsTwinCanBeKeptAndPlanned() throws IOException {
        Path twin = folder.resolve("twin.yaml");
        List<String> words = List.of(
                "rehearse",
                inventory.toString(),
                "good",
                "--fault",
                "disk-full@install:n3",
                "--scenario-out",
                twin.toString());
        CommandRun.of(words);
        assertThat(Files.readString(twin)).contains("{fault: disk-full, node: n3,");
        Path again = folder.resolve("again.yaml");
        Files.writeString(again, "format: 1\nclusters:\n  twin: {platform: simulated, scenario: twin.yaml}\n");
        assertThat(CommandRun.of(List.of("plan", again.toString(), "twin")).exit())
                .isZero();
        CommandRun twice = CommandRun.of(words);
        assertThat(twice.exit()).isEqualTo(2);
        assertThat(twice.errors())
                .isEqualTo("The file " + twin + " exists already: name another one, or take it away.\n");
    }

    @Test
    void theLabTellsItsVerbs() {
        CommandRun help = CommandRun.of(List.of("lab", "--help"));
        assertThat(help.exit()).isZero();
        assertThat(help.output()).contains("up       [OPTIONS]", "fault | heal FAULT NODE");
    }

    private static String scenario(String more) {
        return """
            format: 1
            cluster: {platform: pacemaker}
            nodes:
              n1: {}
              n2: {}
              n3: {}
            groups:
              mail: {owners: [n1]}
            """ + more;
    }

    private CommandRun run(String cluster) {
        return CommandRun.of(
                List.of("run", inventory.toString(), cluster, "--yes", "--run", cluster, "--state", state()));
    }

    private CommandRun ofRun(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--state", state()));
        return CommandRun.of(all);
    }

    private String state() {
        return folder.resolve("state").toString();
    }
}
