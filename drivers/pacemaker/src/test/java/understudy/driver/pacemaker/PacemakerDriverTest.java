package understudy.driver.pacemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.Operation;
import understudy.core.model.Patch;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.core.procedure.Verb;
import understudy.driver.pacemaker.Orders.About;
import understudy.driver.pacemaker.observe.Recorded;
import understudy.engine.ports.ClusterLock;
import understudy.engine.ports.NodeJobs;
import understudy.engine.ports.Observation;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.remote.Answer;

/** The verbs against nodes that answer from a script; the outputs are recorded from a real cluster. */
class PacemakerDriverTest {
    private static final Instant NOW = Instant.parse("2026-11-20T16:00:00Z");
    private static final String JOB = "understudy-0123456789abcdef";
    private static final String HEALTHY = Recorded.text("healthy.xml");
    private static final String AT_HOME = moved(HEALTHY, "n3", "n1");

    /** Stands still until a test lets it go on by itself. */
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

    private final AtomicReference<Duration> step = new AtomicReference<>(Duration.ZERO);
    private final MemoryLedger ledger = new MemoryLedger();
    private final AtomicReference<String> mon = new AtomicReference<>(HEALTHY);
    private final AtomicReference<String> cib = new AtomicReference<>(Recorded.text("cib.xml"));
    private final AtomicReference<String> simulated = new AtomicReference<>(simulation(HEALTHY, HEALTHY));
    private final AtomicReference<String> history = new AtomicReference<>("");
    private final TestingShell n1 = new TestingShell("n1", this::answer);

    @Test
    void asksAnotherNodeWhenOneDoesNotAnswer() {
        var dead = new TestingShell("n2", asked -> new Answer.NotSent("n2 does not answer."));
        try (var driver = driver(dead, n1)) {
            assertThat(driver.observe(Targets.none())).isInstanceOf(Observation.Seen.class);
        }
    }

    @Test
    void theHistoryIsOfTheGroupsOwnResourcesOnOurClock() {
        history.set(Recorded.text("operations.log").replace("mail-", ""));
        try (var driver = driver(n1)) {
            // The node's clock is a day and some hours ahead of this test's.
            var ahead = Duration.between(NOW, Instant.ofEpochSecond(1795282093L, 4170371));
            var began = Instant.parse("2026-11-21T17:28:09.396Z").minus(ahead);
            var told = driver.history(new GroupId("mail"), began.minusMillis(400), began.plusSeconds(2));

            assertThat(told.gap()).isEmpty();
            assertThat(told.operations())
                    .extracting(Operation::resource, Operation::task, Operation::began)
                    .containsExactly(tuple("imap", "stop", began));
            assertThat(told.operations().getFirst().agent()).isEqualTo("systemd:dovecot");
        }
    }

    @Test
    void aNodeWhoseHistoryIsNotReadIsAGap() {
        try (var driver = driver(n1)) {
            assertThat(driver.history(new GroupId("mail"), NOW, NOW).gap())
                    .contains("Pacemaker's log on n1 tells of no operation.");
        }
    }

    @Test
    void saysWhyNoNodeIsBelieved() {
        mon.set(Recorded.text("no_quorum.xml"));
        try (var driver = driver(n1)) {
            assertThat(driver.observe(Targets.none()))
                    .isInstanceOfSatisfying(
                            Observation.NotSeen.class,
                            not -> assertThat(not.why().sentence()).contains("without quorum"));
        }
    }

    @Test
    void aDrainWritesItsMarkAndTheStandbyInOneWrite() {
        try (var driver = driver(n1)) {
            var outcome = driver.perform(order(driver, new Verb.Drain(), About.node("n2")));

            assertThat(outcome).isEqualTo(new Outcome.Succeeded("n2 is drained."));
            assertThat(n1.commands())
                    .singleElement()
                    .satisfies(command -> assertThat(String.join(" ", command))
                            .contains("understudy.night-1.drain.n2")
                            .contains("name=\"standby\" value=\"on\""));
            assertThat(ledger.open()).extracting(entry -> entry.id()).containsExactly("drain.n2");
        }
    }

