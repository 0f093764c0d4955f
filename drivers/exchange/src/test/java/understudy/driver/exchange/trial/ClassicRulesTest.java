package understudy.driver.exchange.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.core.model.Finding;
import understudy.core.run.Event;
import understudy.core.run.RunResult;
import understudy.emulated.classic.Administrator;
import understudy.emulated.classic.OldNode;
import understudy.emulated.classic.OldWorld;
import understudy.emulated.classic.OldWorlds;
import understudy.emulated.classic.Product;
import understudy.emulated.world.Service;

/** Rules of the catalogue's P5 to P8, each broken on purpose, by the operator, by a fault or by somebody else; and the sentence that comes out. */
@Timeout(120)
class ClassicRulesTest {
    private static final String SERVICE_PACK = "2003-service-pack-2-nodes";

    private static List<String> sentences(List<Finding> findings) {
        return findings.stream().map(Finding::sentence).toList();
    }

    private static List<String> checked(ClassicCase trialCase, Consumer<OldWorld> before) {
        try (var trial = new ClassicTrial(trialCase, before)) {
            return sentences(trial.driver().check(trialCase.patch()));
        }
    }

    /** The last words of a run whose person does not go on for ever, and everything that its steps have said. */
    private static String said(String name, Consumer<OldWorld> before) throws Exception {
        try (var trial = new ClassicTrial(ClassicCase.named(name), before)) {
            return said(trial);
        }
    }

    private static String said(ClassicTrial trial) throws Exception {
        trial.yes.no.addAll(List.of("Look again?", "again?"));
        var ending = trial.open();
        return ending.sentence() + "\n" + String.join("\n", notes(trial));
    }

    private static String ending(ClassicTrial trial) throws Exception {
        var ending = trial.open();
        assertThat(ending.result()).as(ending.sentence()).isNotEqualTo(RunResult.FINISHED);
        return ending.sentence();
    }

    /** Everything that steps have said. */
    private static List<String> notes(ClassicTrial trial) {
        return trial.journal.replay().stream()
                .filter(Event.StepEnded.class::isInstance)
                .map(event -> ((Event.StepEnded) event).result().toString())
                .toList();
    }

    private static OldNode node(OldWorld world, String name) {
        return world.node(name).orElseThrow();
    }

    @Test
    void withoutKb831464NothingOf2003IsInstalledInACluster() throws Exception {
        assertThat(checked(
                        ClassicCase.named(SERVICE_PACK),
                        world -> node(world, "NODEB").registry().drop(OldWorlds.KB831464)))
                .contains(
                        "NODEB does not have the hotfix KB 831464, without which nothing of Exchange 2003 is installed in a cluster.");
    }

    @Test
    void aClusterOf2000IsNeverUpgradedInPlaceTo2003() throws Exception {
        var trialCase = ClassicCase.named("2000-active-passive");
        var path = Product.EXCHANGE_2003.servicePackPath();
        try (var trial = new ClassicTrial(
                trialCase,
                world -> world.nodes()
                        .forEach(node ->
                                node.write(path, Product.content(path), Product.EXCHANGE_2003.servicePack())))) {
            assertThat(sentences(trial.driver().offer(trialCase.patch(path)).findings()))
                    .contains(
                            "NODEA has Exchange 6.0.5762.0 and the medium holds 6.5.7638.2: a cluster of one version is never"
                                    + " upgraded in place to another, because the operating systems below differ.");
        }
    }

    @Test
    void aProcedureForAnotherVersionIsRefused() throws IOException, Exception {
        var other = ClassicCase.named("2000-active-passive").by("exchange-2003/cluster-hotfix");
        try (var trial = new ClassicTrial(other)) {
            assertThat(ending(trial))
                    .contains(
                            "Procedure exchange-2003/cluster-hotfix is for exchange-2003, but mail is exchange-2000.");
        }
    }

    @Test
    void aProcedureForAnotherKindOfClusterIsRefused() throws Exception {
        var other = ClassicCase.named("2000-active-active").by("exchange-2000/active-passive");
        try (var trial = new ClassicTrial(other)) {
            assertThat(ending(trial))
                    .contains(
                            "Procedure exchange-2000/active-passive is for clusters of the kind active-passive, but mail is of the"
                                    + " kind active-active.");
        }
    }

    @Test
    void whereOneNodeCannotCarryBothServersItIsRefused() throws Exception {
        assertThat(said("2000-active-active", world -> {
                    OldWorlds.storageGroups(world, "EVS1", 3);
                    OldWorlds.storageGroups(world, "EVS2", 2);
                }))
                .contains("NODEB has 2 of storage-groups free and it takes 3");
    }

    @Test
    void whereNoOtherNodeIsOpenTheFirstNodeIsNotEmptied() throws Exception {
        assertThat(said(SERVICE_PACK, world -> new Administrator(world).pause("NODEA")))
                .contains("Cluster Group can go nowhere when NODEB is patched: NODEA is drained.");
    }

    @Test
    void filesInUseAreNotTakenForAnInstallation() throws Exception {
        assertThat(said(SERVICE_PACK, world -> {
                    world.when(
                            "NODEB: update.exe",
                            () -> node(world, "NODEB")
                                    .service("SNMP")
                                    .orElseThrow()
                                    .run(true));
                }))
                .contains("The installer on NODEB met files in use, so that it may not have applied.");
    }

