package understudy.driver.simulated.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.core.run.RunResult;
import understudy.driver.simulated.CallerDied;
import understudy.driver.simulated.scenario.Fault;
import understudy.driver.simulated.scenario.FaultKind;
import understudy.driver.simulated.scenario.GroupSetup;
import understudy.driver.simulated.scenario.Trigger;
import understudy.engine.run.RunEnding;

/** Every fault that the simulated cluster knows: the run ends finished, or in a sentence, and never breaks a rule. */
@Timeout(60)
class FaultyRunsTest {
    /** A fault, and how the run is to end. */
    record Case(String name, Fault fault, List<RunResult> results) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Trigger at(String verb, String subject) {
        return new Trigger.AtStep(verb, subject, 1, Duration.ZERO);
    }

    private static Trigger after(String verb, String subject, int seconds) {
        return new Trigger.AtStep(verb, subject, 1, Duration.ofSeconds(seconds));
    }

    static Stream<Case> faults() {
        List<Case> cases = new ArrayList<>();
        RunResult finished = RunResult.FINISHED;
        RunResult stopped = RunResult.STOPPED;
        RunResult failed = RunResult.FAILED;
        RunResult incomplete = RunResult.INCOMPLETE;
        add(cases, Fault.of(FaultKind.INSTALL_FAILS, at("install", "n2")), finished);
        add(cases, Fault.of(FaultKind.INSTALL_HANGS, at("install", "n2")), finished, stopped, failed);
        add(cases, Fault.of(FaultKind.BAD_PACKAGE, at("install", "n2")), RunResult.TAKEN_BACK);
        add(cases, Fault.of(FaultKind.CONNECTION_LOST, at("install", "n2")), finished);
        add(cases, Fault.of(FaultKind.CONNECTION_LOST, at("install", "n2")).withoutWork(), finished);
        add(cases, Fault.of(FaultKind.CONNECTION_LOST, at("restart", "n2")), finished);
        add(cases, Fault.of(FaultKind.CONNECTION_LOST, at("hand-over", "mail")), finished);
        add(cases, Fault.of(FaultKind.COMMAND_LIES, at("install", "n2")), finished, stopped);
        add(cases, Fault.of(FaultKind.COMMAND_LIES, at("drain", "n2")), finished);
        add(cases, Fault.of(FaultKind.COMMAND_LIES, at("hand-over", "mail")), finished);
        add(cases, Fault.of(FaultKind.CALLER_DIES, at("install", "n2")), finished);
        add(cases, Fault.of(FaultKind.CALLER_DIES, at("restart", "n3")), finished);
        add(cases, Fault.of(FaultKind.CALLER_DIES, at("hand-over", "mail")), finished);
        add(cases, Fault.of(FaultKind.RESTART_NEVER_COMES_BACK, at("restart", "n2")), stopped, failed, incomplete);
        add(cases, Fault.of(FaultKind.RESTART_COMES_BACK_OLD_BOOT, at("restart", "n2")), finished, stopped, failed);
        add(cases, Fault.of(FaultKind.RESTART_STILL_NEEDED, at("restart", "n2")), stopped, failed, incomplete);
        add(
                cases,
                Fault.on(FaultKind.NODE_POWER_LOSS, "n2", after("install", "n2", 2)),
                finished,
                stopped,
                failed,
                incomplete);
        add(
                cases,
                Fault.on(FaultKind.NODE_POWER_LOSS, "n1", after("install", "n2", 2)),
                finished,
                stopped,
                failed,
                incomplete);
        add(
                cases,
                Fault.on(FaultKind.NETWORK_CUT, "n2", after("install", "n2", 2)).lasting(Duration.ofMinutes(2)),
                finished,
                stopped,
                failed,
                incomplete);
        add(cases, Fault.of(FaultKind.START_FAILS, "mail", "n2", at("hand-over", "mail")), RunResult.TAKEN_BACK);
        add(
                cases,
                Fault.of(FaultKind.STOP_HANGS, "mail", "n1", at("hand-over", "mail")),
                finished,
                stopped,
                failed,
                incomplete);
        add(
                cases,
                Fault.of(FaultKind.QUORUM_LOSS, after("drain", "n2", 1)).lasting(Duration.ofMinutes(3)),
                finished,
                stopped,
                failed);
        add(cases, Fault.of(FaultKind.GROUP_MOVES_BY_ITSELF, "mail", "n3", after("install", "n2", 2)), finished);
        add(
                cases,
                Fault.on(FaultKind.SOMEBODY_DRAINS, "n3", after("install", "n2", 2)),
                finished,
                stopped,
                failed,
                incomplete);
        add(cases, Fault.on(FaultKind.SOMEBODY_PATCHES, "n3", after("install", "n2", 2)), finished, stopped, failed);
        add(cases, Fault.of(FaultKind.SOMEBODY_TAKES_LOCK, after("install", "n2", 2)), finished, stopped);
        add(cases, Fault.of(FaultKind.CLUSTER_MAINTENANCE, after("install", "n2", 2)), finished, stopped, failed);
        add(cases, Fault.on(FaultKind.DISK_FULL, "n2", at("install", "n2")), stopped, failed);
        add(
                cases,
                Fault.on(FaultKind.PACKAGE_LOCK_HELD, "n2", at("install", "n2")).lasting(Duration.ofMinutes(1)),
                finished);
        add(cases, Fault.of(FaultKind.FENCING_FAILS, at("drain", "n2")), finished, stopped);
        add(cases, Fault.on(FaultKind.NODE_UNREADABLE, "n3", at("install", "n2")), finished, stopped, incomplete);
        add(cases, Fault.of(FaultKind.NO_ANSWER, after("install", "n2", 2)).lasting(Duration.ofMinutes(3)), finished);
        return cases.stream();
    }

    private static void add(List<Case> cases, Fault fault, RunResult... results) {
        String name = fault.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        cases.add(new Case(name + ", " + fault.trigger(), fault, List.of(results)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultEndsWellOrInASentence(Case fault) throws Exception {
        SimulatedRun run = new SimulatedRun(
                WholeRunsTest.pacemaker(3, GroupSetup.single("mail", "n1")).withFaults(List.of(fault.fault())),
                "pacemaker/rolling");

        RunEnding ending = end(run);

        String story =
                ending.sentence() + "\n" + String.join("\n", run.journal.lines) + "\n" + run.cluster.happenings();
        assertThat(fault.results()).as(story).contains(ending.result());
        assertThat(run.cluster.violations()).as(story).isEmpty();
        assertThat(ending.sentence()).endsWith(".");
    }

    private static RunEnding end(SimulatedRun run) throws Exception {
        try {
            return run.open();
        } catch (CallerDied _) {
            return run.resume();
        }
    }
}
