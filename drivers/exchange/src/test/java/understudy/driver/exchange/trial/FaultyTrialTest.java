package understudy.driver.exchange.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.core.run.RunResult;
import understudy.emulated.world.ClusterSettings;
import understudy.emulated.world.Exchange;
import understudy.emulated.world.NodeFault;
import understudy.emulated.world.Power;
import understudy.emulated.world.ReplicatedCluster;
import understudy.emulated.world.WindowsNode;

/** Something goes wrong once, or for good, in a procedure: what comes out, in a sentence, and what is left. */
@Timeout(60)
class FaultyTrialTest {
    private static final TrialCase SERVICE_PACK = TrialCase.of("scc", 2, "scc-service-pack");
    private static final TrialCase ROLLUP = TrialCase.of("scc", 2, "scc-rollup");
    private static final TrialCase REPLICATED = TrialCase.of("ccr", 2, "ccr-rollup");

    @Test
    void aRollupThatBreaksHalfWayLeavesNoServiceDisabledAndIsAppliedAgain() throws Exception {
        try (var trial = new Trial(ROLLUP)) {
            nodeB(trial).breaks(NodeFault.ROLLUP_BREAKS);
            assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
            assertThat(trial.journal.tail(500)).contains("The rollup on NODEB ended in a fatal error");
            assertThat(trial.world.journal())
                    .contains("NODEB: Set-Service MSExchangeServiceHost -StartupType Automatic");
            assertThat(trial.count("NODEB: msiexec /update")).isEqualTo(2);
            assertServicesAreAsBefore(trial);
        }
    }

    @Test
    void aRollupThatBreaksForGoodLeavesNoServiceDisabledAndNobodyWithoutService() throws Exception {
        try (var trial = new Trial(ROLLUP)) {
            trial.world.when("NODEB: msiexec", () -> nodeB(trial).breaks(NodeFault.ROLLUP_BREAKS));
            trial.world.when(
                    "NODEB: Set-Service MSExchangeSearch", () -> nodeB(trial).breaks(NodeFault.ROLLUP_BREAKS));
            var ending = trial.open();
            assertThat(ending.result()).isNotEqualTo(RunResult.FINISHED);
            assertThat(ending.sentence())
                    .contains("The rollup on NODEB ended in a fatal error")
                    .contains("Return value 3");
            assertThat(trial.count("Move-ClusteredMailboxServer")).isZero();
            assertThat(nodeB(trial).services().stream()
                            .filter(service -> !trial.services
                                    .getOrDefault("NODEB " + service.name(), "")
                                    .endsWith(service.startMode())))
                    .isEmpty();
            assertThat(WhileStopped.faults(trial)).isEmpty();
        }
    }

    @Test
    void filesInUseAreNoSuccessUntilTheVersionsOfTheFilesSaySo() throws Exception {
        for (TrialCase trialCase : new TrialCase[] {ROLLUP, SERVICE_PACK}) {
            try (var trial = new Trial(trialCase)) {
                nodeB(trial).breaks(NodeFault.FILES_IN_USE);
                assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
                assertThat(trial.journal.tail(500))
                        .contains("met files in use, and the versions of the files are not the wanted ones");
                if (!trialCase.isRollup()) {
                    Said.in(trial).says("G10");
                }
            }
        }
    }

    @Test
    void aRollupThatAsksForARestartGetsOneAndNoOtherNodeDoes() throws Exception {
        try (var trial = new Trial(ROLLUP)) {
            nodeB(trial).breaks(NodeFault.ROLLUP_ASKS_FOR_RESTART);
            assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
            assertThat(trial.count("NODEB: shutdown -r")).isEqualTo(1);
            assertThat(trial.count("NODEA: shutdown -r")).isZero();
            Said.in(trial).says("P2.6");
            assertServicesAreAsBefore(trial);
        }
    }

    @Test
    void aSetupThatBreaksOffIsStartedAgainAndResumed() throws Exception {
        try (var trial = new Trial(SERVICE_PACK)) {
            nodeB(trial).breaks(NodeFault.SETUP_BREAKS);
            assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
            assertThat(trial.journal.tail(500))
                    .contains(
                            "Setup /m:upgrade on NODEB ended in an error: The script of the Mailbox role ended in an error.");
            assertThat(trial.count("NODEB: Setup.com /m:upgrade")).isEqualTo(2);
            assertThat(nodeB(trial).registry().names(WindowsNode.EXCHANGE_KEY + "\\MailboxRole"))
                    .containsExactlyInAnyOrder("ConfiguredVersion", "UnpackedVersion");
        }
    }

    @Test
    void aSetupThatBreaksOffOnAServerOfItsOwnIsStartedAgainAndResumed() throws Exception {
        try (var trial = new Trial(TrialCase.of("alone", 1, "stand-alone-service-pack"))) {
            trial.world.nodes().getFirst().breaks(NodeFault.SETUP_BREAKS);
            assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
            assertThat(trial.count("MAIL1: Setup.com /m:upgrade")).isEqualTo(2);
            assertThat(trial.world.mailboxServers().getFirst().isServed()).isTrue();
            assertServicesAreAsBefore(trial);
        }
    }

