package understudy.cli.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import understudy.cli.CommandRun;
import understudy.cli.OtherProcess;
import understudy.cli.wiring.ExchangeLab;
import understudy.emulated.lab.WindowsLab;
import understudy.emulated.world.AloneServer;
import understudy.emulated.world.Build;
import understudy.emulated.world.Group;
import understudy.emulated.world.ReplicatedCluster;
import understudy.emulated.world.ScaledClock;
import understudy.emulated.world.SingleCopyCluster;
import understudy.emulated.world.Timing;
import understudy.emulated.world.World;

/** A single copy cluster of emulated Windows nodes behind SSH and WinRM, with the inventory and the patch that a user would write for it. */
final class EmulatedCluster implements AutoCloseable {
    private static final double SPEED = 60;

    private final Path folder;
    private final WindowsLab lab;

    private EmulatedCluster(Path folder, WindowsLab lab) {
        this.folder = folder;
        this.lab = lab;
    }

    static EmulatedCluster of(int nodes, Path folder) throws IOException {
        return of(nodes, folder, ExchangeLab.Way.SSH);
    }

    static EmulatedCluster of(int nodes, Path folder, ExchangeLab.Way way) throws IOException {
        var cluster =
                new EmulatedCluster(folder, WindowsLab.open(SingleCopyCluster.of(nodes, timing(), SPEED), folder));
        cluster.write(way, ExchangeLab.servicePack(ExchangeLab.Kind.SCC, today()));
        return cluster;
    }

    /** Two nodes with a copy each, before the service pack, or with it and before its first rollup. */
    static EmulatedCluster replicated(Build version, Path folder, ExchangeLab.Way way) throws IOException {
        var world = ReplicatedCluster.of(version, timing(), new ScaledClock(Instant.now(), SPEED));
        var cluster = new EmulatedCluster(folder, WindowsLab.open(world, folder));
        cluster.write(
                way,
                version.equals(Build.RTM)
                        ? ExchangeLab.servicePack(ExchangeLab.Kind.CCR, today())
                        : ExchangeLab.rollup(ExchangeLab.Kind.CCR, today()));
        return cluster;
    }

    /** One server without a cluster, before the service pack. */
    static EmulatedCluster alone(Path folder, ExchangeLab.Way way) throws IOException {
        var world = AloneServer.of(Build.RTM, timing(), new ScaledClock(Instant.now(), SPEED));
        var cluster = new EmulatedCluster(folder, WindowsLab.open(world, folder));
        cluster.write(way, ExchangeLab.servicePack(ExchangeLab.Kind.ALONE, today()));
        return cluster;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

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

    private void write(ExchangeLab.Way way, String patch) throws IOException {
        Files.writeString(folder.resolve("inventory.yaml"), ExchangeLab.inventory(lab, way));
        Files.writeString(folder.resolve("sp1.yaml"), patch);
    }

    /** From now on a step that fails is not tried again by itself. */
    EmulatedCluster withoutRetries() throws IOException {
        Path inventory = folder.resolve("inventory.yaml");
        Files.writeString(
                inventory, Files.readString(inventory).replace("    ssh:", "    policy: {retries: 0}\n    ssh:"));
        return this;
    }

    World world() {
        return lab.world();
    }

    WindowsLab lab() {
        return lab;
    }

    /** The mailbox server's group. */
    Group mail() {
        return world().group(SingleCopyCluster.MAILBOX_SERVER).orElseThrow();
    }

    /** A command of the program on this cluster. */
    CommandRun call(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(
                command,
                folder.resolve("inventory.yaml").toString(),
                "mail",
                "--patch",
                folder.resolve("sp1.yaml").toString()));
        words.addAll(List.of(more));
        return CommandRun.of(words);
    }

    /** A command about a run that is kept in this cluster's state folder. */
    CommandRun ofRun(String command, String run, String... more) {
        List<String> words = new ArrayList<>(List.of(command, run, "--state", state()));
        words.addAll(List.of(more));
        return CommandRun.of(words);
    }

    /** A run in a process of its own, which can be killed. */
    Process startRun(String name) throws IOException {
        return OtherProcess.start(
                folder.resolve("killed-run.log"),
                List.of(
                        "run",
                        folder.resolve("inventory.yaml").toString(),
                        "mail",
                        "--patch",
                        folder.resolve("sp1.yaml").toString(),
                        "--yes",
                        "--run",
                        name,
                        "--state",
                        state()));
    }

    CommandRun run(String name) {
        return call("run", "--yes", "--run", name, "--state", state());
    }

    private String state() {
        return folder.resolve("state").toString();
    }

    /** How often something with these words was asked of the nodes. */
    long count(String words) {
        return world().journal().stream().filter(line -> line.contains(words)).count();
    }

    @Override
    public void close() throws IOException {
        lab.close();
    }
}
