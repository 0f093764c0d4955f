package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import understudy.cli.report.SiteReport;
import understudy.core.site.MemberState.Standing;
import understudy.documents.json.RecordCodec;

/** Front-end servers of one load balancer, each a member of its own: all offline, each patched, all online (catalogue P9). */
class FrontEndsTogetherTest {
    private static final Path SITE =
            Path.of("../scenarios/site").toAbsolutePath().normalize();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> WEBS = List.of("web1", "web2", "web3");

    @TempDir
    private Path folder;

    @Test
    void allAreOfflineBeforeOneIsPatchedAndAllArePatchedBeforeOneIsOnline() throws Exception {
        Path inventory = inventory("server.yaml", "all-together.yaml", "");

        CommandRun run = run(inventory, "t1");

        assertThat(run.exit()).as(run.output() + run.errors()).isZero();
        assertThat(run.output())
                .contains("! Announced outage: web1, web2, web3, which share the clients of balancer, are away all"
                        + " together.");
        List<JsonNode> site = log("t1", true);
        for (String place : List.of("READY", "OFFLINE", "ONLINE")) {
            int last = WEBS.stream()
                    .mapToInt(web -> index(site, is("MemberHeld", "member", web).and(is(place))))
                    .max()
                    .orElseThrow();
            assertThat(index(site, is("MemberLetOn", "place", place))).as(place).isGreaterThan(last);
        }
        for (SiteReport.MemberRow row : report("t1").members()) {
            assertThat(row.standing()).isEqualTo(Standing.DONE);
            assertThat(row.outages()).as("announced, and measured").isEqualTo(1);
            assertMemberWaited(row.run().orElseThrow());
        }
    }

    /** What stands in the journal of the member's own run, which is an ordinary one. */
    private void assertMemberWaited(String run) {
        List<JsonNode> log = log(run, false);
        assertThat(List.of(
                        index(log, answered("hold/ready")),
                        index(log, began("stop:")),
                        index(log, asked("hold/offline")),
                        index(log, answered("hold/offline")),
                        index(log, began("install:")),
                        index(log, asked("hold/online")),
                        index(log, answered("hold/online")),
                        index(log, began("start:"))))
                .as(run)
                .isSorted()
                .doesNotContain(-1);
    }

    @Test
    void theOthersComeOnlineWithoutOneThatFailsInItsPatch() throws Exception {
        Path inventory = inventory("server-that-fails.yaml", "all-together.yaml", "");

        CommandRun run = run(inventory, "t2");

        assertThat(run.exit()).as(run.output()).isEqualTo(4);
        assertThat(run.output())
                .contains("web1 goes on, patched and offline: web2 failed, so that it goes on without it.");
        assertThat(row("t2", "web1").standing()).isEqualTo(Standing.DONE);
        assertThat(row("t2", "web3").standing()).isEqualTo(Standing.DONE);
        assertThat(row("t2", "web2").standing()).isEqualTo(Standing.FAILED);
    }

    @Test
    void whoCannotWaitOfflineIsRefusedAndNobodysClientsNotice() throws Exception {
        Path inventory = inventory("server.yaml", "server-in-place.yaml", "");

        CommandRun run = run(inventory, "t3");

        assertThat(run.exit()).as(run.output()).isEqualTo(4);
        assertThat(row("t3", "web2").note())
                .startsWith("Refused: it cannot go together with its pool by procedure site-test/server-in-place."
                        + " Its clients are served until step install:server takes their service away");
        for (String other : List.of("web1", "web3")) {
            assertThat(row("t3", other).note())
                    .startsWith("Called back, because web2 failed, and nobody of its pool is patched without it.");
            assertThat(row("t3", other).outages()).isZero();
        }
    }