    @Test
    void whatWentWrongIsReadFromALogWithTheDatesOfAnyLocale() throws Exception {
        for (String times : new String[] {"M/d/yyyy h:mm:ss a", "dd.MM.yyyy HH:mm:ss", "yyyy/MM/dd HH.mm"}) {
            try (var trial = new Trial(SERVICE_PACK)) {
                nodeB(trial).machine().writesTimes(times);
                nodeB(trial).breaks(NodeFault.SETUP_BREAKS);
                assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
                Said.in(trial).says("P10.20");
            }
        }
    }

    @Test
    void anUpgradeOfTheServerThatBreaksOffGoesForwardOnTheSameNode() throws Exception {
        for (TrialCase trialCase : new TrialCase[] {SERVICE_PACK, TrialCase.of("ccr", 2, "ccr-service-pack")}) {
            try (var trial = new Trial(trialCase)) {
                trial.world.when(
                        "NODEB: Setup.com /upgradecms", () -> nodeB(trial).breaks(NodeFault.SETUP_BREAKS));
                assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
                assertThat(trial.count("NODEB: Setup.com /upgradecms")).isEqualTo(2);
                assertThat(trial.count(": Move-ClusteredMailboxServer")).isEqualTo(1);
                assertThat(trial.world.violations()).isEmpty();
                Said.in(trial).says("P1.c", "P4.9");
            }
        }
    }

    @Test
    void whatTheEventLogSaysOfAFailedPartIsBelievedMoreThanTheExitCode() throws Exception {
        try (var trial = new Trial(SERVICE_PACK)) {
            nodeB(trial).breaks(NodeFault.SETUP_FAILS_IN_THE_EVENT_LOG);
            trial.toTheEnd(Duration.ZERO);
            assertThat(trial.journal.tail(500))
                    .contains("event 1002 of MSExchangeSetup: The Mailbox role was not configured.");
        }
    }

    @Test
    void aShellThatDoesNotOpenOnTheNodeEndsTheRunBeforeAnyOutage() throws Exception {
        try (var trial = new Trial(SERVICE_PACK)) {
            trial.world.when("NODEB: shutdown -r", () -> nodeB(trial).breaks(NodeFault.SHELL_DOES_NOT_OPEN));
            var ending = trial.open();
            assertThat(ending.result()).isEqualTo(RunResult.FAILED);
            Said.in(trial).says("P1.6");
            assertThat(trial.count("ClusteredMailboxServer")).isZero();
            assertThat(WhileStopped.faults(trial)).isEmpty();
            nodeB(trial).mend(NodeFault.SHELL_DOES_NOT_OPEN);
            assertThat(trial.resume().result()).isEqualTo(RunResult.FINISHED);
            assertThat(AfterAll.faults(trial)).isEmpty();
        }
    }

    @Test
    void aMoveThatLeavesDatabasesDismountedIsNotBelieved() throws Exception {
        for (TrialCase trialCase : new TrialCase[] {REPLICATED, ROLLUP}) {
            try (var trial = new Trial(trialCase)) {
                var server = trial.world.mailboxServers().getFirst();
                server.movesAndFailsLate();
                var watch = new ServiceWatch(trial.world, trial.clock);
                assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
                assertThat(trial.world.journal())
                        .contains("NODEB: Mount-Database EXCLUS1\\First Storage Group\\Mailbox Database");
                assertThat(watch.outages).containsEntry("EXCLUS1", 1);
                assertThat(AfterAll.faults(trial)).isEmpty();
                Said.in(trial).says("G13");
            }
        }
    }

    @Test
    void aDatabaseThatWasDismountedOnPurposeStaysSo() throws Exception {
        try (var trial = new Trial(ROLLUP)) {
            var database = trial.world.mailboxServers().getFirst().databases().getLast();
            database.mountsAtStartup(false);
            database.mount(false);
            assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
            assertThat(database.isMounted()).isFalse();
        }
    }

    @Test
    void nothingMovesWhileACopyIsNotHealthy() throws Exception {
        try (var trial = new Trial(REPLICATED)) {
            trial.world.when("NODEB: msiexec", () -> copyIs(trial, "Failed"));
            var ending = trial.open();
            assertThat(ending.result()).isNotEqualTo(RunResult.FINISHED);
            Said.in(trial).says("P2.7");
            assertThat(trial.count("Move-ClusteredMailboxServer")).isZero();
            copyIs(trial, "Healthy");
            assertThat(trial.resume().result()).isEqualTo(RunResult.FINISHED);
            assertThat(AfterAll.faults(trial)).isEmpty();
        }
    }

    @Test
    void aCopyThatIsNotHealthyAtTheBeginningBeginsNothing() throws Exception {
        try (var trial = new Trial(REPLICATED)) {
            copyIs(trial, "Seeding");
            var ending = trial.open();
            assertThat(ending.result()).isEqualTo(RunResult.FAILED);
            assertThat(ending.sentence()).contains("the copy of First Storage Group is Seeding");
            assertThat(trial.world.journal()).isEmpty();
        }
    }

