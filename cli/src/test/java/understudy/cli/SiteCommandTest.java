package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.cli.report.SiteReport;
import understudy.core.site.MemberState.Standing;
import understudy.documents.json.RecordCodec;

/** A site of simulated clusters, by the words that a person types. */
class SiteCommandTest {
    private static final Path SCENARIOS =
            Path.of("../scenarios").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private Path inventory;

    @BeforeEach
    void list() throws IOException {
        inventory = Files.writeString(folder.resolve("inventory.yaml"), """
                format: 1
                clusters:
                  mail1: {platform: simulated, scenario: SCENARIOS/three-nodes-one-group-moves-once.yaml}
                  mail2: {platform: simulated, scenario: SCENARIOS/four-nodes-two-groups-two-outages.yaml}
                  mail3: {platform: simulated, scenario: SCENARIOS/two-nodes-keep-quorum-by-two-node.yaml}
                  bad: {platform: simulated, scenario: SCENARIOS/a-bad-package-stops-the-run.yaml}
                  full: {platform: simulated, scenario: SCENARIOS/no-node-has-room-so-it-is-refused.yaml}
                sites:
                  office:
                    pools: {front: {members: [mail2, mail3]}}
                    waves:
                      - {name: canary, members: [mail1]}
                      - {name: rest, members: [mail2, mail3], atOnce: 2, approval: true}
                  unlucky:
                    waves:
                      - {name: canary, members: [bad]}
                      - {name: rest, members: [mail1]}
                  lenient:
                    failures: 50%
                    waves:
                      - {name: one, members: [full, mail3], failures: 1}
                """.replace("SCENARIOS", SCENARIOS.toString()));
    }

    @Test
    void isPatchedWaveByWaveAndReportedAsOne() {
        CommandRun run = site("run", inventory.toString(), "office", "--yes", "--run", "s1");

        assertThat(run.exit()).as(run.output() + run.errors()).isZero();
        assertThat(run.output())
                .containsSubsequence(
                        "Site office: 3 members in 2 waves; 0 may fail before nobody else is begun.",
                        "mail1 begins as run s1-mail1-",
                        "mail1 done: Every node is patched and verified.",
                        "Question wave/rest answered yes",
                        "FINISHED: Every member is patched.",
                        "mail1  done        1 outage, 6.6 s",
                        "mail2  done        2 outages, 13.1 s",
                        "In all: 4 outages");
        SiteReport report = report("s1");
        assertThat(report.result()).contains("FINISHED");
        String member = report.members().getFirst().run().orElseThrow();
        assertThat(CommandRun.of(with(List.of("report", member))).output())
                .as("a member's run is an ordinary one")
                .contains("FINISHED");
    }

    @Test
    void aFailedCanaryStopsItAndASkipLetsItGoOn() {
        CommandRun stopped = site("run", inventory.toString(), "unlucky", "--yes", "--run", "s2");
        assertThat(stopped.exit()).isEqualTo(4);
        assertThat(stopped.output())
                .contains("1 member of the site failed, and 0 may: are the others to go on all the same?");
        assertThat(standing("s2", "mail1")).isEqualTo(Standing.WAITING);

        assertThat(site("skip", "s2", "bad").exit()).isZero();
        CommandRun resumed = site("resume", "s2", "--yes");

        assertThat(resumed.exit()).as(resumed.output()).isEqualTo(1);
        assertThat(standing("s2", "mail1")).isEqualTo(Standing.DONE);
        assertThat(standing("s2", "bad")).isEqualTo(Standing.SKIPPED);
    }

    @Test
    void aRefusedPlanIsAFailureThatIsExplained() {
        CommandRun run = site("run", inventory.toString(), "lenient", "--yes", "--run", "s3");
        assertThat(run.exit()).as(run.output()).isEqualTo(1);
        assertThat(run.output()).contains("full FAILED: Refused: ");
        assertThat(standing("s3", "mail3")).isEqualTo(Standing.DONE);
    }

    @Test
    void anAbortIsForGood() {
        site("run", inventory.toString(), "unlucky", "--yes", "--run", "s4");
        site("abort", "s4");
        CommandRun resumed = site("resume", "s4", "--yes");
        assertThat(resumed.exit()).isEqualTo(1);
        assertThat(resumed.output()).contains("ABORTED: Aborted by ");
        assertThat(site("resume", "s4", "--yes").output()).contains("ABORTED");
        assertThat(standing("s4", "mail1")).isEqualTo(Standing.WAITING);
    }

    @Test
    void changedInputsAreRefused() throws IOException {
        site("run", inventory.toString(), "unlucky", "--yes", "--run", "s5");
        Files.writeString(inventory, Files.readString(inventory) + "# later\n");
        CommandRun resumed = site("resume", "s5", "--yes");
        assertThat(resumed.exit()).isEqualTo(3);
        assertThat(resumed.errors()).contains("has changed since it was opened");
    }

    @Test
    void whoIsNotThereIsSaidSoAndNothingIsAsked() {
        site("run", inventory.toString(), "unlucky", "--yes", "--run", "s6");
        assertThat(site("skip", "s6", "nobody").errors())
                .contains("The site's run has no member nobody: `understudy site report` lists them.");
        assertThat(site("retry", "s6", "nothing", "--wave").errors())
                .contains("The site's run has no wave nothing: its waves are canary, rest.");
        assertThat(site("retry", "s6").errors()).contains("Name a member, or a wave with --wave, or say --all.");
        assertThat(site("approve", "s6", "wave/rest").errors())
                .contains("The site's run does not ask wave/rest: it asks failures/1.");
    }

    @Test
    void aWaveAndTheWholeAreLeftOutAndTheEndIsIncomplete() {
        site("run", inventory.toString(), "unlucky", "--yes", "--run", "s7");
        assertThat(site("abort", "s7", "rest", "--wave").output()).contains("nobody else of wave rest is begun");
        assertThat(site("skip", "s7", "bad").exit()).isZero();
        CommandRun resumed = site("resume", "s7", "--yes");
        assertThat(resumed.exit()).as(resumed.output()).isEqualTo(1);
        assertThat(standing("s7", "mail1")).isEqualTo(Standing.SKIPPED);
    }

    @Test
    void whatIsNoSiteRunIsSaidSo() {
        assertThat(site("report", "nobody").errors()).contains("There is no run nobody in this state directory");
        assertThat(site("run", inventory.toString(), "mail1", "--yes").errors())
                .endsWith("no site is called \"mail1\": it lists lenient, office, unlucky.\n");
    }

    private CommandRun site(String... words) {
        List<String> all = new ArrayList<>(List.of("site"));
        all.addAll(List.of(words));
        return CommandRun.of(with(all));
    }

    private List<String> with(List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--state", folder.resolve("state").toString()));
        return all;
    }

    private Standing standing(String run, String member) {
        return report(run).members().stream()
                .filter(row -> row.member().equals(member))
                .findFirst()
                .orElseThrow()
                .standing();
    }

    private SiteReport report(String run) {
        return new RecordCodec()
                .read(SiteReport.class, site("report", run, "--output", "json").output());
    }
}
