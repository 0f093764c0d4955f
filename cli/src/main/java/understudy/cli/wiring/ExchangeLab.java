package understudy.cli.wiring;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import understudy.emulated.lab.WindowsLab;
import understudy.emulated.world.SingleCopyCluster;
import understudy.emulated.world.Timing;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;
import understudy.remote.Digest;

/**
 * A single copy cluster of emulated Windows nodes on this machine, for a user to try: {@code understudy lab up --exchange scc}. It lives
 * as long as its command does; a folder gets the inventory, a patch, a key and the nodes' host keys.
 */
public final class ExchangeLab {
    /** Forty minutes of a setup pass in forty seconds. */
    private static final double SPEED = 60;

    private ExchangeLab() {}

    /** Starts it, says what to type, and returns when its thread is interrupted. */
    public static void up(int nodes, Path folder, PrintStream out) throws IOException {
        Files.createDirectories(folder);
        World world = SingleCopyCluster.of(nodes, Timing.usual(), SPEED);
        try (WindowsLab lab = WindowsLab.open(world, folder)) {
            Files.writeString(folder.resolve("inventory.yaml"), inventory(lab, Way.SSH));
            Files.writeString(folder.resolve("inventory-winrm.yaml"), inventory(lab, Way.WINRM_HTTPS));
            Files.writeString(folder.resolve("sp1.yaml"), patch());
            out.println(
                    "An emulated Exchange 2007 cluster of " + nodes + " nodes answers on loopback; time passes in it "
                            + (int) SPEED + " times as fast. Ctrl-C ends it. In another terminal:");
            for (String command : new String[] {"check", "plan", "run"}) {
                out.println("  understudy " + command + " " + folder.resolve("inventory.yaml") + " mail --patch "
                        + folder.resolve("sp1.yaml"));
            }
            out.flush();
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** How the nodes of the lab are reached. */
    public enum Way {
        SSH,
        WINRM_HTTP,
        WINRM_HTTPS
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
                """.formatted(way == Way.SSH ? "ssh" : "winrm", access(way)));
        for (WindowsNode node : lab.world().nodes()) {
            text.append("      ")
                    .append(node.name())
                    .append(": {address: 127.0.0.1, port: ")
                    .append(port(lab, node, way))
                    .append("}\n");
        }
        return text + """
                    groups:
                      %s:
                        weight: 1
                        probes:
                          - {kind: smtp, address: 127.0.0.1, port: %d}
                          - {kind: imap, address: 127.0.0.1, port: %d}
                """.formatted(SingleCopyCluster.MAILBOX_SERVER, lab.smtpPort(), lab.imapPort());
    }

    private static String access(Way way) {
        return switch (way) {
            case SSH -> "ssh: {user: " + WindowsLab.ACCOUNT + ", identity: id, knownHosts: known_hosts}";
            case WINRM_HTTP ->
                "winrm: {user: " + WindowsLab.ACCOUNT + ", password: 'file:password', login: ntlm, transport: http}";
            case WINRM_HTTPS ->
                "winrm: {user: " + WindowsLab.ACCOUNT
                        + ", password: 'file:password', login: ntlm, transport: https, authorities: authorities.pem}";
        };
    }

    private static int port(WindowsLab lab, WindowsNode node, Way way) {
        return switch (way) {
            case SSH -> lab.door(node.name()).port();
            case WINRM_HTTP -> lab.winrm(node.name(), false).port();
            case WINRM_HTTPS -> lab.winrm(node.name(), true).port();
        };
    }

    /** The patch for the medium that lies on its nodes. */
    public static String patch() {
        return """
                format: 1
                id: exchange-2007-sp1
                procedure: exchange-2007/scc-service-pack
                files: [{path: '%s', sha256: %s}]
                versionFence: true
                restart: always
                """.formatted(
                        SingleCopyCluster.MEDIUM,
                        Digest.of(SingleCopyCluster.mediumContent()).sha256());
    }

    /** The number behind {@code --nodes}; empty where it is none from 2 to 8. */
    public static Optional<Integer> nodes(String text) {
        return text.matches("[2-8]") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
