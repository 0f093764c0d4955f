package understudy.driver.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.model.Fencing;
import understudy.core.model.GroupHealth;
import understudy.core.model.Membership;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.RestartNeed;
import understudy.core.model.Targets;
import understudy.core.procedure.Verb;
import understudy.driver.simulated.scenario.ClusterSetup;
import understudy.driver.simulated.scenario.Fault;
import understudy.driver.simulated.scenario.FaultKind;
import understudy.driver.simulated.scenario.Trigger;
import understudy.engine.ports.Observation;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.engine.ports.Progress;

class FaultTest {
    private static final Verb INSTALL = new Verb.Install();
    private static final Trigger AT_ONCE = new Trigger.At(Duration.ZERO);

    private static String code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded(String _) -> "";
            case Outcome.Failed(var why) -> why.code();
            case Outcome.Unknown(var why) -> "unknown " + why.code();
        };
    }

    private static Order install(TestingRun run, String node) {
        return run.order(INSTALL, Optional.of(node), Optional.empty(), Optional.empty());
    }

    @Test
    void failedInstallationChangesNothingAndWorksTheNextTime() {
        TestingRun run =
                TestingRun.on(Scenarios.mailWith(Fault.of(FaultKind.INSTALL_FAILS, Scenarios.at("install", "n2"))));

        assertThat(code(run.onNode(INSTALL, "n2"))).isEqualTo("INSTALL-FAILED");
        assertThat(run.node("n2").patch()).isInstanceOf(PatchState.Behind.class);
        assertThat(code(run.onNode(INSTALL, "n2"))).isEmpty();
        assertThat(run.node("n2").patch()).isInstanceOf(PatchState.Patched.class);
    }

    @Test
    void hangingInstallationIsUnknownAtItsDeadlineAndStillUnderWay() {
        TestingRun run =
                TestingRun.on(Scenarios.mailWith(Fault.of(FaultKind.INSTALL_HANGS, Scenarios.at("install", "n2"))));
        Order order = run.order(INSTALL, Optional.of("n2"), Optional.empty(), Optional.empty(), Duration.ofMinutes(10));

        assertThat(code(run.driver.perform(order))).isEqualTo("unknown DEADLINE-PASSED");
        assertThat(run.driver.probe(order)).isInstanceOf(Progress.Running.class);
        assertThat(code(run.onNode(INSTALL, "n2"))).isEqualTo("PACKAGES-LOCKED");
    }

    @Test
    void badPackageLeavesTheNodeBrokenWithARemedy() {
        TestingRun run =
                TestingRun.on(Scenarios.mailWith(Fault.of(FaultKind.BAD_PACKAGE, Scenarios.at("install", "n2"))));

        assertThat(code(run.onNode(INSTALL, "n2"))).isEqualTo("PACKAGES-BROKEN");
        assertThat(run.node("n2").patch())
                .isInstanceOfSatisfying(
                        PatchState.Broken.class,
                        broken -> assertThat(broken.remedy()).isNotEmpty());
        assertThat(code(run.onNode(INSTALL, "n2"))).isEqualTo("PACKAGES-BROKEN");
    }

    @Test
    void lostConnectionLeavesTheWorkGoingOnAndItIsFoundAgain() {
        TestingRun run =
                TestingRun.on(Scenarios.mailWith(Fault.of(FaultKind.CONNECTION_LOST, Scenarios.at("install", "n2"))));
        Order order = install(run, "n2");

        assertThat(code(run.driver.perform(order))).isEqualTo("unknown CONNECTION-LOST");
        assertThat(run.driver.probe(order)).isInstanceOf(Progress.Running.class);
        assertThat(code(run.driver.perform(order))).isEmpty();
        assertThat(run.driver.probe(order)).isInstanceOf(Progress.Ended.class);
        assertThat(run.cluster.installs()).containsEntry(new NodeId("n2"), 1);
    }

    @Test
    void lostConnectionBeforeTheWorkLeavesNothingStarted() {
        TestingRun run =
                TestingRun.on(Scenarios.mailWith(Fault.of(FaultKind.CONNECTION_LOST, Scenarios.at("install", "n2"))
                        .withoutWork()));
        Order order = install(run, "n2");

        assertThat(code(run.driver.perform(order))).isEqualTo("unknown CONNECTION-LOST");
        assertThat(run.driver.probe(order)).isInstanceOf(Progress.NotStarted.class);
        assertThat(code(run.driver.perform(order))).isEmpty();
        assertThat(run.cluster.installs()).containsEntry(new NodeId("n2"), 1);
    }

    @Test
    void lyingCommandSaysYesAndDoesNothing() {
        TestingRun run =
                TestingRun.on(Scenarios.mailWith(Fault.of(FaultKind.COMMAND_LIES, Scenarios.at("drain", "n2"))));

        assertThat(code(run.onNode(new Verb.Drain(), "n2"))).isEmpty();
        assertThat(run.node("n2").drained()).isFalse();
    }

    @Test
    void deadCallerIsFollowedByAnotherThatFindsTheWork() {
        TestingRun run =
                TestingRun.on(Scenarios.mailWith(Fault.of(FaultKind.CALLER_DIES, Scenarios.at("install", "n2"))));
        Order order = install(run, "n2");

        assertThatThrownBy(() -> run.driver.perform(order)).isInstanceOf(CallerDied.class);

        TestingRun next = new TestingRun(run.cluster, "run-1");
        assertThat(next.driver.probe(order)).isInstanceOf(Progress.Running.class);
        assertThat(code(next.driver.perform(order))).isEmpty();
        assertThat(run.cluster.installs()).containsEntry(new NodeId("n2"), 1);
    }

    @Test
    void powerLossInMidInstallLeavesAnUnknownOutcomeAndADrainedNodeThatCanBeFinished() {
        TestingRun run = TestingRun.on(
                Scenarios.mailWith(Fault.on(FaultKind.NODE_POWER_LOSS, "n2", Scenarios.after("install", "n2", 5))));
        run.onNode(new Verb.Drain(), "n2");
        Order order = install(run, "n2");

        assertThat(code(run.driver.perform(order))).isEqualTo("unknown JOB-LOST");
        assertThat(run.look().node(new NodeId("n2")).orElseThrow().membership()).isEqualTo(Membership.LOST);
        run.untilBack("n2");
        assertThat(run.driver.probe(order)).isInstanceOf(Progress.Unknown.class);
        assertThat(run.node("n2").patch()).isInstanceOf(PatchState.Broken.class);
        assertThat(run.node("n2").drained()).isTrue();
        assertThat(code(run.onNode(INSTALL, "n2"))).isEmpty();
        assertThat(run.node("n2").patch()).isInstanceOf(PatchState.Patched.class);
    }

    @Test
    void ownersPowerLossFailsOverOnceItIsFenced() {
        TestingRun run = TestingRun.on(Scenarios.mailWith(Fault.on(FaultKind.NODE_POWER_LOSS, "n1", AT_ONCE)));

        run.until(seen -> seen.group(new understudy.core.model.GroupId("mail"))
                                .orElseThrow()
                                .health()
                        == GroupHealth.ONLINE
                && !run.cluster.ownerOf("mail").equals(Optional.of(new NodeId("n1"))));

        assertThat(run.watch.outages()).hasSize(1);
        assertThat(run.cluster.violations()).isEmpty();
    }

    @Test
    void withFailingFencingNothingFailsOver() {
        TestingRun run = TestingRun.on(Scenarios.mailWith(
                        Fault.on(FaultKind.NODE_POWER_LOSS, "n1", AT_ONCE).lasting(Duration.ofMinutes(30)))
                .withCluster(ClusterSetup.of("pacemaker", "").fencedBy(new Fencing.Fails("no agent"))));

        run.untilBack("n1");
        run.until(seen -> seen.groups().getFirst().health() == GroupHealth.ONLINE);

        assertThat(run.watch.outages()).hasSize(1);
        assertThat(run.watch.outages().getFirst().length(run.cluster.time().instant()))
                .isGreaterThan(Duration.ofMinutes(30));
    }

    @Test
    void failingStartBringsTheGroupHomeAndTheStepSaysSo() {
        TestingRun run = TestingRun.on(Scenarios.mailWith(Fault.of(FaultKind.START_FAILS, "mail", "n2", AT_ONCE)));

        assertThat(code(run.handOver("mail", "n2"))).isEqualTo("START-FAILED");
        run.untilServed("mail", "n1");
        assertThat(run.watch.outages()).hasSize(1);
        assertThat(run.ledger.open()).isEmpty();
    }

    @Test
    void hangingStopEndsInFencing() {
        TestingRun run = TestingRun.on(Scenarios.mailWith(Fault.of(FaultKind.STOP_HANGS, "mail", "n1", AT_ONCE)));

        run.handOver("mail", "n2");
        run.untilServed("mail", "n2");

        assertThat(run.watch.outages().getFirst().length(run.cluster.time().instant()))
                .isGreaterThan(Duration.ofSeconds(20));
    }

    @Test
    void restartThatNeverComesBackLeavesTheNodeOut() {
        TestingRun run = TestingRun.on(
                Scenarios.mailWith(Fault.of(FaultKind.RESTART_NEVER_COMES_BACK, Scenarios.at("restart", "n2"))));

        run.onNode(new Verb.Restart(true), "n2");
        run.until(seen -> seen.node(new NodeId("n2")).orElseThrow().membership() == Membership.LEFT);
        Observation later = run.driver.observeChange(run.look(), run.targets, Duration.ofHours(2));

        assertThat(later).isInstanceOf(Observation.Seen.class);
        assertThat(run.node("n2").membership()).isEqualTo(Membership.LEFT);
        assertThat(run.node("n2").bootId()).isEmpty();
    }

    @Test
    void restartMayComeBackWithTheOldBoot() {
        TestingRun run = TestingRun.on(
                Scenarios.mailWith(Fault.of(FaultKind.RESTART_COMES_BACK_OLD_BOOT, Scenarios.at("restart", "n2"))));
        Optional<String> boot = run.node("n2").bootId();

        run.onNode(new Verb.Restart(true), "n2");
        run.until(seen -> seen.node(new NodeId("n2")).orElseThrow().membership() == Membership.LEFT);
        run.untilBack("n2");

        assertThat(run.node("n2").bootId()).isEqualTo(boot);
    }

    @Test
    void restartMayStillBeNeededAfterwards() {
        TestingRun run = TestingRun.on(
                Scenarios.mailWith(Fault.of(FaultKind.RESTART_STILL_NEEDED, Scenarios.at("restart", "n2"))));

        run.onNode(new Verb.Restart(true), "n2");
        run.until(seen -> seen.node(new NodeId("n2")).orElseThrow().membership() == Membership.LEFT);
        run.untilBack("n2");

        assertThat(run.node("n2").restart()).isInstanceOf(RestartNeed.Needed.class);
    }

    @Test
    void networkCutUnderFencingEndsInARestart() {
        TestingRun run = TestingRun.on(
                Scenarios.mailWith(Fault.on(FaultKind.NETWORK_CUT, "n2", Scenarios.after("fetch", "n2", 1))));
        Optional<String> boot = run.node("n2").bootId();

        run.onNode(new Verb.Fetch(), "n2");
        run.until(seen -> seen.node(new NodeId("n2")).orElseThrow().membership() == Membership.LEFT);
        run.untilBack("n2");

        assertThat(run.node("n2").bootId()).isNotEqualTo(boot);
    }

    @Test
    void lostQuorumStopsEverythingAndItComesBack() {
        TestingRun run = TestingRun.on(
                Scenarios.mailWith(Fault.of(FaultKind.QUORUM_LOSS, AT_ONCE).lasting(Duration.ofMinutes(2))));
        run.until(seen -> !seen.quorum().held());

        assertThat(code(run.onNode(new Verb.Drain(), "n2"))).isEqualTo("NO-QUORUM");
        run.until(seen -> seen.quorum().held());
        run.untilServed("mail", "n1");
        assertThat(run.watch.outages()).hasSize(1);
    }

    @Test
    void lostVoterIsSeenAbsent() {
        TestingRun run = TestingRun.on(Scenarios.mail()
                .withCluster(ClusterSetup.of("pacemaker", "")
                        .withVoters(java.util.List.of(
                                new understudy.driver.simulated.scenario.VoterSetup("witness", 1, true))))
                .withFaults(java.util.List.of(Fault.voterLost("witness", AT_ONCE))));

        run.until(seen -> !seen.quorum().survivesAbsenceOf(Scenarios.ids("n2")));
        assertThat(run.look().quorum().held()).isTrue();
    }

    @Test
    void somebodyElsesDrainIsNotOursToUndo() {
        TestingRun run = TestingRun.on(Scenarios.mailWith(Fault.on(FaultKind.SOMEBODY_DRAINS, "n2", AT_ONCE)));
        run.until(seen -> seen.node(new NodeId("n2")).orElseThrow().drained());

        assertThat(code(run.onNode(new Verb.Drain(), "n2"))).isEmpty();
        assertThat(run.ledger.open()).isEmpty();
        assertThat(code(run.onNode(new Verb.Release(), "n2"))).isEmpty();
        assertThat(run.node("n2").drained()).isTrue();
    }

    @Test
    void groupMayMoveByItselfAndAnOldExpectationIsRefused() {
        TestingRun run =
                TestingRun.on(Scenarios.mailWith(Fault.of(FaultKind.GROUP_MOVES_BY_ITSELF, "mail", "n3", AT_ONCE)));

        run.untilServed("mail", "n3");

        assertThat(run.watch.outages()).hasSize(1);
    }

    @Test
    void fullDiskAndForeignPackageToolStopAnInstallationBeforeItBegins() {
        TestingRun run = TestingRun.on(Scenarios.mailWith(
                Fault.on(FaultKind.DISK_FULL, "n2", AT_ONCE).lasting(Duration.ofMinutes(1)),
                Fault.on(FaultKind.PACKAGE_LOCK_HELD, "n3", AT_ONCE).lasting(Duration.ofMinutes(1))));

        assertThat(code(run.onNode(INSTALL, "n2"))).isEqualTo("DISK-FULL");
        assertThat(code(run.onNode(INSTALL, "n3"))).isEqualTo("PACKAGES-LOCKED");
        assertThat(run.driver.check(run.patch))
                .extracting(finding -> finding.code())
                .contains("DISK-FULL", "PACKAGES-LOCKED");
        run.driver.observeChange(run.look(), run.targets, Duration.ofMinutes(2));
        run.until(seen -> run.driver.check(run.patch).isEmpty());
        assertThat(code(run.onNode(INSTALL, "n2"))).isEmpty();
    }

    @Test
    void unreadableNodeIsUnknownAndNeverAGuess() {
        TestingRun run = TestingRun.on(Scenarios.mailWith(Fault.on(FaultKind.NODE_UNREADABLE, "n2", AT_ONCE)));

        run.until(seen -> seen.node(new NodeId("n2")).orElseThrow().bootId().isEmpty());

        assertThat(run.node("n2").patch()).isInstanceOf(PatchState.Unknown.class);
        assertThat(run.node("n2").restart()).isInstanceOf(RestartNeed.Unknown.class);
        assertThat(run.driver.offer(run.patch).findings()).hasSize(1);
    }

    @Test
    void silentClusterIsNotSeen() {
        TestingRun run =
                TestingRun.on(Scenarios.mailWith(Fault.of(FaultKind.NO_ANSWER, new Trigger.At(Duration.ofMinutes(1)))));
        Observation silent = run.driver.observeChange(run.look(), run.targets, Duration.ofMinutes(2));

        assertThat(silent).isInstanceOf(Observation.NotSeen.class);
        assertThat(run.driver.observe(Targets.none())).isInstanceOf(Observation.NotSeen.class);
    }

    @Test
    void everyKindOfFaultHappensInSomeScenario() {
        Map<FaultKind, Boolean> seen = new java.util.EnumMap<>(FaultKind.class);
        for (FaultKind kind : FaultKind.values()) {
            Fault fault = new Fault(
                    kind,
                    new Trigger.At(Duration.ofMinutes(1)),
                    Optional.of(new NodeId("n2")),
                    Optional.of(new understudy.core.model.GroupId("mail")),
                    "n3",
                    Optional.of(Duration.ofMinutes(1)),
                    true);
            TestingRun run = TestingRun.on(Scenarios.mailWith(fault));
            run.driver.observeChange(run.look(), run.targets, Duration.ofMinutes(10));
            seen.put(kind, true);
        }
        assertThat(seen).hasSize(FaultKind.values().length);
    }
}
