package understudy.driver.exchange.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.core.model.Finding;
import understudy.core.model.Patch;
import understudy.core.run.RunResult;
import understudy.driver.exchange.ready.Question;
import understudy.driver.exchange.ready.Questions;
import understudy.emulated.world.Power;
import understudy.emulated.world.ReplicatedCluster;
import understudy.emulated.world.Service;
import understudy.emulated.world.SingleCopyCluster;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;

/** Each question before a run, with a cluster that is not ready in just that: what is said, and whether anything begins. */
@Timeout(60)
class ReadinessTest {
    private static final TrialCase CASE = TrialCase.of("scc", 2, "scc-service-pack");
    private static final String TCPIP = "HKLM:\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters";

    /** A way to be not ready, and what comes out. */
    record Unready(String code, Consumer<WindowsNode> breaks, String sentence) {
        @Override
        public String toString() {
            return code + ": " + sentence;
        }
    }

    static Stream<Unready> unready() {
        return Stream.of(
                new Unready(
                        "EXCHANGE-PROGRAMS", node -> node.begin("mmc"), "On NODEB mmc.exe is open in a logon session."),
                new Unready(
                        "EXCHANGE-ACCOUNT",
                        node -> node.machine().isAdministered(false),
                        "On NODEB the account EXAMPLE\\exadmin is no local administrator."),
                new Unready(
                        "EXCHANGE-RESTART-PENDING",
                        node -> node.registry()
                                .set(
                                        "HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Session Manager",
                                        "PendingFileRenameOperations",
                                        "\\??\\C:\\Windows\\Temp\\other.tmp"),
                        "On NODEB a restart is pending: files are to be replaced at its next start."),
                new Unready(
                        "EXCHANGE-NET",
                        node -> node.registry()
                                .set("HKLM:\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v2.0.50727", "SP", "0"),
                        "On NODEB .NET Framework 2.0 does not have its SP1."),
                new Unready(
                        "EXCHANGE-TIME-ZONES",
                        node -> node.machine().fixes().clear(),
                        "On NODEB KB 931836 is not installed."),
                new Unready(
                        "EXCHANGE-WINDOWS",
                        node -> node.machine().servicePack(1),
                        "On NODEB Windows Server 2003 does not have its SP2."),
                new Unready(
                        "EXCHANGE-SINGLE-LABEL",
                        node -> node.registry().set(TCPIP, "Domain", "example"),
                        "On NODEB the DNS domain example has a single label."),
                new Unready(
                        "EXCHANGE-FOREFRONT",
                        node -> node.add(new Service("FSCController", true, "Auto", false)),
                        "On NODEB Forefront Security for Exchange runs."),
                new Unready(
                        "EXCHANGE-LANGUAGE-PACKS",
                        node -> node.registry()
                                .set(WindowsNode.EXCHANGE_KEY + "\\UnifiedMessagingRole\\LanguagePacks", "de-DE", "1"),
                        "On NODEB the language pack de-DE of Unified Messaging is installed."),
                new Unready(
                        "EXCHANGE-OVERWRITTEN",
                        node -> node.write(
                                "C:\\Program Files\\Microsoft\\Exchange Server\\bin\\globalcfg.xml", new byte[0]),
                        "On NODEB C:\\Program Files\\Microsoft\\Exchange Server\\bin\\globalcfg.xml will be overwritten."),
                new Unready(
                        "EXCHANGE-FQDN",
                        node -> node.registry().set(TCPIP, "Domain", ""),
                        "On NODEB the full name of the node is not set, and setup would hang."),
                new Unready(
                        "EXCHANGE-CERTIFICATES",
                        node -> node.machine().certificates().put("CN=old.example.com", LocalDate.of(2008, 1, 31)),
                        "On NODEB the certificate CN=old.example.com has ended on 2008-01-31."),
                new Unready(
                        "EXCHANGE-DISK",
                        node -> node.machine().freeBytes(1L << 30),
                        "On NODEB the disk C: has 1024 MB free."),
                new Unready(
                        "EXCHANGE-HOLDERS",
                        node -> node.add(new Service("McShield", true, "Auto", false)),
                        "On NODEB the service McShield runs and may hold files open."),
                new Unready(
                        "EXCHANGE-REVOCATION",
                        node -> node.machine().seesTheInternet(false),
                        "NODEB does not reach the lists of revoked certificates, so that an installation can take hours."),
                new Unready("EXCHANGE-INSTALLER", node -> node.begin("xcopy"), "On NODEB an installer runs already."),
                new Unready("EXCHANGE-INSTALLER", node -> node.begin("update"), "On NODEB an installer runs already."),
                new Unready(
                        "EXCHANGE-MEDIUM-DIFFERS",
                        node -> node.write(SingleCopyCluster.MEDIUM, new byte[] {1}),
                        "On NODEB the file C:\\Media\\E2K7SP1\\Setup.com is not the one that the patch means: its digest differs."),
                new Unready(
                        "EXCHANGE-NO-TASK",
                        node -> node.tasks().clear(),
                        "On NODEB the scheduled task Understudy, by which long commands run, is not there."),
                new Unready(
                        "EXCHANGE-WATERMARK",
                        node -> node.registry().set(WindowsNode.EXCHANGE_KEY + "\\MailboxRole", "Watermark", "x"),
                        "A setup on NODEB broke off: its watermark is left under MailboxRole in the registry."));
    }

