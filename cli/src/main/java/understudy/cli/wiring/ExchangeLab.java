package understudy.cli.wiring;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.emulated.lab.WindowsLab;
import understudy.emulated.world.AloneServer;
import understudy.emulated.world.Build;
import understudy.emulated.world.MailboxServer;
import understudy.emulated.world.ReplicatedCluster;
import understudy.emulated.world.ScaledClock;
import understudy.emulated.world.SingleCopyCluster;
import understudy.emulated.world.Timing;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;
import understudy.remote.Digest;

/**
 * A cluster of emulated Windows nodes on this machine, for a user to try: {@code understudy lab up --exchange scc}. It lives as long as its
 * command does; a folder gets the inventory, patches, a key and the nodes' host keys.
 */
public final class ExchangeLab {
    /** Forty minutes of a setup pass in forty seconds. */
    private static final double SPEED = 60;

    private ExchangeLab() {}

    /** The kinds of cluster that there are. */
    public enum Kind {
        /** Nodes that share the disks. */
        SCC,
        /** Two nodes, each with a copy. */
        CCR,
        /** One server without a cluster. */
        ALONE;

        /** The kind of that name, for that many nodes. */
        public static Optional<Kind> of(String name, int nodes) {
            return switch (name) {
                case "scc" -> Optional.of(SCC);
                case "ccr" -> nodes == 2 ? Optional.of(CCR) : Optional.empty();
                case "2007-standalone" -> Optional.of(ALONE);
                default -> Optional.empty();
            };
        }
    }

    /** Starts it, says what to type, and returns when its thread is interrupted. */
    public static void up(Kind kind, int nodes, Path folder, PrintStream out) throws IOException {
        Files.createDirectories(folder);
        World world = switch (kind) {
            case SCC -> SingleCopyCluster.of(nodes, Timing.usual(), SPEED);
            case CCR -> ReplicatedCluster.of(Build.RTM, Timing.usual(), new ScaledClock(Instant.now(), SPEED));
            case ALONE -> AloneServer.of(Build.RTM, Timing.usual(), new ScaledClock(Instant.now(), SPEED));
        };
        try (WindowsLab lab = WindowsLab.open(world, folder)) {
            Files.writeString(folder.resolve("inventory.yaml"), inventory(lab, Way.SSH));
            Files.writeString(folder.resolve("inventory-winrm.yaml"), inventory(lab, Way.WINRM_HTTPS));
            Files.writeString(folder.resolve("sp1.yaml"), servicePack(kind, LocalDate.now(ZoneId.systemDefault())));
            Files.writeString(folder.resolve("rollup.yaml"), rollup(kind, LocalDate.now(ZoneId.systemDefault())));
            out.println((kind == Kind.ALONE
                            ? "An emulated Exchange 2007 server without a cluster"
                            : "An emulated Exchange 2007 cluster of " + nodes + " nodes")
                    + " answers on loopback; time passes in it " + (int) SPEED
                    + " times as fast. Ctrl-C ends it. In another terminal:");
            for (String command : new String[] {"check", "plan", "run"}) {
                out.println("  understudy " + command + " " + folder.resolve("inventory.yaml") + " mail --patch "
                        + folder.resolve("sp1.yaml"));
            }
            out.println("After the service pack the rollup of rollup.yaml fits.");
            out.flush();
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** How the nodes of a lab, or its management host, are reached. */
    public enum Way {
        SSH("ssh: {user: " + WindowsLab.ACCOUNT + ", identity: id, knownHosts: known_hosts}"),
        WINRM_HTTP(
                "winrm: {user: " + WindowsLab.ACCOUNT + ", password: 'file:password', login: ntlm, transport: http}"),
        WINRM_HTTPS("winrm: {user: " + WindowsLab.ACCOUNT
                + ", password: 'file:password', login: ntlm, transport: https, authorities: authorities.pem}");

        private final String access;

        Way(String access) {
            this.access = access;
        }

        /** The line of an inventory that says how to sign in. */
        String access() {
            return access;
        }

        /** What an inventory calls it. */
        String word() {
            return access.substring(0, access.indexOf(':'));
        }
    }

    /** The inventory of a lab's cluster, under the name {@code mail}, with paths beside it. */
    public static String inventory(WindowsLab lab, Way way) {
        var text = new StringBuilder("""
                format: 1
                clusters:
                  mail:
                    platform: exchange-2007
                    observer: %1$s
                    actuator: %1$s
                    %2$s
                    nodes:
                """.formatted(way.word(), way.access()));
        for (WindowsNode node : lab.world().nodes()) {
            text.append("      ")
                    .append(node.name())
                    .append(": {address: 127.0.0.1, port: ")
                    .append(port(lab, node, way))
                    .append("}\n");
        }
        text.append("    groups:\n");
        for (MailboxServer server : lab.world().mailboxServers()) {
            text.append("""
                          %1$s:
                            weight: 1
                            probes:
                              - {kind: smtp, address: 127.0.0.1, port: %2$d}
                              - {kind: imap, address: 127.0.0.1, port: %3$d}
                    """.formatted(server.name(), lab.smtpPort(server.name()), lab.imapPort(server.name())));
        }
        return text.toString();
    }

    private static int port(WindowsLab lab, WindowsNode node, Way way) {
        return switch (way) {
            case SSH -> lab.door(node.name()).port();
            case WINRM_HTTP -> lab.winrm(node.name(), false).port();
            case WINRM_HTTPS -> lab.winrm(node.name(), true).port();
        };
    }

    /** The patch for the medium that lies on its nodes; the day is that on which everything was stated that a service pack needs. */
    public static String servicePack(Kind kind, LocalDate stated) {
        return """
                format: 1
                id: exchange-2007-sp1
                procedure: exchange-2007/%s-service-pack
                files: [{path: '%s', sha256: %s}]
                versionFence: %s
                restart: always
                statements:
                %s""".formatted(
                        name(kind),
                        SingleCopyCluster.MEDIUM,
                        Digest.of(SingleCopyCluster.mediumContent()).sha256(),
                        kind != Kind.ALONE,
                        statements(stated, "backup", "no-way-back", "tried", "windows-fixes"));
    }

    /** The patch for the rollup that lies there too. */
    public static String rollup(Kind kind, LocalDate stated) {
        return """
                format: 1
                id: exchange-2007-sp1-rollup1
                procedure: exchange-2007/%s-rollup
                files: [{path: '%s', sha256: %s, version: %s}]
                statements:
                %s""".formatted(
                        name(kind),
                        ReplicatedCluster.ROLLUP,
                        Digest.of(ReplicatedCluster.rollupContent()).sha256(),
                        Build.SP1_ROLLUP1,
                        statements(stated, "backup", "tried"));
    }

    private static String name(Kind kind) {
        return kind == Kind.ALONE ? "stand-alone" : kind.name().toLowerCase(Locale.ROOT);
    }

    private static String statements(LocalDate day, String... about) {
        return Arrays.stream(about)
                .map(one -> "  " + one + ": {by: nobody, day: '" + day
                        + "', says: 'nothing of value lies on emulated nodes'}\n")
                .collect(Collectors.joining());
    }

    /** The number behind {@code --nodes}; empty where it is none from 2 to 8. */
    public static Optional<Integer> nodes(String text) {
        return text.matches("[2-8]") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
