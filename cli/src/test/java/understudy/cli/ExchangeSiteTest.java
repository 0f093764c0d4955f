package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.cli.report.SiteReport;
import understudy.core.site.MemberState.Standing;
import understudy.documents.json.RecordCodec;

/** Four Client Access, two Hub Transport, three mailbox clusters and two Unified Messaging servers, in the catalogue's order (P9). */
class ExchangeSiteTest {
    @TempDir
    private Path folder;

    @Test
    void everyTierWaitsForTheOneBefore() throws Exception {
        OfficeSite office = OfficeSite.in(folder);

        CommandRun run = office.run("s1");

        assertThat(run.exit()).as(run.output() + run.errors()).isZero();
        SiteOrder order = office.order("s1");
        assertThat(order.done).hasSize(11);
        assertThat(order.begun).hasSize(11).startsWith("cas1");
        assertThat(order.most("client-access")).isEqualTo(2);
        assertThat(order.most("mailbox")).isEqualTo(3);
        assertThat(order.most("hub-transport")).isEqualTo(1);
        assertThat(run.output())
                .contains("Question wave/client-access answered yes", "FINISHED: Every member is patched.");
        SiteReport report = report(office, "s1");
        assertThat(report.procedure()).contains("site/exchange-2007");
        assertThat(row(report, "cas1").role()).contains("client-access");
        assertThat(row(report, "scc").outages()).isEqualTo(1);
        assertThat(row(report, "ccr").outages()).isEqualTo(1);
        assertThat(row(report, "four").outages()).isEqualTo(2);
    }

    @Test
    void aFailedCanaryIsTheOnlyOneThatWasBegun() throws Exception {
        OfficeSite office = OfficeSite.in(folder).with("cas1", "scenario: server-that-fails.yaml");

        CommandRun stopped = office.run("s2");

        assertThat(stopped.exit()).as(stopped.output()).isEqualTo(4);
        assertThat(office.order("s2").begun).containsExactly("cas1");
        assertThat(stopped.output())
                .contains("1 member of the site failed, and 0 may: are the others to go on all the same?");
        office.site("skip", "s2", "cas1");
        CommandRun resumed = office.site("resume", "s2", "--yes");
        assertThat(resumed.exit()).as(resumed.output()).isEqualTo(1);
        SiteOrder order = office.order("s2");
        assertThat(order.begun).hasSize(11).doesNotHaveDuplicates();
        assertThat(order.done).hasSize(10);
    }

    /** A process that is killed for good while the mailbox clusters are patched; what had ended is not begun again. */
    @Test
    void aKilledRunGoesOnWithWhoeverWasUnderWay() throws Exception {
        Path asked = folder.resolve("asked");
        Path go = folder.resolve("go");
        Path hold = Files.writeString(
                folder.resolve("hold"), "touch " + asked + "; while [ ! -e " + go + " ]; do sleep 0.1; done");
        OfficeSite office = OfficeSite.in(folder)
                .with("ccr", "hooks: {hold: {when: [before-outage], command: [/bin/sh, " + hold + "], deadline: 5m}}");
        Process process = OtherProcess.start(
                folder.resolve("log"),
                office.words("run", office.inventory().toString(), "office", "--yes", "--run", "s3"));
        Optional<String> before;
        try {
            Awaitility.await().atMost(2, TimeUnit.MINUTES).until(() -> Files.exists(asked));
            process.destroyForcibly().waitFor();
            assertThat(report(office, "s3").result()).isEmpty();
            assertThat(row(report(office, "s3"), "ccr").standing()).isEqualTo(Standing.UNDER_WAY);
            before = row(report(office, "s3"), "ccr").run();
        } finally {
            Files.createFile(go);
            process.destroyForcibly();
        }

        CommandRun resumed = office.site("resume", "s3", "--yes");

        assertThat(resumed.exit()).as(resumed.output() + resumed.errors()).isZero();
        SiteOrder order = office.order("s3");
        assertThat(order.begun).as("nobody is begun a second time").hasSize(11).doesNotHaveDuplicates();
        assertThat(order.done).hasSize(11);
        assertThat(row(report(office, "s3"), "ccr").run())
                .as("the member's own run went on")
                .isEqualTo(before);
    }

    private static SiteReport.MemberRow row(SiteReport report, String member) {
        return report.members().stream()
                .filter(row -> row.member().equals(member))
                .findFirst()
                .orElseThrow();
    }

    private static SiteReport report(OfficeSite office, String run) {
        return new RecordCodec()
                .read(
                        SiteReport.class,
                        office.site("report", run, "--output", "json").output());
    }
}
