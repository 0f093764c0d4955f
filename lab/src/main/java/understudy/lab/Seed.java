package understudy.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What makes one disk out of a base image: names, addresses, keys and configuration, as a tree of files for each node that
 * its power controller lays over the image before the first boot. The same seed serves every restored disk, so that a
 * node keeps its host key and machine id.
 */
final class Seed {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String HOST_KEY = "etc/ssh/ssh_host_ed25519_key";

    private final LabSpec spec;
    private final LabFiles files;
    private final SecureRandom random = new SecureRandom();

    Seed(LabSpec spec, LabFiles files) {
        this.spec = spec;
        this.files = files;
    }

    /** Writes the keys, every node's tree, {@code known_hosts} and {@code ssh_config}. */
    void write() {
        Folder.delete(files.seeds());
        makeKey(files.key(), "understudy-lab-" + spec.name());
        var secret = new byte[256];
        random.nextBytes(secret);
        for (var node : spec.nodes()) {
            writeNode(node, secret);
        }
        var hosts = spec.nodes().stream()
                .map(node -> node.address() + " " + publicKey(files.seed(node).resolve(HOST_KEY)) + "\n")
                .collect(Collectors.joining());
        Folder.write(files.knownHosts(), hosts);
        Folder.write(files.sshConfiguration(), sshConfiguration());
    }

    private void writeNode(LabNode node, byte[] secret) {
        var root = files.seed(node);
        Folder.write(root.resolve("etc/hostname"), node.name() + "\n");
        Folder.write(root.resolve("etc/hosts"), hosts());
        Folder.write(root.resolve("etc/machine-id"), machineId() + "\n");
        Folder.write(root.resolve("etc/network/interfaces"), interfaces(node));
        Folder.make(root.resolve("etc/ssh"));
        makeKey(root.resolve(HOST_KEY), node.name());
        Folder.write(root.resolve("root/.ssh/authorized_keys"), publicKey(files.key()) + "\n", "rw-------");
        Folder.write(
                root.resolve("home/" + BaseImage.OPERATOR + "/.ssh/authorized_keys"), publicKey(files.key()) + "\n");
        writeCluster(root, secret);
        writeServices(root, node);
    }

    private void writeCluster(Path root, byte[] secret) {
        Folder.write(root.resolve("etc/corosync/corosync.conf"), CorosyncConfiguration.render(spec));
        Folder.write(root.resolve("etc/corosync/authkey"), secret, "r--------");
        Folder.write(root.resolve("var/lib/pacemaker/cib/cib.xml"), ClusterConfiguration.render(spec), "rw-------");
        Folder.write(root.resolve("usr/sbin/fence_understudy"), Resources.text("fence_understudy"), "rwxr-xr-x");
    }

    private void writeServices(Path root, LabNode node) {
        Folder.write(root.resolve("etc/dovecot/conf.d/99-lab.conf"), Resources.text("dovecot.conf"));
        Folder.write(
                root.resolve("etc/postfix/main.cf"),
                Resources.text("postfix-main.cf")
                        .replace("@NODE@", node.name())
                        .replace("@NETWORK@", spec.network().cidr()));
        Folder.write(root.resolve("etc/nginx/conf.d/lab.conf"), Resources.text("nginx.conf"));
        Folder.write(root.resolve("etc/postgresql/15/main/conf.d/lab.conf"), Resources.text("postgresql.conf"));
    }

    private String hosts() {
        var nodes = spec.nodes().stream()
                .map(node -> node.address() + " " + node.name() + "\n")
                .collect(Collectors.joining());
        var groups = spec.groups().stream()
                .map(group -> group.address() + " " + group.name() + ".lab.test\n")
                .collect(Collectors.joining());
        return "127.0.0.1 localhost\n" + nodes + groups;
    }

    private static String interfaces(LabNode node) {
        return """
                auto lo host0
                iface lo inet loopback
                iface host0 inet static
                  address %s/24
                """.formatted(node.address());
    }

    private String sshConfiguration() {
        var nodes = spec.nodes().stream()
                .map(node -> "Host %s\n  HostName %s\n".formatted(node.name(), node.address()))
                .collect(Collectors.joining());
        return nodes + """
                Host *
                  User root
                  IdentityFile %s
                  IdentitiesOnly yes
                  UserKnownHostsFile %s
                  StrictHostKeyChecking yes
                  BatchMode yes
                  ConnectTimeout 3
                """.formatted(files.key(), files.knownHosts());
    }

    private static void makeKey(Path file, String comment) {
        if (Files.exists(file)) {
            return;
        }
        Command.require(
                LIMIT, List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", comment, "-f", file.toString()));
    }

    private static String publicKey(Path privateKey) {
        try {
            var words = Files.readString(privateKey.resolveSibling(privateKey.getFileName() + ".pub"))
                    .split(" ");
            return words[0] + " " + words[1];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String machineId() {
        var id = new byte[16];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
