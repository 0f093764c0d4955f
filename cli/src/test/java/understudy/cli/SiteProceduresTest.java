package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.cli.report.SiteReport;
import understudy.cli.wiring.SiteRows;
import understudy.core.model.RunId;
import understudy.core.site.SiteEvent;
import understudy.documents.json.RecordCodec;
import understudy.engine.journal.StateStore;

/** The shipped site procedures on simulated members: front-ends together or one by one, and what only a person can vouch for. */
class SiteProceduresTest {
    private static final Path SITE =
            Path.of("../scenarios/site").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void loadBalancedFrontEndsAreAwayAllTogetherAndTheBackEndComesAfterThem() throws Exception {
        Path inventory = frontEnds("");

        CommandRun run = site("run", inventory.toString(), "office", "--yes", "--run", "f1");

        assertThat(run.exit()).as(run.output() + run.errors()).isZero();
        assertThat(run.output())
                .contains(
                        "! Announced outage: web1, web2, which share the clients of balancer, are away all together.");
        List<String> log = begunAndEnded("f1");
        assertThat(log.subList(0, 2)).as("both begin before either ends").containsExactly("+web1", "+web2");
        assertThat(log.getLast()).isEqualTo("-back");
        assertThat(row("f1", "farm").outages())
                .as("all offline, each patched, all online")
                .isEqualTo(1);
    }

    @Test
    void oneByOneIsAllowedWithAWarning() throws Exception {
        Path inventory = frontEnds("tiers: {front-end: {pools: one-by-one, atOnce: 2}}");

        CommandRun run = site("run", inventory.toString(), "office", "--yes", "--run", "f2");

        assertThat(run.exit()).as(run.output() + run.errors()).isZero();
        assertThat(run.output()).contains("! web1, web2: They are taken one by one: ", "synchronisation keys");
        List<String> log = begunAndEnded("f2");
        assertThat(log.indexOf("-web1")).isLessThan(log.indexOf("+web2"));
    }

    @Test
    void whatAnotherPersonDoesIsConfirmedByAnotherPerson() throws Exception {
        OfficeSite office = OfficeSite.in(folder).replacing("    leaveOut: [preparation]\n", "");
        CommandRun stopped = office.run("p1");
        assertThat(stopped.exit()).isEqualTo(4);
        assertThat(stopped.output()).contains("Nobody is there to answer");
        assertThat(office.order("p1").begun).isEmpty();

        CommandRun mine = office.site("approve", "p1", "confirm/preparation/schema");
        assertThat(mine.exit()).isEqualTo(3);
        assertThat(mine.errors()).contains("counts only from somebody else than");
        Instant when = Instant.parse("2026-11-21T18:00:00Z");
        try (StateStore store = StateStore.open(office.state())) {
            new SiteRows(store, new RunId("p1"))
                    .post(new SiteEvent.SiteAnswered(when, "a1", "confirm/preparation/schema", true, "erika"));
        }
        CommandRun resumed = office.site("resume", "p1", "--yes");

        assertThat(resumed.exit()).as(resumed.output() + resumed.errors()).isZero();
        assertThat(resumed.output()).contains("yes, by erika at " + when);
        assertThat(office.order("p1").done).hasSize(11);
    }

    @Test
    void areListedShownAndCheckedLikeTheOthers() {
        assertThat(CommandRun.of(List.of("procedures", "list")).output())
                .contains("site/exchange-2003  Exchange 2003, front-end servers before back-end servers");
        assertThat(CommandRun.of(List.of("procedures", "show", "site/exchange-2000"))
                        .output())
                .contains("every front-end server before the first back-end server");
        Path file = Path.of("../procedures/src/main/resources/understudy/procedures/site/exchange-2007.yaml");
        assertThat(CommandRun.of(List.of("procedures", "check", file.toString()))
                        .output())
                .endsWith("exchange-2007.yaml: site procedure site/exchange-2007 is in order.\n");
    }

    @Test
    void thePlanOfASiteIsShownWithoutALookAtAnyCluster() throws Exception {
        OfficeSite office = OfficeSite.in(folder).with("scc", "scenario: nowhere.yaml");
        CommandRun plan =
                CommandRun.of(List.of("site", "plan", office.inventory().toString(), "office"));
        assertThat(plan.exit()).as(plan.errors()).isZero();
        assertThat(plan.output())
                .contains(
                        "Site office: 11 members in 5 waves; 0 may fail before nobody else is begun; by site/exchange-2007.",
                        "  client-access-canary: cas1; 3 at once, once somebody says yes; 0 may fail.",
                        "  mailbox: scc, ccr, four; 3 at once; 0 may fail.");
    }

    private Path frontEnds(String more) throws IOException {
        return Files.writeString(folder.resolve("inventory.yaml"), """
                format: 1
                clusters:
                  back: {platform: simulated, scenario: SITE/server.yaml, procedure: SITE/server-in-place.yaml}
                  web1: {platform: simulated, scenario: SITE/server.yaml, procedure: SITE/all-together.yaml}
                  web2: {platform: simulated, scenario: SITE/server.yaml, procedure: SITE/all-together.yaml}
                  farm: {platform: simulated, scenario: SITE/front-ends.yaml, procedure: SITE/all-together.yaml}
                sites:
                  office:
                    procedure: site/exchange-2003
                    members:
                      back: {role: back-end}
                      web1: {role: front-end, pool: balancer}
                      web2: {role: front-end, pool: balancer}
                      farm: {role: front-end}
                    MORE
                """.replace("SITE", SITE.toString())
                .replace("MORE", more));
    }

    /** The members in the order of their beginnings (+) and ends (-). */
    private List<String> begunAndEnded(String run) {
        try (StateStore store = StateStore.open(folder.resolve("state"))) {
            List<String> log = new ArrayList<>();
            for (SiteEvent event : new SiteRows(store, new RunId(run)).replay()) {
                if (event instanceof SiteEvent.MemberBegan began) {
                    log.add("+" + began.member());
                } else if (event instanceof SiteEvent.MemberEnded ended) {
                    log.add("-" + ended.member());
                }
            }
            return log;
        }
    }

    private SiteReport.MemberRow row(String run, String member) {
        return new RecordCodec()
                .read(SiteReport.class, site("report", run, "--output", "json").output()).members().stream()
                        .filter(row -> row.member().equals(member))
                        .findFirst()
                        .orElseThrow();
    }

    private CommandRun site(String... words) {
        List<String> all = new ArrayList<>(List.of("site"));
        all.addAll(List.of(words));
        all.addAll(List.of("--state", folder.resolve("state").toString()));
        return CommandRun.of(all);
    }
}