    @ParameterizedTest
    @MethodSource("unready")
    void whatIsNotReadyIsSaidAndWhatBlocksBeginsNothing(Unready unready) throws Exception {
        try (var trial = new Trial(CASE)) {
            unready.breaks().accept(trial.world.node("NODEB").orElseThrow());
            List<Finding> findings = trial.driver().check(Patches.of(CASE));
            assertThat(findings)
                    .filteredOn(finding -> finding.code().equals(unready.code()))
                    .extracting(Finding::sentence)
                    .contains(unready.sentence());
            boolean blocks = findings.stream().anyMatch(Finding::blocks);
            if (blocks) {
                var ending = trial.open();
                assertThat(ending.result()).isNotEqualTo(RunResult.FINISHED);
                assertThat(trial.world.journal()).isEmpty();
            }
        }
    }

    @Test
    void aNodeThatCannotBeAskedIsNotReady() throws Exception {
        try (var trial = new Trial(CASE)) {
            new Power(trial.world).off(trial.world.node("NODEB").orElseThrow());
            assertThat(trial.driver().check(Patches.of(CASE)))
                    .filteredOn(finding -> finding.code().equals("EXCHANGE-NOT-ASKED"))
                    .extracting(Finding::sentence)
                    .singleElement()
                    .asString()
                    .startsWith("Whether NODEB is ready could not be asked:");
        }
    }

    @Test
    void aReceiveConnectorNamedLikeTheDomainIsSaid() throws Exception {
        var alone = TrialCase.of("alone", 1, "stand-alone-service-pack");
        try (var trial = new Trial(alone)) {
            var node = trial.world.nodes().getFirst();
            node.registry().make(WindowsNode.EXCHANGE_KEY + "\\HubTransportRole");
            node.machine().receiveConnectors().add("Default MAIL1");
            assertThat(trial.driver().check(Patches.of(alone))).isEmpty();
            node.machine().receiveConnectors().add("Example.com");
            assertThat(trial.open().result()).isNotEqualTo(RunResult.FINISHED);
            Said.in(trial).says("P10.10");
            assertThat(trial.world.journal()).isEmpty();
        }
    }

    @Test
    void aNodeOfAClusterIsNotTakenForAServerOfItsOwn() throws Exception {
        try (var trial = new Trial(TrialCase.of("alone", 1, "stand-alone-service-pack"))) {
            trial.world.nodes().getFirst().add(new Service("ClusSvc", true, "Auto", false));
            assertThat(trial.driver().check(Patches.of(trial.trialCase)))
                    .extracting(Finding::sentence)
                    .contains(
                            "MAIL1 has a Cluster service, and the inventory names no other node of mail: it is not patched as"
                                    + " a server of its own.");
        }
    }

