package understudy.cli.wiring;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import understudy.cli.inventory.ClusterEntry;
import understudy.cli.inventory.ClusterEntry.ThroughEntry;
import understudy.core.model.NodeId;
import understudy.driver.exchange.ExchangeSettings;
import understudy.driver.exchange.classic.ClassicDriver;
import understudy.driver.exchange.classic.ClassicSettings;
import understudy.engine.time.RealTime;
import understudy.remote.NodeShell;
import understudy.remote.ssh.KeepAlive;
import understudy.remote.ssh.SshAccess;
import understudy.remote.ssh.SshSettings;
import understudy.remote.winrm.WinRmAccess;
import understudy.remote.winrm.WinRmSettings;

/** Opens a cluster with an Exchange from before 2007: one connection, to the management host, over SSH or WinRM, made on first use. */
final class ClassicWiring {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final String HOST = "management-host";

    private ClassicWiring() {}

    static Member open(ClusterEntry cluster, ThroughEntry through) {
        CommandTrail trail = new CommandTrail();
        if (cluster.winrm().isPresent()) {
            WinRmAccess access = new WinRmAccess(trail, InstantSource.system());
            WinRmSettings settings =
                    WinRmWiring.settings(cluster.winrm().get(), new NodeId(HOST), through.host(), System.getenv());
            return member(cluster, through, () -> access.shell(HOST, settings), trail, access::close);
        }
        SshAccess access = new SshAccess(KeepAlive.USUAL, trail, InstantSource.system());
        SshSettings settings = SshWiring.settings(cluster.ssh().orElseThrow(), through.host(), System.getenv());
        return member(cluster, through, () -> access.cmdShell(HOST, settings), trail, access::close);
    }

    private static Member member(
            ClusterEntry cluster,
            ThroughEntry through,
            Supplier<NodeShell> host,
            CommandTrail trail,
            Member.Access access) {
        RealTime time = new RealTime();
        ClassicSettings settings = new ClassicSettings(
                cluster.name(),
                cluster.platform(),
                through.cluster().orElse(cluster.name()),
                List.copyOf(cluster.nodes().keySet()),
                host,
                ExchangeWiring.weights(cluster),
                ExchangeSettings.USUAL_TASK,
                LOOK,
                time);
        return new Member(
                new AuditedDriver(ClassicDriver.open(settings)),
                ProbeWiring.watch(cluster.groups()),
                time,
                access,
                Optional.of(trail));
    }
}
