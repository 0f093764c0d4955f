package understudy.cli.wiring;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.cli.inventory.ClusterEntry;
import understudy.cli.inventory.ClusterEntry.GroupEntry;
import understudy.cli.inventory.ClusterEntry.SshEntry;
import understudy.core.model.GroupId;
import understudy.driver.pacemaker.GroupSettings;
import understudy.driver.pacemaker.NodeAccess;
import understudy.driver.pacemaker.PacemakerDriver;
import understudy.driver.pacemaker.PacemakerSettings;
import understudy.engine.time.RealTime;
import understudy.remote.ssh.KeepAlive;
import understudy.remote.ssh.SshAccess;
import understudy.remote.ssh.SshSettings;

/** Opens a Pacemaker cluster over SSH: one connection for each node, made on first use. */
public final class PacemakerWiring {
    private static final List<String> SUDO = List.of("sudo", "-n");

    private PacemakerWiring() {}

    static Member open(ClusterEntry cluster) {
        SshEntry ssh = cluster.ssh().orElseThrow();
        CommandTrail trail = new CommandTrail();
        SshAccess access = new SshAccess(KeepAlive.USUAL, trail, InstantSource.system());
        List<NodeAccess> nodes = new ArrayList<>();
        cluster.nodes().forEach((node, entry) -> {
            SshSettings settings = SshWiring.settings(ssh, entry, System.getenv());
            nodes.add(new NodeAccess(node, () -> access.shell(node.value(), settings), become(ssh)));
        });
        RealTime time = new RealTime();
        PacemakerSettings settings =
                new PacemakerSettings(cluster.name(), nodes, groups(cluster.groups()), cluster.rivals(), time);
        return new Member(
                new AuditedDriver(PacemakerDriver.open(settings)),
                ProbeWiring.watch(cluster.groups()),
                time,
                access::close,
                Optional.of(trail));
    }

    /** What is put before each command so that it runs as root. */
    public static List<String> become(SshEntry ssh) {
        return ssh.user().equals("root") ? List.of() : SUDO;
    }

    private static Map<GroupId, GroupSettings> groups(Map<GroupId, GroupEntry> entries) {
        Map<GroupId, GroupSettings> groups = new LinkedHashMap<>();
        entries.forEach((group, entry) -> groups.put(
                group,
                new GroupSettings(entry.weight().orElse(1), entry.least().orElse(1), entry.ready(), entry.warm())));
        return groups;
    }
}