    @Test
    void anInstallerThatRunsAlreadyIsWaitedFor() throws Exception {
        try (var trial = new ClassicTrial(ClassicCase.named(SERVICE_PACK))) {
            boolean[] begun = {false};
            trial.steps.tell((step, began) -> {
                if (step.equals("install:NODEB") && !begun[0]) {
                    begun[0] = true;
                    node(trial.world, "NODEB").runs("xcopy.exe", Duration.ofSeconds(30), trial.clock);
                }
            });
            trial.toTheEnd(Duration.ZERO);
            assertThat(notes(trial))
                    .anyMatch(note ->
                            note.contains("On NODEB nothing is installed, because xcopy.exe runs there already."));
            assertThat(ClassicAfter.faults(trial)).isEmpty();
        }
    }

    @Test
    void aNodeThatDoesNotComeBackFromItsRestartIsSaid() throws Exception {
        assertThat(said(
                        SERVICE_PACK,
                        world -> world.when(
                                "shutdown -r -m \\\\NODEB",
                                () -> node(world, "NODEB").die())))
                .contains("NODEB has not come back from its restart in time.");
    }

    @Test
    void aConditionOfTheUpgradeThatDoesNotHoldIsNamedAndTheRunGoesOnOnceItHolds() throws Exception {
        try (var trial = new ClassicTrial(
                ClassicCase.named(SERVICE_PACK),
                world -> world.when("cluster group \"EVS1\" /moveto:NODEB", () -> breakCoordinator(world)))) {
            trial.toTheEnd(Duration.ZERO);
            assertThat(notes(trial))
                    .anyMatch(note -> note.contains(
                            "EVS1 cannot be upgraded (error c1037b44), because the Distributed Transaction"
                                    + " Coordinator is not online."));
            assertThat(ClassicAfter.faults(trial)).isEmpty();
        }
    }

    private static void breakCoordinator(OldWorld world) {
        var administrator = new Administrator(world);
        administrator.takeOffline("MSDTC");
        world.clock().after(Duration.ofMinutes(3), () -> {
            try {
                administrator.bringOnline("Cluster Group");
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void aServicePackByTheProcedureOfAFixIsStoppedByWhatWouldBeEvent1025() throws Exception {
        var wrong = ClassicCase.named("2003-hotfix-2-nodes");
        try (var trial = new ClassicTrial(wrong, _ -> {}, wrong.patch(Product.EXCHANGE_2003.servicePackPath()))) {
            assertThat(ending(trial))
                    .contains(
                            "EVS1 is not brought online on NODEB, because it must be upgraded there first (event 1025 of MSExchangeCluster).");
        }
    }

    @Test
    void aMoveThatTheClusterRefusesIsToldWithItsCode() throws Exception {
        assertThat(said(
                        SERVICE_PACK,
                        world -> world.when(
                                "sc \\\\NODEB start ClusSvc",
                                () -> world.clock()
                                        .after(Duration.ofSeconds(6), () -> new Administrator(world).pause("NODEB")))))
                .contains("cluster.exe did not do the move of EVS1 to NODEB: it ended with 5070, ");
    }

    @Test
    void aVersionThatIsBehindAfterAllIsRead() throws Exception {
        assertThat(said(SERVICE_PACK, world -> {
                    for (int time = 0; time < 9; time++) {
                        world.when(
                                "shutdown -r -m \\\\NODEB",
                                () -> node(world, "NODEB")
                                        .write(OldNode.storePath(), new byte[] {0}, Product.EXCHANGE_2003.installed()));
                    }
                }))
                .contains("NODEB has 6.5.7226.6 and does not reach its targets.");
    }

    @Test
    void whoHasNoBackupOrLetsAFailoverHappenDoesNotBegin() throws Exception {
        for (String word : List.of("full backup of every database, and", "How is a failover kept away")) {
            try (var trial = new ClassicTrial(ClassicCase.named("5.5-service-pack"))) {
                trial.yes.no.add(word);
                assertThat(ending(trial)).startsWith("tester answered no to: ").contains(word);
                assertThat(trial.world.journal()).isEmpty();
                if (word.startsWith("How")) {
                    Said.in(trial).says("P7.2");
                }
            }
        }
    }

    @Test
    void thePerformanceOptimizerAndTheExtraComponentsAreAskedForOnEachNode() throws Exception {
        for (String word : List.of("Run the Performance Optimizer on this node now", "Mailbox Manager")) {
            try (var trial = new ClassicTrial(ClassicCase.named("5.5-service-pack"))) {
                trial.yes.no.add(word);
                assertThat(ending(trial)).startsWith("tester answered no to: ").contains(word);
                if (word.startsWith("Run")) {
                    Said.in(trial).says("P7.3");
                }
            }
        }
    }

    @Test
    void theSetOfSmallBusinessServerHoldsTheServicePackAlready() throws Exception {
        var sentences = checked(
                ClassicCase.named("2000-stand-alone"),
                world -> node(world, "MAIL1")
                        .registry()
                        .set(
                                "HKLM\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions",
                                "ProductSuite",
                                "Small Business"));
        assertThat(sentences)
                .contains(
                        "The service pack 1 of Small Business Server 2000 holds Exchange 2000 SP3 already, and Windows 2000 SP3, which is"
                                + " a service pack of the operating system.");
    }

    @Test
    void aServiceThatTheNodeDoesNotHaveIsNotHeld() throws Exception {
        try (var trial = new ClassicTrial(
                ClassicCase.named("2003-stand-alone"),
                world -> node(world, "MAIL1").add(new Service("SNMP", false, "Manual", false)))) {
            trial.toTheEnd(Duration.ZERO);
            assertThat(trial.count("SNMP")).isZero();
        }
    }
}
