package understudy.cli.wiring;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.cli.inventory.ClusterEntry;
import understudy.cli.inventory.ClusterEntry.SshEntry;
import understudy.cli.inventory.ClusterEntry.WinRmEntry;
import understudy.core.model.GroupId;
import understudy.driver.exchange.ExchangeDriver;
import understudy.driver.exchange.ExchangeNode;
import understudy.driver.exchange.ExchangeSettings;
import understudy.engine.time.RealTime;
import understudy.remote.ssh.KeepAlive;
import understudy.remote.ssh.SshAccess;
import understudy.remote.ssh.SshSettings;
import understudy.remote.winrm.WinRmAccess;
import understudy.remote.winrm.WinRmSettings;

/** Opens a cluster with Exchange 2007 on it, over SSH or WinRM: one connection for each node, made on first use. */
final class ExchangeWiring {
    private static final Duration LOOK = Duration.ofMillis(300);

    private ExchangeWiring() {}

    static Member open(ClusterEntry cluster) {
        CommandTrail trail = new CommandTrail();
        List<ExchangeNode> nodes = new ArrayList<>();
        Member.Access access = cluster.winrm().isPresent()
                ? overWinRm(cluster, cluster.winrm().get(), trail, nodes)
                : overSsh(cluster, cluster.ssh().orElseThrow(), trail, nodes);
        RealTime time = new RealTime();
        ExchangeSettings settings =
                new ExchangeSettings(cluster.name(), nodes, weights(cluster), ExchangeSettings.USUAL_TASK, LOOK, time);
        return new Member(
                new AuditedDriver(ExchangeDriver.open(settings)),
                ProbeWiring.watch(cluster.groups()),
                time,
                access,
                Optional.of(trail));
    }

    private static Member.Access overSsh(
            ClusterEntry cluster, SshEntry ssh, CommandTrail trail, List<ExchangeNode> nodes) {
        SshAccess access = new SshAccess(KeepAlive.USUAL, trail, InstantSource.system());
        cluster.nodes().forEach((node, entry) -> {
            SshSettings settings = SshWiring.settings(ssh, entry, System.getenv());
            nodes.add(new ExchangeNode(node, () -> access.windowsShell(node.value(), settings)));
        });
        return access::close;
    }

    private static Member.Access overWinRm(
            ClusterEntry cluster, WinRmEntry winrm, CommandTrail trail, List<ExchangeNode> nodes) {
        WinRmAccess access = new WinRmAccess(trail, InstantSource.system());
        cluster.nodes().forEach((node, entry) -> {
            WinRmSettings settings = WinRmWiring.settings(winrm, node, entry, System.getenv());
            nodes.add(new ExchangeNode(node, () -> access.shell(node.value(), settings)));
        });
        return access::close;
    }

    static Map<GroupId, Integer> weights(ClusterEntry cluster) {
        Map<GroupId, Integer> weights = new LinkedHashMap<>();
        cluster.groups().forEach((group, entry) -> entry.weight().ifPresent(weight -> weights.put(group, weight)));
        return weights;
    }
}