    @Test
    void refusesADrainThatWouldLeaveAGroupWithoutANode() {
        simulated.set(simulation(HEALTHY, stopped(HEALTHY)));
        try (var driver = driver(n1)) {
            var outcome = driver.perform(order(driver, new Verb.Drain(), About.node("n3")));

            assertThat(code(outcome)).isEqualTo("PACEMAKER-DRAINED-NOWHERE");
            assertThat(n1.commands()).isEmpty();
            assertThat(ledger.open()).isEmpty();
        }
    }

    @Test
    void aReleaseByWhichAGroupWouldMoveIsRefused() {
        cib.set(drained(cib.get(), "n2"));
        simulated.set(simulation(HEALTHY, AT_HOME));
        try (var driver = driver(n1)) {
            assertThat(code(driver.perform(order(driver, new Verb.Release(), About.node("n2")))))
                    .isEqualTo("PACEMAKER-NOT-RELEASED");
        }
    }

    @Test
    void aMoveThatExitsWithZeroWhileTheGroupIsBackHomeHasFailed() {
        simulated.set(simulation(HEALTHY, AT_HOME));
        step.set(Duration.ofSeconds(1));
        try (var driver = driver(n1)) {
            var outcome = driver.perform(order(driver, new Verb.HandOver(), About.handover("mail", "n3", "n1")));

            assertThat(code(outcome)).isEqualTo("PACEMAKER-HANDOVER-FAILED");
            assertThat(ledger.open()).isEmpty();
            assertThat(n1.commands()).hasSize(2);
        }
    }

    @Test
    void aGroupThatArrivesBetweenALookAndTheSimulationHasArrived() {
        simulated.set(simulation(HEALTHY, AT_HOME));
        step.set(Duration.ofSeconds(1));
        var arriving = new TestingShell("n1", asked -> {
            var answer = answer(asked);
            if (asked.holds("crm_simulate") && simulated.get().equals(simulation(HEALTHY, HEALTHY))) {
                mon.set(AT_HOME);
            }
            return answer;
        });
        try (var driver = driver(arriving)) {
            var outcome = driver.perform(order(driver, new Verb.HandOver(), About.handover("mail", "n3", "n1")));

            assertThat(outcome).isEqualTo(new Outcome.Succeeded("mail is served by n1."));
        }
    }

    @Test
    void aGroupThatSomebodyElseHasMovedIsNotHandedOver() {
        try (var driver = driver(n1)) {
            assertThat(code(driver.perform(order(driver, new Verb.HandOver(), About.handover("mail", "n2", "n1")))))
                    .isEqualTo("PACEMAKER-OWNER-CHANGED");
            assertThat(n1.commands()).isEmpty();
        }
    }

    @Test
    void aGroupThatIsThereAlreadyIsNotMoved() {
        try (var driver = driver(n1)) {
            assertThat(driver.perform(order(driver, new Verb.HandOver(), About.handover("mail", "n1", "n3"))))
                    .isEqualTo(new Outcome.Succeeded("mail is on n3 already."));
        }
    }

    @Test
    void nothingIsTouchedInMaintenance() {
        mon.set(Recorded.text("maintenance_mode.xml"));
        try (var driver = driver(n1)) {
            assertThat(code(driver.perform(order(driver, new Verb.Drain(), About.node("n2")))))
                    .isEqualTo("PACEMAKER-MAINTENANCE");
            assertThat(n1.commands()).isEmpty();
        }
    }

    @Test
    void whatTheDriverLacksIsAFinding() {
        try (var driver = driver(n1)) {
            assertThat(code(driver.perform(
                            order(driver, new Verb.HoldService("x", Verb.ServiceState.STOPPED), About.node("n1")))))
                    .isEqualTo("PACEMAKER-UNSUPPORTED");
        }
    }