    @Test
    void theMoveWaitsForTheLogsThatHaveStillToBeCopied() throws Exception {
        try (var trial = new Trial(REPLICATED)) {
            trial.world.when(
                    "cluster node \"NODEB\" /resume",
                    () -> trial.world
                            .mailboxServers()
                            .getFirst()
                            .copies()
                            .orElseThrow()
                            .fallBehind(200));
            assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
            assertThat(AfterAll.faults(trial)).isEmpty();
        }
    }

    @Test
    void withoutItsWitnessNoNodeOfAReplicatedClusterIsTakenAway() throws Exception {
        try (var trial = new Trial(REPLICATED)) {
            trial.world.nodes().forEach(node -> node.delete(ReplicatedCluster.WITNESS));
            var ending = trial.open();
            assertThat(ending.result()).isNotEqualTo(RunResult.FINISHED);
            assertThat(ending.sentence()).contains("quorum");
            assertThat(trial.world.journal()).isEmpty();
        }
    }

    @Test
    void aProcedureForAnotherKindOfClusterIsRefused() throws Exception {
        for (TrialCase trialCase : new TrialCase[] {
            TrialCase.of("ccr", 2, "scc-service-pack"), TrialCase.of("scc", 2, "ccr-service-pack"),
            TrialCase.of("ccr", 2, "scc-rollup"), TrialCase.of("scc", 2, "ccr-rollup")
        }) {
            try (var trial = new Trial(trialCase)) {
                assertThat(trial.open().sentence())
                        .contains("is for clusters of the kind "
                                + (trialCase.kind().equals("ccr") ? "scc" : "ccr"));
                assertThat(trial.world.journal()).isEmpty();
                if (trialCase.procedure().endsWith("scc-service-pack")) {
                    Said.in(trial).says("G16");
                }
            }
        }
    }

    @Test
    void aNodeThatDoesNotComeBackFromItsRestartIsSaid() throws Exception {
        try (var trial = new Trial(SERVICE_PACK)) {
            var power = new Power(trial.world);
            trial.world.watchPower((node, on) -> {
                if (on) {
                    power.off(node);
                }
            });
            assertThat(trial.open().result()).isNotEqualTo(RunResult.FINISHED);
            Said.in(trial).says("G12");
            assertThat(trial.count("ClusteredMailboxServer")).isZero();
            assertThat(WhileStopped.faults(trial)).isEmpty();
        }
    }

    @Test
    void aNodeIsNotDrainedOnceNobodyIsLeftForItsGroups() throws Exception {
        for (TrialCase trialCase : new TrialCase[] {SERVICE_PACK, ROLLUP}) {
            try (var trial = new Trial(trialCase)) {
                atTheStep(trial, "drain:NODEB", () -> new ClusterSettings(trial.world).pause("NODEA", true));
                assertThat(trial.open().result()).isNotEqualTo(RunResult.FINISHED);
                Said.in(trial).says("P1.1", "P2.1");
                assertThat(trial.world.group("Cluster Group").orElseThrow().owner())
                        .isEqualTo("NODEB");
            }
        }
    }

    @Test
    void aServerThatHasMovedByItselfIsNotMovedFromWhereItWas() throws Exception {
        try (var trial = new Trial(TrialCase.of("scc", 3, "scc-service-pack"))) {
            atTheStep(trial, "move:EXCLUS1>NODEB", () -> new Exchange(trial.world).move("EXCLUS1", "NODEC"));
            trial.toTheEnd(Duration.ZERO);
            Said.in(trial).says("P1.8");
            assertThat(AfterAll.faultsBesideMoves(trial)).isEmpty();
        }
    }

    /** What somebody does to a cluster. */
    private interface Deed {
        void act() throws Exception;
    }

    /** It happens once, as the step begins. */
    private static void atTheStep(Trial trial, String name, Deed deed) {
        boolean[] done = {false};
        trial.steps.tell((step, began) -> {
            if (began && step.equals(name) && !done[0]) {
                done[0] = true;
                try {
                    deed.act();
                } catch (Exception broken) {
                    throw new AssertionError(broken);
                }
            }
        });
    }

    @Test
    void severalServersWithoutASpareNodeAreRefused() throws Exception {
        try (var trial = new Trial(new TrialCase("scc", 2, "exchange-2007/scc-service-pack", 0, 2, false, false))) {
            trial.open();
            Said.in(trial).says("P1.b");
            assertThat(trial.world.journal()).isEmpty();
        }
    }

    private static void copyIs(Trial trial, String status) {
        trial.world.mailboxServers().getFirst().copies().orElseThrow().status(status);
    }

    private static WindowsNode nodeB(Trial trial) {
        return trial.world.node("NODEB").orElseThrow();
    }

    private static void assertServicesAreAsBefore(Trial trial) {
        assertThat(AfterAll.faultsBesideMoves(trial).stream().filter(fault -> fault.contains(" and is ")))
                .isEmpty();
    }
}
