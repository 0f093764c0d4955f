package understudy.cli.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import understudy.cli.wiring.ClassicKind;
import understudy.cli.wiring.ClassicLab;
import understudy.cli.wiring.ExchangeLab.Way;
import understudy.emulated.classic.Administrator;
import understudy.emulated.classic.OldGroup;
import understudy.emulated.classic.OldNode;
import understudy.emulated.classic.OldTiming;
import understudy.emulated.classic.OldWorld;
import understudy.emulated.classic.Product;
import understudy.emulated.lab.OldLab;

/** Emulated nodes with an Exchange from before 2007 behind their management host, and the person at Cluster Administrator where one is needed. */
final class EmulatedOldCluster extends Emulation {
    private final ClassicKind kind;
    private final boolean asks;
    private final OldLab lab;

    private EmulatedOldCluster(ClassicKind kind, boolean asks, Path folder) throws IOException {
        super(folder);
        this.kind = kind;
        this.asks = asks;
        this.lab = OldLab.open(ClassicLab.world(kind, 2, timing(), clock()), folder);
        world().installerAsksForRestart(asks);
    }

    /** @param asks the installers ask for a restart of their node */
    static EmulatedOldCluster of(ClassicKind kind, boolean asks, Path folder, Way way) throws IOException {
        var cluster = new EmulatedOldCluster(kind, asks, folder);
        cluster.ready(ClassicLab.inventory(cluster.lab, kind, way), ClassicLab.patch(kind));
        if (kind == ClassicKind.SERVICE_PACK_2003) {
            // The last command before the run asks for the person.
            cluster.when("cluster res \"SMTP (EVS1)\" /removeowner:NODEA", cluster::operate);
        }
        return cluster;
    }

    private static OldTiming timing() {
        return new OldTiming(
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(6),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                Duration.ofSeconds(4));
    }

    /** A person at Cluster Administrator, who tries until Exchange lets them. */
    private void operate() {
        world().clock().start("operator", () -> {
            try {
                Optional<String> refused = Optional.of("not tried");
                while (refused.isPresent()) {
                    world().clock().pass(Duration.ofSeconds(30));
                    refused = new Administrator(world()).upgrade("EVS1", "NODEB");
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    OldWorld world() {
        return lab.world();
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
        lab.door().cut();
        lab.winrm(false).cut();
        lab.winrm(true).cut();
    }

    @Override
    SequencedMap<String, BooleanSupplier> served() {
        SequencedMap<String, BooleanSupplier> served = new LinkedHashMap<>();
        lab.servers().forEach(server -> served.put(server, () -> world().isServed(server)));
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
        world().groups().forEach(group -> judge(group, faults));
        if (kind == ClassicKind.SERVICE_PACK_2003) {
            world().virtualServers()
                    .forEach(server -> faults.same(
                            "Version of " + server.group().name(),
                            server.version(),
                            world().product().servicePack()));
        }
    }

    private void judge(OldNode node, Faults faults) {
        String name = node.name();
        Product product = world().product();
        String path = kind.isFix() ? product.fixPath() : product.servicePackPath();
        String installer = path.substring(path.lastIndexOf('\\') + 1);
        faults.same("Runs of " + installer + " on " + name, count(name + ": " + installer), 1L);
        faults.same("Restarts of " + name, count("shutdown -r -m \\\\" + name), asks ? 1L : 0L);
        faults.same("Binaries of " + name, node.binaries(), kind.isFix() ? product.fix() : product.servicePack());
        faults.same(name + " is paused", world().isPaused(node), false);
        faults.same("Marks on " + name, node.registry().names(OldNode.UNDERSTUDY + "\\Ledger"), List.of());
    }

    private void judge(OldGroup group, Faults faults) {
        faults.same("State of " + group.name(), group.status(), "Online");
        for (OldGroup.Resource resource : group.resources()) {
            faults.same(
                    "Possible owners of " + resource.name(),
                    resource.possibleOwners().size(),
                    world().nodes().size());
        }
        group.properties().forEach((name, value) -> {
            faults.same("Left at " + group.name(), name, "UnderstudyLock");
            faults.same("The lock is free", value.matches("[0-9]+"), true);
        });
    }

    @Override
    public void close() throws IOException {
        lab.close();
    }
}