    @Test
    void theLockOfAnotherRunIsRespectedUntilItsLeaseEnds() {
        cib.set(locked(cib.get(), "4 day-1 store-b 2026-11-20T17:00:00Z"));
        try (var driver = driver(n1)) {
            assertThat(driver.lock().take(claim()))
                    .isEqualTo(new ClusterLock.Answer.HeldByOther(
                            "day-1", "store-b", Instant.parse("2026-11-20T17:00:00Z")));
            assertThat(n1.commands()).isEmpty();
        }
    }

    @Test
    void theTokenOnlyRises() {
        cib.set(locked(cib.get(), "4 day-1 store-b 2026-11-20T15:00:00Z"));
        try (var driver = driver(n1)) {
            assertThat(driver.lock().take(claim()))
                    .isEqualTo(new ClusterLock.Answer.Held(5, NOW.plus(Duration.ofMinutes(1))));
        }
    }

    @Test
    void aRenewalThatAnotherLaneOfTheRunOvertakesStillHoldsTheLock() {
        cib.set(locked(cib.get(), "4 night-1 store-a 2026-11-20T15:59:00Z"));
        var overtaken = new AtomicBoolean();
        var raced = new TestingShell("n1", asked -> {
            if (writesTheLock(asked) && overtaken.compareAndSet(false, true)) {
                cib.set(locked(Recorded.text("cib.xml"), "4 night-1 store-a 2026-11-20T16:00:30Z"));
                return TestingShell.finished(105, "");
            }
            return answer(asked);
        });
        try (var driver = driver(raced)) {
            assertThat(driver.lock().renew(claim(), 4))
                    .isEqualTo(new ClusterLock.Answer.Held(4, NOW.plus(Duration.ofMinutes(1))));
        }
    }

    @Test
    void theLockOfADeadRunIsTakenOverFromItsLostStoreWithAHigherToken() {
        cib.set(locked(cib.get(), "4 night-1 store-lost 2026-11-20T17:00:00Z"));
        try (var driver = driver(n1)) {
            assertThat(driver.lock().take(claim())).isInstanceOf(ClusterLock.Answer.HeldByOther.class);
            assertThat(driver.lock().takeOver(claim()))
                    .isEqualTo(new ClusterLock.Answer.Held(5, NOW.plus(Duration.ofMinutes(1))));
            assertThat(driver.lock().holder())
                    .isEqualTo(new ClusterLock.Holder.By("night-1", "store-a", NOW.plus(Duration.ofMinutes(1))));
            driver.lock().giveUp(claim(), 5);
            assertThat(driver.lock().holder()).isEqualTo(new ClusterLock.Holder.Nobody());
        }
    }

    @Test
    void theLockOfAnotherRunIsNotTakenOverInItsStead() {
        cib.set(locked(cib.get(), "4 day-1 store-b 2026-11-20T17:00:00Z"));
        try (var driver = driver(n1)) {
            assertThat(driver.lock().takeOver(claim())).isInstanceOf(ClusterLock.Answer.HeldByOther.class);
            assertThat(n1.commands()).isEmpty();
        }
    }

    @Test
    void theJobsOfANodeAreFoundByTheirActionFencedAndWaitedFor() {
        var spool = new TestingShell("n2", PacemakerDriverTest::jobs);
        try (var driver = driver(spool)) {
            var job = new NodeJobs.LiveJob(new NodeId("n2"), JOB, "day-1/install:n2/1");

            assertThat(driver.jobs().nodes()).containsExactly(new NodeId("n2"));
            assertThat(driver.jobs().live(new NodeId("n2"))).isEqualTo(new NodeJobs.Answer.Live(List.of(job)));
            assertThat(driver.jobs().fence(new NodeId("n2"), 5)).isEqualTo(new NodeJobs.Answer.Live(List.of(job)));
            assertThat(driver.jobs().fence(new NodeId("n2"), 3))
                    .isInstanceOfSatisfying(
                            NodeJobs.Answer.Silent.class,
                            silent -> assertThat(silent.reason()).contains("token 3 is lower"));
            assertThat(driver.jobs().await(job, Duration.ofMinutes(1)))
                    .isEqualTo(new NodeJobs.Waited.Over("ended with 0"));
        }
    }