    @Test
    void killedForGoodWhileSomeWaitItGoesOnWithTheSameRuns() throws Exception {
        Path asked = folder.resolve("asked");
        Path go = folder.resolve("go");
        Path hold = Files.writeString(
                folder.resolve("hold"), "touch " + asked + "; while [ ! -e " + go + " ]; do sleep 0.1; done");
        Path inventory = inventory(
                "server.yaml",
                "all-together.yaml",
                ", hooks: {hold: {when: [before-outage], command: [/bin/sh, " + hold + "], deadline: 5m}}");
        Process process = OtherProcess.start(
                folder.resolve("log"), words("run", inventory.toString(), "office", "--yes", "--run", "t4"));
        try {
            Awaitility.await()
                    .atMost(2, TimeUnit.MINUTES)
                    .until(() -> Files.exists(asked)
                            && Files.readString(folder.resolve("log")).contains("web1 waits")
                            && Files.readString(folder.resolve("log")).contains("web3 waits"));
            process.destroyForcibly().waitFor();
        } finally {
            Files.createFile(go);
            process.destroyForcibly();
        }
        String before = row("t4", "web1").run().orElseThrow();

        CommandRun resumed = CommandRun.of(words("resume", "t4", "--yes"));

        assertThat(resumed.exit()).as(resumed.output() + resumed.errors()).isZero();
        assertThat(row("t4", "web1").run()).contains(before);
        report("t4").members().forEach(row -> assertMemberWaited(row.run().orElseThrow()));
    }

    private Path inventory(String scenarioOfTheSecond, String procedureOfTheSecond, String more) throws IOException {
        return Files.writeString(folder.resolve("inventory.yaml"), """
                format: 1
                clusters:
                  web1: {platform: simulated, scenario: SITE/server.yaml, procedure: SITE/all-together.yaml}
                  web2: {platform: simulated, scenario: SITE/SECOND, procedure: SITE/BYMORE}
                  web3: {platform: simulated, scenario: SITE/server.yaml, procedure: SITE/all-together.yaml}
                sites:
                  office:
                    procedure: site/exchange-2003
                    members:
                      web1: {role: front-end, pool: balancer}
                      web2: {role: front-end, pool: balancer}
                      web3: {role: front-end, pool: balancer}
                """.replace("SECOND", scenarioOfTheSecond)
                .replace("BY", procedureOfTheSecond)
                .replace("MORE", more)
                .replace("SITE", SITE.toString()));
    }

    private CommandRun run(Path inventory, String name) {
        return CommandRun.of(words("run", inventory.toString(), "office", "--yes", "--run", name));
    }

    private List<String> words(String... words) {
        List<String> all = new ArrayList<>(List.of("site"));
        all.addAll(List.of(words));
        all.addAll(List.of("--state", folder.resolve("state").toString()));
        return all;
    }

    private SiteReport report(String run) {
        return new RecordCodec()
                .read(
                        SiteReport.class,
                        CommandRun.of(words("report", run, "--output", "json")).output());
    }

    private SiteReport.MemberRow row(String run, String member) {
        return report(run).members().stream()
                .filter(row -> row.member().equals(member))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> log(String run, boolean ofSite) {
        List<String> all = words("events", run, "--output", "jsonl");
        return CommandRun.of(ofSite ? all : all.subList(1, all.size()))
                .output()
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    private static int index(List<JsonNode> log, Predicate<JsonNode> which) {
        return log.indexOf(log.stream().filter(which).findFirst().orElse(JSON.createObjectNode()));
    }

    private static Predicate<JsonNode> is(String type, String key, String value) {
        return event -> event.path("type").asString("").equals(type)
                && event.path(key).asString("").equals(value);
    }

    private static Predicate<JsonNode> is(String place) {
        return event -> event.path("place").asString("").equals(place);
    }

    private static Predicate<JsonNode> answered(String question) {
        return is("QuestionAnswered", "question", question);
    }

    private static Predicate<JsonNode> asked(String question) {
        return event -> event.path("type").asString("").equals("QuestionAsked")
                && event.path("question").path("id").asString("").equals(question);
    }

    private static Predicate<JsonNode> began(String step) {
        return event -> event.path("type").asString("").equals("StepBegan")
                && event.path("action").path("step").asString("").startsWith(step);
    }
}
