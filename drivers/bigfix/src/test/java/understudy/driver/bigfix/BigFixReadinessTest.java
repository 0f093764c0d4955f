package understudy.driver.bigfix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.core.model.Finding;
import understudy.core.model.Patch;
import understudy.driver.bigfix.trial.Bench;
import understudy.driver.bigfix.wire.Definition;
import understudy.emulated.bigfix.Circumstance;
import understudy.emulated.bigfix.PatchContent;

/** What is said before anything is started: what is missing, what the patch will ask for, what is refused. */
@Timeout(30)
class BigFixReadinessTest {
    private static Patch patch(String site, int id) {
        return new Patch(
                "night",
                "exchange-2007/rolling",
                new Patch.Content.Named(site, Integer.toString(id)),
                false,
                Patch.RestartRule.REQUIRED);
    }

    private static List<String> sentences(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.severity() + " " + finding.sentence())
                .toList();
    }

    @Test
    void aPreparedClusterIsReadyAndThePendingRestartIsAnnounced() {
        try (var bench = Bench.exchange(true)) {
            assertThat(sentences(bench.driver().check(patch("Patches for Windows", PatchContent.WITH_RESTART))))
                    .containsExactly(
                            "WARNING \"MS08-067: Vulnerability in Server Service\" will end in Pending Restart, because"
                                    + " \"MS08-067: Vulnerability in Server Service\" asks for a restart and none is in it: the run adds one,"
                                    + " on each node while it is empty.");
            assertThat(bench.driver().check(patch("Patches for Windows", PatchContent.WITHOUT_RESTART)))
                    .isEmpty();
        }
    }

    @Test
    void aBaselineIsReadToItsLastComponent() {
        try (var bench = Bench.exchange(true)) {
            assertThat(sentences(bench.driver().check(patch("custom/Cluster patches", PatchContent.BASELINE))))
                    .singleElement()
                    .asString()
                    .startsWith("WARNING \"Patches of the month\" will end in Pending Restart, because \"MS08-067");
            assertThat(sentences(
                            bench.driver().check(patch("custom/Cluster patches", PatchContent.BASELINE_WITH_RESTART))))
                    .singleElement()
                    .asString()
                    .startsWith("NOTE \"Patches, with a restart\" asks for a restart")
                    .endsWith("and does it itself: the run waits for it.");
        }
    }

    @Test
    void aServicePackOfExchangeIsRefused() {
        try (var bench = Bench.exchange(true)) {
            var offer = bench.driver().offer(patch("Patches for Windows", PatchContent.SERVICE_PACK));
            assertThat(offer.nodes()).isEmpty();
            assertThat(sentences(offer.findings()))
                    .first()
                    .asString()
                    .startsWith(
                            "ERROR \"Exchange Server 2007 Service Pack 1 Available\" is a service pack of Exchange, which is"
                                    + " refused through BigFix");
        }
    }

    @Test
    void aRollupThatNamesItsServicePackIsNone() {
        var title = "Update Rollup 1 for Exchange Server 2007 Service Pack 1 (KB945684)";
        var ref = new FixletRef("Patches for Windows", 945_684);
        var script = new Definition.Script(title, "waithidden msiexec /update __Download\\rollup.msp /quiet");
        assertThat(new PatchDefinition(ref, new Definition("Fixlet", title, List.of(script))).findings())
                .isEmpty();
    }

    @Test
    void whatIsMissingIsSaidTakenAndProven() throws Exception {
        try (var bench = Bench.exchange(false)) {
            assertThat(sentences(bench.driver().check(patch("Patches for Windows", PatchContent.WITHOUT_RESTART))))
                    .contains(
                            "ERROR NODEA is not prepared for cluster Fixlets: Server Automation/110, Patches for Windows/40301,"
                                    + " Server Automation/123 still to be taken.");
            var preparation = bench.driver().preparation();
            for (Preparation.Missing missing : preparation.missing()) {
                preparation.take(
                        missing,
                        missing.role() == Role.MAILBOX_MOVER
                                ? Map.of("Username", "EXAMPLE\\mover", "Password", "<&\">")
                                : Map.of());
            }
            assertThat(preparation.missing()).isEmpty();
            assertThat(bench.driver().check(patch("Patches for Windows", PatchContent.WITHOUT_RESTART)))
                    .isEmpty();
        }
    }

    @Test
    void theMoverWithoutItsAccountIsNotCalledPrepared() throws Exception {
        try (var bench = Bench.exchange(false)) {
            var preparation = bench.driver().preparation();
            var mover = preparation.missing().stream()
                    .filter(missing -> missing.role() == Role.MAILBOX_MOVER)
                    .findFirst()
                    .orElseThrow();
            assertThatThrownBy(() -> preparation.take(mover, Map.of()))
                    .hasMessageContaining("BigFix says \"Failed\" of Server Automation/123 on NODEA");
        }
    }

    @Test
    void twoComputersOfOneNameAreNotGuessedAt() {
        try (var bench = Bench.exchange(true)) {
            bench.server().addTwin("NODEB");
            assertThat(sentences(bench.driver().check(patch("Patches for Windows", PatchContent.WITHOUT_RESTART))))
                    .containsExactly(
                            "ERROR BigFix knows 2 computers that are called NODEB, so that it is not clear which is the node"
                                    + " NODEB.");
        }
    }

    @Test
    void anAgentThatDoesNotReportIsNotTakenAtItsOldWord() {
        try (var bench = Bench.exchange(true)) {
            bench.server().agent("NODEB").meets(PatchContent.WITHOUT_RESTART, Circumstance.NOT_REPORTED);
            bench.clock().advance();
            assertThat(sentences(bench.driver().check(patch("Patches for Windows", PatchContent.WITHOUT_RESTART))))
                    .containsExactly("ERROR The agent of NODEB has not reported although it was told to.");
        }
    }

    @Test
    void aPatchThatIsRelevantOnOneNodeOnlyIsToldOf() {
        try (var bench = Bench.exchange(true)) {
            bench.installed("NODEA", "KB960714");
            assertThat(sentences(bench.driver()
                            .offer(patch("Patches for Windows", PatchContent.WITHOUT_RESTART))
                            .findings()))
                    .containsExactly(
                            "WARNING \"MS08-078: Security Update for Internet Explorer\" is not relevant on NODEA, which"
                                    + " count as patched: on the others it is relevant.");
        }
    }

    @Test
    void aFixletThatIsNotThereIsSaid() {
        try (var bench = Bench.exchange(true)) {
            assertThat(sentences(bench.driver()
                            .offer(patch("Patches for Windows", 4711))
                            .findings()))
                    .containsExactly(
                            "ERROR The site Patches for Windows of bigfix.test:52311 has no Fixlet, task or baseline 4711.");
        }
    }
}