    /** What the job script of a node with one live job answers. */
    private static Answer jobs(TestingShell.Asked asked) {
        var words = asked.arguments();
        if (words.getFirst().equals("cat")) {
            return TestingShell.finished(0, "day-1/install:n2/1");
        }
        if (words.contains("running")) {
            return TestingShell.finished(0, "understudy-job live " + JOB + "");
        }
        if (words.contains("raise")) {
            return TestingShell.finished(
                    0,
                    words.getLast().equals("5")
                            ? "understudy-job raised 5"
                            : "understudy-job refused token 3 is lower than 5, so another run has taken this cluster over");
        }
        if (words.contains("await")) {
            return TestingShell.finished(
                    0,
                    "understudy-job ended {\"format\":1,\"exit\":0,\"boot\":\"0f6f3d2e-0000-4000-8000-000000000000\","
                            + "\"started\":\"2026-11-20T16:00:00Z\",\"ended\":\"2026-11-20T16:00:09Z\"}");
        }
        return TestingShell.finished(0, "");
    }

    @Test
    void aDrainOfADeadRunIsAdoptedInOneWriteBeforeItsOldMarkGoes() {
        cib.set(drained(cib.get(), "n2"));
        try (var driver = driver(n1)) {
            var mark = new Mark(
                    "drain.n2",
                    new RunId("night-1"),
                    LedgerEntry.Kind.DRAIN,
                    Optional.of(new NodeId("n2")),
                    Optional.empty());

            assertThat(driver.adopt(mark, new RunId("day-2"))).isInstanceOf(Outcome.Succeeded.class);

            assertThat(n1.commands()).hasSize(2);
            assertThat(String.join(" ", n1.commands().getFirst()))
                    .contains("understudy.day-2.drain.n2")
                    .contains("name=\"standby\" value=\"on\"");
            assertThat(String.join(" ", n1.commands().getLast()))
                    .contains("--delete")
                    .contains("understudy.night-1.drain.n2");
        }
    }

    @Test
    void aDrainThatSomebodyHasEndedIsNotBegunAgainByAnAdoption() {
        try (var driver = driver(n1)) {
            var mark = new Mark(
                    "drain.n2",
                    new RunId("night-1"),
                    LedgerEntry.Kind.DRAIN,
                    Optional.of(new NodeId("n2")),
                    Optional.empty());

            assertThat(code(driver.adopt(mark, new RunId("day-2")))).isEqualTo("NOT-ADOPTED");
            assertThat(n1.commands()).isEmpty();
        }
    }

    private static boolean writesTheLock(TestingShell.Asked asked) {
        return String.join(" ", asked.arguments()).contains("name=\"understudy-lock\" value");
    }

    private static ClusterLock.Claim claim() {
        return new ClusterLock.Claim(new RunId("night-1"), "store-a", Duration.ofMinutes(1));
    }

    /** How a node is reached; overridden where not as root. */
    NodeAccess access(TestingShell shell) {
        return NodeAccess.asRoot(new NodeId(shell.nodeName()), () -> shell);
    }

    private PacemakerDriver driver(TestingShell... shells) {
        return PacemakerDriver.open(new PacemakerSettings(
                "lab",
                List.of(shells).stream().map(this::access).toList(),
                Map.of(),
                () -> now.getAndUpdate(instant -> instant.plus(step.get()))));
    }

    private Order order(PacemakerDriver driver, Verb verb, About about) {
        var seen = switch (driver.observe(Targets.none())) {
            case Observation.Seen(ClusterSnapshot snapshot) -> snapshot;
            case Observation.NotSeen(var why) -> throw new AssertionError(why);
        };
        return Orders.order(
                "night-1",
                verb,
                about,
                Targets.none(),
                Orders.everything(Patch.RestartRule.REQUIRED),
                seen,
                ledger,
                _ -> {});
    }

