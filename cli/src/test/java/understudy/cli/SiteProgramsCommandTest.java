package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.cli.report.SiteReport;
import understudy.core.site.MemberState.Standing;
import understudy.documents.json.RecordCodec;

/** The owner's own programs for a site: its hooks, a proof in place of a person's word, a listing that is compared. */
class SiteProgramsCommandTest {
    private static final Path SITE =
            Path.of("../scenarios/site").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void hooksReadWhatTheyAreAskedAndWhatTheyAreTold() throws Exception {
        Path heard = folder.resolve("heard");
        Path inventory = inventory(
                "hooks: {log: {when: [before-run, before-wave, after-wave, after-run], command: [sh, -c, 'cat >>"
                        + heard + "']}}",
                "");

        CommandRun run = run(inventory, "h1", "--yes");

        assertThat(run.exit()).as(run.output() + run.errors()).isZero();
        assertThat(Files.readString(heard).lines().map(line -> line.replaceAll(",\"at\":\"[^\"]*\"", "")))
                .containsExactlyInAnyOrder(
                        "{\"moment\":\"BEFORE_RUN\",\"run\":\"h1\",\"site\":\"office\"}",
                        "{\"moment\":\"BEFORE_WAVE\",\"run\":\"h1\",\"site\":\"office\",\"wave\":\"connector\"}",
                        "{\"moment\":\"AFTER_WAVE\",\"run\":\"h1\",\"site\":\"office\",\"wave\":\"connector\","
                                + "\"result\":\"1 done\"}",
                        "{\"moment\":\"BEFORE_WAVE\",\"run\":\"h1\",\"site\":\"office\",\"wave\":\"mailbox\"}",
                        "{\"moment\":\"AFTER_WAVE\",\"run\":\"h1\",\"site\":\"office\",\"wave\":\"mailbox\","
                                + "\"result\":\"1 done\"}",
                        "{\"moment\":\"AFTER_RUN\",\"run\":\"h1\",\"site\":\"office\",\"result\":\"FINISHED\"}");
    }

    @Test
    void aHookThatHasNotHeardIsAWarningInTheReport() throws Exception {
        Path inventory = inventory(
                "hooks: {chat: {when: [after-wave], command: [sh, -c, 'echo nobody is there >&2; exit 3']}}", "");

        assertThat(run(inventory, "h2", "--yes").exit()).isZero();

        assertThat(report("h2").warnings())
                .containsExactlyInAnyOrder(
                        "The hook chat, told after wave connector, says: nobody is there.",
                        "The hook chat, told after wave mailbox, says: nobody is there.");
        assertThat(site("report", "h2").output())
                .contains("! The hook chat, told after wave connector, says: nobody is there.");
    }

    @Test
    void whatACommandProvesNobodyHasToVouchForAndItIsRecorded() throws Exception {
        Path inventory = inventory(
                "tiers: {connector: {confirm: {maps: {command: [sh, -c, 'read -r line; echo $line; echo 17 lines carried"
                        + " over']}}}}",
                "confirmed");

        CommandRun run = run(inventory, "p1", "--yes");

        assertThat(run.exit()).as(run.output() + run.errors()).isZero();
        assertThat(run.output()).contains("Proven by the owner's command: connector/maps (17 lines carried over).");
        assertThat(report("p1").questions()).singleElement().satisfies(asked -> {
            assertThat(asked.id()).isEqualTo("confirm/connector/maps");
            assertThat(asked.yes()).contains(true);
            assertThat(asked.by()).contains("the owner's command: 17 lines carried over");
        });
    }

    @Test
    void whatTheConnectorHadIsListedBeforeAndComparedAfter() throws Exception {
        Path maps = Files.writeString(folder.resolve("Local.map"), "mail=rdn\ntitle=title\n");
        String tiers = "tiers: {connector: {compare: {maps: {of: The customised lines of Local.map, command: [cat, "
                + maps + "]}}}}";
        assertThat(run(inventory(tiers, ""), "c1", "--yes").exit()).isZero();
        assertThat(report("c1").compared()).containsExactly("The customised lines of Local.map: the same as before.");

        // The upgrade of the connector takes a line with it.
        String hooks = ", hooks: {upgrade: {when: [after-run], command: [sh, -c, 'echo mail=rdn >" + maps + "']}}";
        CommandRun stopped = run(inventory(tiers, "", hooks), "c2", "--yes");

        assertThat(stopped.exit()).as(stopped.output()).isEqualTo(4);
        assertThat(stopped.output())
                .contains("The customised lines of Local.map: it is not what it was before, 1 line is gone"
                        + " (\"title=title\"). Is that explained, and may the site go on?");
        assertThat(standing("c2", "adc")).isEqualTo(Standing.DONE);
        assertThat(standing("c2", "mail")).isEqualTo(Standing.WAITING);
        assertThat(site("approve", "c2", "differs/connector/maps").exit()).isZero();
        CommandRun resumed = site("resume", "c2", "--yes");
        assertThat(resumed.exit()).as(resumed.output()).isZero();
        assertThat(report("c2").compared())
                .containsExactly("The customised lines of Local.map: not what it was before, 1 line is gone"
                        + " (\"title=title\").");
    }

    private Path inventory(String more, String confirmed) throws IOException {
        return inventory(more, confirmed, "");
    }

    private Path inventory(String more, String confirmed, String ofConnector) throws IOException {
        Path procedure = Files.writeString(folder.resolve("site.yaml"), """
                format: 1
                id: site/tried
                title: A connector before a mailbox server
                tiers:
                  - name: connector
                    roles: [ad-connector]
                    CONFIRM
                  - {name: mailbox, roles: [mailbox]}
                """.replace(
                        "CONFIRM",
                        confirmed.isEmpty() ? "" : "confirm: [{id: maps, ask: 'Are the changes in the new maps?'}]"));
        return Files.writeString(folder.resolve("inventory.yaml"), """
                format: 1
                clusters:
                  adc: {platform: simulated, scenario: SITE/server.yaml, procedure: SITE/server-in-place.yamlHOOKS}
                  mail: {platform: simulated, scenario: SITE/server.yaml, procedure: SITE/server-in-place.yaml}
                sites:
                  office:
                    procedure: PROCEDURE
                    members: {adc: {role: ad-connector}, mail: {role: mailbox}}
                    MORE
                """.replace("MORE", more)
                .replace("HOOKS", ofConnector)
                .replace("PROCEDURE", procedure.getFileName().toString())
                .replace("SITE", SITE.toString()));
    }

    private CommandRun run(Path inventory, String name, String... more) {
        List<String> words = new ArrayList<>(List.of("run", inventory.toString(), "office", "--run", name));
        words.addAll(List.of(more));
        return site(words.toArray(String[]::new));
    }

    private CommandRun site(String... words) {
        List<String> all = new ArrayList<>(List.of("site"));
        all.addAll(List.of(words));
        all.addAll(List.of("--state", folder.resolve("state").toString()));
        return CommandRun.of(all);
    }

    private SiteReport report(String run) {
        return new RecordCodec()
                .read(SiteReport.class, site("report", run, "--output", "json").output());
    }

    private Standing standing(String run, String member) {
        return report(run).members().stream()
                .filter(row -> row.member().equals(member))
                .findFirst()
                .orElseThrow()
                .standing();
    }
}
