package understudy.cli.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import understudy.cli.CommandRun;
import understudy.emulated.ssh.SshLab;
import understudy.emulated.world.Group;
import understudy.emulated.world.SingleCopyCluster;
import understudy.emulated.world.Timing;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;
import understudy.remote.Digest;

/** A single copy cluster of emulated Windows nodes behind SSH, with the inventory and the patch that a user would write for it. */
final class EmulatedCluster implements AutoCloseable {
    private static final double SPEED = 60;

    private final Path folder;
    private final SshLab lab;

    private EmulatedCluster(Path folder, SshLab lab) {
        this.folder = folder;
        this.lab = lab;
    }

    static EmulatedCluster of(int nodes, Path folder) throws IOException {
        var timing = new Timing(
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(6),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofSeconds(2));
        var cluster = new EmulatedCluster(folder, SshLab.open(SingleCopyCluster.of(nodes, timing, SPEED), folder));
        cluster.write();
        return cluster;
    }

    private void write() throws IOException {
        var inventory = new StringBuilder("""
                format: 1
                clusters:
                  mail:
                    platform: exchange-2007
                    observer: ssh
                    actuator: ssh
                    ssh: {user: exadmin, identity: id, knownHosts: known_hosts}
                    nodes:
                """);
        for (WindowsNode node : world().nodes()) {
            inventory.append("      " + node.name() + ": {address: 127.0.0.1, port: "
                    + lab.door(node.name()).port() + "}\n");
        }
        inventory.append("    groups:\n      EXCLUS1: {weight: 1, probes: [{kind: smtp, address: 127.0.0.1, port: " + lab.smtpPort()
                + "}, {kind: imap, address: 127.0.0.1, port: " + lab.imapPort() + "}]}\n");
        Files.writeString(folder.resolve("inventory.yaml"), inventory.toString());
        Files.writeString(folder.resolve("sp1.yaml"), """
                format: 1
                id: exchange-2007-sp1
                procedure: exchange-2007/scc-service-pack
                files: [{path: 'C:\\Media\\E2K7SP1\\Setup.com', sha256: %s}]
                versionFence: true
                restart: always
                """.formatted(Digest.of(SingleCopyCluster.mediumContent()).sha256()));
    }

    World world() {
        return lab.world();
    }

    SshLab lab() {
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
    CommandRun ofRun(String command, String run) {
        return CommandRun.of(List.of(command, run, "--state", state()));
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
