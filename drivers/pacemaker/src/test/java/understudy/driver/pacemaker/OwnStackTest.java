package understudy.driver.pacemaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.core.model.Targets;
import understudy.core.procedure.Verb;
import understudy.driver.pacemaker.Orders.About;
import understudy.driver.pacemaker.observe.Recorded;
import understudy.engine.ports.Observation;
import understudy.engine.ports.Outcome;
import understudy.remote.Answer;

/** A node leaves for a new version of its cluster software, and joins with it, only where that software accepts this cluster. */
class OwnStackTest {
    private static final Instant NOW = Instant.parse("2026-11-20T16:00:00Z");

    private final MemoryLedger ledger = new MemoryLedger();
    private String features = "Pacemaker 2.1.5 (Build: a3f44794f94)\n Supporting v3.16.2: agent-manpages cibsecrets";
    private int corosyncExit;
    private int configurationExit;

    @ParameterizedTest
    @CsvSource({
        "3.16.2, 1, 0, STACK-CONFIGURATION, n2 does not leave the cluster; its corosync; no interface",
        "3.16.2, 0, 78, STACK-CONFIGURATION, n2 does not leave the cluster; its Pacemaker; no interface",
        "4.0.0, 0, 0, STACK-FEATURES, n2 does not leave the cluster; has the feature set 4.x; the cluster's is 3.",
        "x, 0, 0, STACK-FEATURES, n2 does not leave the cluster; that it does not tell; first numbers differ"
    })
    void aNodeWhoseSoftwareRefusesTheClusterStaysAsItIs(
            String version, int corosync, int configuration, String code, String words) {
        features = "Pacemaker 2.1.5 (Build: a3f44794f94)\n Supporting v" + version + ": cibsecrets";
        corosyncExit = corosync;
        configurationExit = configuration;
        var n2 = new TestingShell("n2", this::answer);

        Finding why = refused(n2);

        assertThat(why.code()).isEqualTo(code);
        assertThat(why.sentence()).contains(words.split("; ")).endsWith(".");
        assertThat(ledger.open()).isEmpty();
        assertThat(n2.commands()).noneMatch(command -> command.contains("stop") || command.contains("disable"));
    }

    @Test
    void aNodeThatDoesNotAnswerIsNotTakenOut() {
        features = "";
        var n2 = new TestingShell("n2", asked -> new Answer.NotSent("n2 does not answer."));

        assertThat(refused(n2).code()).isEqualTo("PACEMAKER-NO-ANSWER");
        assertThat(ledger.open()).isEmpty();
    }

    private Finding refused(TestingShell n2) {
        var n1 = new TestingShell("n1", this::answer);
        var settings = new PacemakerSettings("lab", List.of(access(n1), access(n2)), Map.of(), () -> NOW);
        try (var driver = PacemakerDriver.open(settings)) {
            var seen = ((Observation.Seen) driver.observe(Targets.none())).snapshot();
            var order = Orders.order(
                    "night-1",
                    new Verb.LeaveCluster(List.of("corosync*")),
                    About.node("n2"),
                    Targets.none(),
                    Orders.everything(Patch.RestartRule.NEVER),
                    seen,
                    ledger,
                    _ -> {});
            return ((Outcome.Failed) driver.perform(order)).why();
        }
    }

    private static NodeAccess access(TestingShell shell) {
        return new NodeAccess(new NodeId(shell.nodeName()), () -> shell, List.of());
    }

    private Answer answer(TestingShell.Asked asked) {
        if (asked.isScript() && asked.holds("pacemakerd --features")) {
            return TestingShell.finished(
                    0,
                    asked.block("features", 0, features)
                            + asked.block("corosync", corosyncExit, "no interface address is valid")
                            + asked.block("configuration", configurationExit, "no interface is known"));
        }
        if (asked.isScript() && asked.holds("crm_mon")) {
            return TestingShell.finished(
                    0,
                    asked.block("mon", 0, Recorded.text("healthy.xml"))
                            + asked.block("cib", 0, Recorded.text("cib.xml"))
                            + asked.block("quorum", 0, Recorded.text("quorumtool.txt"))
                            + asked.block(
                                    "controller", 0, "<r><crmd node_name=\"n3\" state=\"S_IDLE\" result=\"ok\"/></r>"));
        }
        return TestingShell.finished(0, "");
    }
}