    @Test
    void aReadyClusterHasNothingAgainstIt() throws Exception {
        for (TrialCase trialCase : TrialCase.all()) {
            try (var trial = new Trial(trialCase)) {
                assertThat(trial.driver().check(Patches.of(trialCase)))
                        .as(trialCase.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void whatNobodyHasAnsweredForIsAskedAndBeginsNothing() throws Exception {
        without("backup").says("G5");
        without("no-way-back").says("G6");
        without("tried").says("G7");
        without("windows-fixes").says("P10.4");
    }

    private static Said without(String about) throws Exception {
        var patch = Patches.of(CASE);
        var without = new Patch(
                patch.id(),
                patch.procedure(),
                patch.content(),
                patch.versionFence(),
                patch.restart(),
                patch.statements().stream()
                        .filter(one -> !one.about().equals(about))
                        .toList());
        try (var trial = new Trial(CASE, without)) {
            assertThat(trial.open().result()).isEqualTo(RunResult.FAILED);
            assertThat(trial.world.journal()).isEmpty();
            return Said.in(trial);
        }
    }

    @Test
    void aBackupOfLastMonthIsNone() throws Exception {
        var patch = Patches.of(CASE);
        var old = new Patch(
                patch.id(),
                patch.procedure(),
                patch.content(),
                patch.versionFence(),
                patch.restart(),
                List.of(new Patch.Statement("backup", "tester", LocalDate.of(2008, 1, 31), "tape 17")));
        try (var trial = new Trial(CASE)) {
            assertThat(trial.driver().check(old))
                    .extracting(Finding::sentence)
                    .contains(
                            "What the patch states about \"backup\" is of 2008-01-31, more than 7 days ago: tape 17 (tester,"
                                    + " 2008-01-31).");
        }
    }

    @Test
    void whatWasStatedStandsInTheJournal() throws Exception {
        try (var trial = new Trial(CASE)) {
            trial.open();
            assertThat(trial.journal.tail(500)).contains("backup: so it is (tester, 2008-02-29)");
        }
    }

    @Test
    void anOlderExchange2003ServerAndAnAccountWithoutItsRoleAreSaid() throws Exception {
        try (var trial = new Trial(CASE)) {
            World world = trial.world;
            world.directory().add("OLDMAIL", "Version 6.5 (Build 7226.6: Service Pack 1)");
            world.directory().add("NEWMAIL", "Version 6.5 (Build 7638.2: Service Pack 2)");
            world.directory().administrators().clear();
            assertThat(trial.driver().check(Patches.of(CASE)))
                    .extracting(Finding::sentence)
                    .containsExactlyInAnyOrder(
                            "The Exchange 2003 server OLDMAIL is at Version 6.5 (Build 7226.6: Service Pack 1), below its SP2.",
                            "The account EXAMPLE\\exadmin is not named among Exchange's administrators.");
        }
    }

    @Test
    void theWizardAndAPackageForAnotherArchitectureOrServicePackAreRefused() throws Exception {
        try (var trial = new Trial(CASE)) {
            assertThat(sentences(trial, files("C:\\Media\\E2K7SP1\\Setup.exe", "")))
                    .contains(
                            "The patch p names Setup.exe, whose wizard is not supported for a clustered mailbox server.");
            assertThat(sentences(trial, files("C:\\Media\\E2K7SP1\\Setup.com", "x86")))
                    .contains(
                            "The file C:\\Media\\E2K7SP1\\Setup.com is not for the architecture of NODEB, which is AMD64.");
            assertThat(sentences(trial, Patches.rollup("exchange-2007/scc-rollup")))
                    .contains(
                            "The rollup sp1-rollup1 is for Exchange 8.1.263.1, and NODEB has 8.0.685.25, another service pack.");
            assertThat(sentences(trial, files(ReplicatedCluster.ROLLUP, "")))
                    .contains("Which version store.exe has after the rollup p cannot be read from its file.");
        }
    }

    private static List<String> sentences(Trial trial, Patch patch) {
        return trial.driver().check(patch).stream().map(Finding::sentence).toList();
    }

    private static Patch files(String path, String arch) {
        var known = Patches.servicePack("x").content() instanceof Patch.Content.Files(var files)
                ? files.getFirst().sha256()
                : "";
        var rollup = Patches.rollup("x").content() instanceof Patch.Content.Files(var files)
                ? files.getFirst().sha256()
                : "";
        var digest = path.endsWith(".msp") ? rollup : known;
        return new Patch(
                "p",
                "exchange-2007/scc-service-pack",
                new Patch.Content.Files(List.of(new Patch.PatchFile(path, digest, arch))),
                true,
                Patch.RestartRule.ALWAYS,
                Patches.of(CASE).statements());
    }

    @Test
    void everyQuestionOfTheListHasACaseHere() {
        var asked = Stream.concat(
                        unready().map(Unready::code),
                        Stream.of(
                                "EXCHANGE-BACKUP",
                                "EXCHANGE-NO-WAY-BACK",
                                "EXCHANGE-TRIED",
                                "EXCHANGE-FIXES",
                                "EXCHANGE-ROLE",
                                "EXCHANGE-CONNECTORS",
                                "EXCHANGE-OLDER-SERVERS"))
                .toList();
        assertThat(Questions.all()).extracting(Question::code).allMatch(asked::contains);
    }
}