    private Answer answer(TestingShell.Asked asked) {
        if (asked.isScript() && asked.holds("crm_simulate")) {
            return TestingShell.finished(0, asked.block("simulated", 0, simulated.get()));
        }
        if (asked.isScript() && asked.holds("crm_mon")) {
            return TestingShell.finished(
                    0,
                    asked.block("mon", 0, mon.get())
                            + asked.block("cib", 0, cib.get())
                            + asked.block("quorum", 0, Recorded.text("quorumtool.txt"))
                            + asked.block(
                                    "controller", 0, "<r><crmd node_name=\"n3\" state=\"S_IDLE\" result=\"ok\"/></r>"));
        }
        if (asked.isScript() && asked.holds("Requesting local execution")) {
            return TestingShell.finished(
                    0,
                    asked.block("operations", history.get().isEmpty() ? 1 : 0, history.get())
                            + asked.block("clock", 0, "2026 +0000 1795282093.004170371"));
        }
        if (asked.isScript()) {
            return TestingShell.finished(0, "");
        }
        return written(String.join(" ", asked.arguments()));
    }

    /** The writes of these tests, with what the cluster makes of them. */
    private Answer written(String command) {
        if (command.contains("value=\"on\"")) {
            cib.set(drained(cib.get(), "n2"));
        }
        if (command.contains("rsc_location") && command.contains("--create")) {
            simulated.set(simulation(HEALTHY, HEALTHY));
        }
        var lock = java.util.regex.Pattern.compile("name=\"understudy-lock\" value=\"([^\"]*)\"")
                .matcher(command);
        if (lock.find()) {
            cib.set(locked(Recorded.text("cib.xml"), lock.group(1)));
        }
        return TestingShell.finished(0, "");
    }

    private static String code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded(String note) -> note;
            case Outcome.Failed(var why) -> why.code();
            case Outcome.Unknown(var why) -> why.code();
        };
    }

    private static String drained(String cib, String node) {
        return cib.replace(
                "<instance_attributes id=\"nodes-" + node.substring(1) + "\"/>",
                "<instance_attributes id=\"nodes-" + node.substring(1)
                        + "\"><nvpair id=\"s\" name=\"standby\" value=\"on\"/><nvpair id=\"m\" name=\"understudy.night-1.drain."
                        + node
                        + "\" value=\"DRAIN " + node + " -\"/></instance_attributes>");
    }

    private static String locked(String cib, String value) {
        return cib.replace(
                "<crm_config>",
                "<crm_config><cluster_property_set id=\"understudy-lock\"><nvpair id=\"understudy-lock-value\""
                        + " name=\"understudy-lock\" value=\"" + value + "\"/></cluster_property_set>");
    }

    private static String simulation(String before, String after) {
        return "<r><cluster_status>" + inner(before) + "</cluster_status><actions/><revised_cluster_status>"
                + inner(after) + "</revised_cluster_status></r>";
    }

    private static String inner(String mon) {
        return mon.substring(mon.indexOf("  <nodes>"), mon.indexOf("  <node_history>"));
    }

    private static String moved(String mon, String from, String to) {
        int group = mon.indexOf("<group id=\"mail\"");
        return mon.substring(0, group)
                + mon.substring(group).replace("<node name=\"" + from + "\" id", "<node name=\"" + to + "\" id");
    }

    private static String stopped(String mon) {
        int group = mon.indexOf("<group id=\"mail\"");
        return mon.substring(0, group)
                + mon.substring(group)
                        .replace("role=\"Started\"", "role=\"Stopped\"")
                        .replace("active=\"true\"", "active=\"false\"")
                        .replaceAll("<node name=\"n3\" id=\"3\" cached=\"true\"/>", "");
    }

    /** Kept for the reader: the ledger's entry says how a person gives it back. */
    @Test
    void theLedgerSaysHowAPersonGivesADrainBack() {
        try (var driver = driver(n1)) {
            driver.perform(order(driver, new Verb.Drain(), About.node("n2")));

            assertThat(ledger.open().getFirst().byHand()).isEqualTo("crm_standby --node n2 --delete");
            assertThat(Optional.of(ledger.open().getFirst().before())).contains("standby=off");
        }
    }
}
