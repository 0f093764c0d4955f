package understudy.cli.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BooleanSupplier;
import understudy.cli.wiring.ExchangeLab;
import understudy.cli.wiring.ExchangeLab.Kind;
import understudy.cli.wiring.ExchangeLab.Way;
import understudy.emulated.lab.WindowsLab;
import understudy.emulated.world.AloneServer;
import understudy.emulated.world.Build;
import understudy.emulated.world.Group;
import understudy.emulated.world.MailboxServer;
import understudy.emulated.world.ReplicatedCluster;
import understudy.emulated.world.SingleCopyCluster;
import understudy.emulated.world.Timing;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;

/** A cluster of emulated nodes with Exchange 2007, before its service pack or with it and before its first rollup. */
final class EmulatedCluster extends Emulation {
    private final WindowsLab lab;
    private final boolean rollup;

    private EmulatedCluster(Path folder, World world, boolean rollup) throws IOException {
        super(folder);
        this.lab = WindowsLab.open(world, folder);
        this.rollup = rollup;
    }

    /** A single copy cluster before the service pack, over SSH. */
    static EmulatedCluster of(int nodes, Path folder) throws IOException {
        return of(nodes, folder, Way.SSH);
    }

    /** The same over any way. */
    static EmulatedCluster of(int nodes, Path folder, Way way) throws IOException {
        return single(nodes, Build.RTM, folder, way);
    }

    /** The same, before the service pack or with it and before its first rollup. */
    static EmulatedCluster single(int nodes, Build version, Path folder, Way way) throws IOException {
        var shape = new SingleCopyCluster.Shape(nodes, 1, version);
        return open(Kind.SCC, SingleCopyCluster.of(shape, timing(), clock()), folder, way);
    }

    /** Two nodes with a copy each. */
    static EmulatedCluster replicated(Build version, Path folder, Way way) throws IOException {
        return open(Kind.CCR, ReplicatedCluster.of(version, timing(), clock()), folder, way);
    }

    private static EmulatedCluster open(Kind kind, World world, Path folder, Way way) throws IOException {
        boolean rollup = !world.mailboxServers().getFirst().version().equals(Build.RTM);
        var cluster = new EmulatedCluster(folder, world, rollup);
        cluster.ready(
                ExchangeLab.inventory(cluster.lab, way),
                rollup ? ExchangeLab.rollup(kind, today()) : ExchangeLab.servicePack(kind, today()));
        return cluster;
    }

    /** One server without a cluster, before the service pack. */
    static EmulatedCluster alone(Path folder, Way way) throws IOException {
        return open(Kind.ALONE, AloneServer.of(Build.RTM, timing(), clock()), folder, way);
    }

    /** Setup takes a minute instead of forty, so that a whole run passes in seconds. */
    private static Timing timing() {
        return new Timing(
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(6),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofSeconds(2));
    }

    /** From now on a step that fails is not tried again by itself. */
    EmulatedCluster withoutRetries() throws IOException {
        String text = Files.readString(inventory());
        Files.writeString(inventory(), text.replace("    ssh:", "    policy: {retries: 0}\n    ssh:"));
        return this;
    }

    World world() {
        return lab.world();
    }

    WindowsLab lab() {
        return lab;
    }

    @Override
    List<String> journal() {
        return world().journal();
    }

    @Override
    void when(String words, Runnable happens) {
        world().when(words, happens);
    }

    @Override
    void cut() {
        for (WindowsNode node : world().nodes()) {
            lab.door(node.name()).cut();
            lab.winrm(node.name(), false).cut();
            lab.winrm(node.name(), true).cut();
        }
    }

    @Override
    SequencedMap<String, BooleanSupplier> served() {
        SequencedMap<String, BooleanSupplier> served = new LinkedHashMap<>();
        world().mailboxServers().forEach(server -> served.put(server.name(), server::isServed));
        return served;
    }

    @Override
    Map<String, String> services() {
        Map<String, String> services = new LinkedHashMap<>();
        world().nodes()
                .forEach(node -> node.services()
                        .forEach(service -> services.put(service.name() + " on " + node.name(), how(service))));
        return services;
    }

    @Override
    void judge(Faults faults) {
        world().violations().forEach(faults::add);
        world().nodes().forEach(node -> judge(node, faults));
        world().mailboxServers().forEach(server -> judge(server, faults));
        faults.same("Upgrades of the mailbox server", count("Setup.com /upgradecms"), rollup ? 0L : 1L);
        var properties = world().group("Cluster Group").orElseThrow().properties();
        faults.same("Left at the cluster group", properties.keySet(), Set.of("UnderstudyLock"));
        faults.same(
                "The lock is free",
                properties.getOrDefault("UnderstudyLock", "").matches("[0-9]+"),
                true);
    }

    private void judge(WindowsNode node, Faults faults) {
        String name = node.name();
        faults.same("Service packs on " + name, count(name + ": Setup.com /m:upgrade"), rollup ? 0L : 1L);
        faults.same("Rollups on " + name, count(name + ": msiexec /update"), rollup ? 1L : 0L);
        faults.same("Restarts of " + name, count(name + ": shutdown -r"), rollup ? 0L : 1L);
        faults.same(name + " is paused", world().isPaused(node), false);
        faults.same(
                "Binaries of " + name,
                node.versionOf("C:\\Program Files\\Microsoft\\Exchange Server\\bin\\store.exe"),
                Optional.of(rollup ? Build.SP1_ROLLUP1 : Build.SP1));
        faults.same(
                "What " + name + " is configured as",
                node.registry().value(WindowsNode.EXCHANGE_KEY + "\\MailboxRole", "ConfiguredVersion"),
                Optional.of(Build.SP1.toString()));
        faults.same("Marks on " + name, node.registry().names("HKLM:\\SOFTWARE\\Understudy\\Ledger"), List.of());
    }

    private void judge(MailboxServer server, Faults faults) {
        faults.same("Version of " + server.name(), server.version(), Build.SP1);
        for (Group.Resource resource : server.group().resources()) {
            faults.same(
                    "Possible owners of " + resource.name(),
                    resource.possibleOwners().size(),
                    world().nodes().size());
        }
    }

    @Override
    public void close() throws IOException {
        lab.close();
    }
}
