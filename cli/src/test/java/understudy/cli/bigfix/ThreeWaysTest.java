package understudy.cli.bigfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import understudy.cli.CommandRun;
import understudy.cli.ServiceWatch;
import understudy.cli.wiring.Assignment;
import understudy.cli.wiring.Assignments;
import understudy.cli.wiring.BigFixLab;
import understudy.cli.wiring.ExchangeLab;
import understudy.cli.wiring.Platforms;
import understudy.cli.wiring.Preparation;
import understudy.core.planning.Planning;
import understudy.emulated.bigfix.PatchContent;
import understudy.emulated.bigfix.WindowsCluster;
import understudy.emulated.bigfix.WindowsCluster.Windows;
import understudy.emulated.lab.WindowsLab;
import understudy.emulated.world.Build;
import understudy.emulated.world.Group;
import understudy.emulated.world.ReplicatedCluster;
import understudy.emulated.world.ScaledClock;
import understudy.emulated.world.SingleCopyCluster;
import understudy.emulated.world.World;
import understudy.remote.Digest;

/**
 * One scenario, three ways: update rollup 1 on an Exchange 2007 single copy cluster of two nodes by one procedure, over SSH, over WinRM and
 * through BigFix: the same plan, executors apart, the same end, one outage.
 */
@Timeout(400)
@Tag("windows")
class ThreeWaysTest {
    private static final double SPEED = 60;

    @TempDir
    private Path folder;

    /** What is the same at the end, whatever the way. */
    private record End(List<String> plan, int outages, List<String> nodes, String mail) {}

    @Test
    void thePlanTheEndAndTheOutageAreTheSame() throws Exception {
        var ssh = overNodes(ExchangeLab.Way.SSH);
        assertThat(ssh.outages()).isEqualTo(1);
        assertThat(ssh.plan())
                .contains("drain:NODEB", "install:NODEB", "release:NODEB")
                .hasSizeGreaterThan(10);
        assertThat(ssh.nodes()).containsExactly("NODEA 8.1.263.1 open", "NODEB 8.1.263.1 open");
        assertThat(overNodes(ExchangeLab.Way.WINRM_HTTPS)).isEqualTo(ssh);
        assertThat(throughBigFix()).isEqualTo(ssh);
    }

    private static World world() {
        return WindowsCluster.prepared(WindowsCluster.exchange(
                Build.SP1, Windows.SERVER_2003, BigFixRunTest.timing(), new ScaledClock(Instant.now(), SPEED)));
    }

    private End overNodes(ExchangeLab.Way way) throws Exception {
        var here = Files.createDirectory(folder.resolve(way.name()));
        var world = world();
        try (var lab = WindowsLab.open(world, here)) {
            Files.writeString(here.resolve("inventory.yaml"), ExchangeLab.inventory(lab, way));
            Files.writeString(here.resolve("patch.yaml"), """
                    format: 1
                    id: rollup1
                    procedure: exchange-2007/rolling
                    files: [{path: '%s', sha256: %s, version: %s}]
                    """.formatted(
                            ReplicatedCluster.ROLLUP,
                            Digest.of(ReplicatedCluster.rollupContent()).sha256(),
                            Build.SP1_ROLLUP1));
            return end(here, "mail", world);
        }
    }

    private End throughBigFix() throws Exception {
        var here = Files.createDirectory(folder.resolve("BIGFIX"));
        var world = world();
        try (var lab = BigFixLab.open(BigFixLab.Kind.EXCHANGE, world, here)) {
            assertThat(lab.port()).isPositive();
            Files.writeString(here.resolve("patch.yaml"), """
                    format: 1
                    id: rollup1
                    procedure: exchange-2007/rolling
                    fixlet: {site: Patches for Windows, id: '%d'}
                    """.formatted(PatchContent.ROLLUP));
            return end(here, "night", world);
        }
    }

    private static End end(Path here, String cluster, World world) throws Exception {
        var plan = plan(here, cluster);
        var mail = world.group(SingleCopyCluster.MAILBOX_SERVER).orElseThrow();
        var service = ServiceWatch.of(Map.of(mail.name(), () -> mail.state() == Group.State.ONLINE));
        var run = CommandRun.of(List.of(
                "run",
                here.resolve("inventory.yaml").toString(),
                cluster,
                "--patch",
                here.resolve("patch.yaml").toString(),
                "--yes",
                "--run",
                "three",
                "--state",
                here.resolve("state").toString()));
        service.close();
        assertThat(run.exit()).as(run.toString()).isZero();
        List<String> nodes = new ArrayList<>();
        world.nodes()
                .forEach(node -> nodes.add(node.name() + " "
                        + node.versionOf("C:\\Program Files\\Microsoft\\Exchange Server\\bin\\store.exe")
                                .orElseThrow() + " "
                        + (world.isPaused(node) ? "paused" : "open")));
        return new End(plan, service.outages(), nodes, mail.state() + " on " + mail.owner());
    }

    private static List<String> plan(Path here, String cluster) throws IOException {
        var assignment = Assignments.read(new Assignment.Words(
                here.resolve("inventory.yaml"), cluster, Optional.of(here.resolve("patch.yaml")), Optional.empty()));
        try (var member = Platforms.open(assignment.cluster())) {
            return switch (Preparation.of(assignment, member).planning()) {
                case Planning.Planned(var plan) ->
                    plan.steps().stream().map(step -> step.id().value()).toList();
                case Planning.NothingToDo nothing -> throw new AssertionError(nothing.toString());
                case Planning.Refused refused -> throw new AssertionError(refused.toString());
            };
        }
    }
}
