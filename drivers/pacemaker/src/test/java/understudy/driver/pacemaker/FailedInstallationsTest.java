package understudy.driver.pacemaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.core.model.Targets;
import understudy.core.model.Version;
import understudy.core.procedure.Verb;
import understudy.driver.pacemaker.Orders.About;
import understudy.driver.pacemaker.observe.Recorded;
import understudy.engine.ports.Observation;
import understudy.engine.ports.Outcome;
import understudy.remote.Answer;

/** An installation that failed is told with its cause, also where the package manager's own words do not give it. */
class FailedInstallationsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T16:00:00Z");
    private static final Pattern FIELD = Pattern.compile("(?m)^(says|left|code|finding): ?(.*)$");

    record Failure(String says, String left, String code, String finding) {}

    static Stream<Failure> failures() throws IOException {
        try (var stream = FailedInstallationsTest.class.getResourceAsStream("failed-installations.txt")) {
            var fields = FIELD.matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(2))
                    .toList();
            return Stream.iterate(0, at -> at < fields.size(), at -> at + 4)
                    .map(at -> new Failure(fields.get(at), fields.get(at + 1), fields.get(at + 2), fields.get(at + 3)));
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isToldWithItsCause(Failure failure) {
        var shell = new TestingShell("n1", asked -> answer(failure, asked));
        try (var driver = driver(shell)) {
            var outcome = driver.perform(Orders.order(
                    "night-1",
                    new Verb.Install(),
                    About.node("n1"),
                    new Targets(Map.of(new NodeId("n1"), List.of(new Version("rsyslog", "2.0")))),
                    Orders.everything(Patch.RestartRule.NEVER),
                    ((Observation.Seen) driver.observe(Targets.none())).snapshot(),
                    new MemoryLedger(),
                    _ -> {}));

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.why().code()).isEqualTo(failure.code());
                assertThat(failed.why().sentence()).startsWith(failure.finding());
            });
        }
    }

    private static Answer answer(Failure failure, TestingShell.Asked asked) {
        if (asked.isScript()) {
            return asked.holds("crm_mon") ? Recorded.cluster(asked) : TestingShell.finished(0, "");
        }
        var words = asked.arguments();
        if (words.getFirst().equals("df")) {
            return TestingShell.finished(
                    0,
                    "Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/sda1 9000000 1 " + failure.left()
                            + " 1% /\n");
        }
        if (words.getFirst().equals("tail")) {
            return TestingShell.finished(0, failure.says().replace("\\n", "\n"));
        }
        return TestingShell.finished(
                0,
                words.contains("start") || words.contains("await")
                        ? "understudy-job ended {\"format\":1,\"exit\":100,\"boot\":\"0f6f3d2e-0000-4000-8000-000000000000\","
                                + "\"started\":\"2026-11-20T16:00:00Z\",\"ended\":\"2026-11-20T16:00:09Z\"}"
                        : "");
    }

    private static PacemakerDriver driver(TestingShell shell) {
        return PacemakerDriver.open(new PacemakerSettings(
                "lab", List.of(NodeAccess.asRoot(new NodeId("n1"), () -> shell)), Map.of(), List.of(), () -> NOW));
    }
}
