package understudy.cli.wiring;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import understudy.emulated.bigfix.BigFixDoor;
import understudy.emulated.bigfix.BigFixServer;
import understudy.emulated.bigfix.PatchContent;
import understudy.emulated.bigfix.WindowsCluster;
import understudy.emulated.bigfix.WindowsCluster.Windows;
import understudy.emulated.windows.winrm.NodeCertificate;
import understudy.emulated.world.ScaledClock;
import understudy.emulated.world.Timing;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;

/**
 * An emulated BigFix server with agents on an emulated cluster, for a user to try: {@code understudy lab up --bigfix}. It lives as long as its
 * command does; a folder gets the inventory, patches, the operator's password and what the server is known by.
 */
public final class BigFixLab implements AutoCloseable {
    private static final double SPEED = 60;

    private final World world;
    private final BigFixServer server;
    private final BigFixDoor door;

    private BigFixLab(World world, BigFixServer server, BigFixDoor door) {
        this.world = world;
        this.server = server;
        this.door = door;
    }

    /** What the lab is a lab of. */
    public enum Kind {
        FILES_2003("windows-cluster", Windows.SERVER_2003),
        FILES_2008("windows-cluster", Windows.SERVER_2008),
        EXCHANGE("exchange-2007", Windows.SERVER_2003);

        private final String platform;
        private final Windows windows;

        Kind(String platform, Windows windows) {
            this.platform = platform;
            this.windows = windows;
        }

        private World world(Timing timing, double speed) {
            var clock = new ScaledClock(Instant.now(), speed);
            return this == EXCHANGE
                    ? WindowsCluster.exchange(2, windows, timing, clock)
                    : WindowsCluster.files(2, windows, timing, clock);
        }
    }

    /** Opens it in a folder. */
    public static BigFixLab open(Kind kind, Timing timing, double speed, Path folder) throws IOException {
        return open(kind, kind.world(timing, speed), folder);
    }

    /** Opens it for a world that is there already. */
    public static BigFixLab open(Kind kind, World world, Path folder) throws IOException {
        Files.createDirectories(folder);
        String password = UUID.randomUUID().toString();
        secret(folder.resolve("password"), password);
        secret(folder.resolve("mover-password"), UUID.randomUUID().toString());
        try {
            NodeCertificate certificate = NodeCertificate.of("bigfix", Instant.now());
            Files.writeString(folder.resolve("authorities.pem"), certificate.pem());
            BigFixServer server = BigFixServer.of(world, password);
            var lab = new BigFixLab(world, server, BigFixDoor.open(server, certificate, 0));
            Files.writeString(folder.resolve("inventory.yaml"), lab.inventory(kind));
            Files.writeString(
                    folder.resolve("patch.yaml"), patch(kind, "Patches for Windows", PatchContent.WITH_RESTART));
            Files.writeString(
                    folder.resolve("baseline.yaml"), patch(kind, "custom/Cluster patches", PatchContent.BASELINE));
            return lab;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK makes elliptic keys", impossible);
        }
    }

    /** Starts it, says what to type, and returns when its thread is interrupted. */
    public static void up(Kind kind, Path folder, PrintStream out) throws IOException {
        try (BigFixLab lab = open(kind, Timing.usual(), SPEED, folder)) {
            out.println("An emulated BigFix server with two agents answers on loopback, port " + lab.door.port()
                    + "; time passes in it " + (int) SPEED + " times as fast. Ctrl-C ends it. In another terminal:");
            for (String command : List.of("bigfix prepare --yes", "check", "plan", "run")) {
                out.println("  understudy " + command + " " + folder.resolve("inventory.yaml") + " night"
                        + (command.startsWith("bigfix") ? "" : " --patch " + folder.resolve("patch.yaml")));
            }
            out.flush();
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void secret(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text + "\n");
    }

    private String inventory(Kind kind) {
        var text = new StringBuilder("""
                format: 1
                clusters:
                  night:
                    platform: %s
                    observer: bigfix
                    actuator: bigfix
                    bigfix:
                      server: localhost
                      port: %d
                      automationPort: %d
                      user: %s
                      password: 'file:password'
                      authorities: authorities.pem
                      mover: {user: 'EXAMPLE\\mover', password: 'file:mover-password'}
                    nodes:
                """.formatted(kind.platform, door.port(), door.port(), BigFixServer.OPERATOR));
        for (WindowsNode node : world.nodes()) {
            text.append("      ")
                    .append(node.name())
                    .append(": {address: ")
                    .append(node.name())
                    .append("}\n");
        }
        return text.toString();
    }

    private static String patch(Kind kind, String site, int id) {
        return """
                format: 1
                id: night
                procedure: %s
                fixlet: {site: '%s', id: '%d'}
                """.formatted(kind == Kind.EXCHANGE ? "exchange-2007/rolling" : "windows-cluster/rolling", site, id);
    }

    /** The nodes behind it. */
    public World world() {
        return world;
    }

    /** The server. */
    public BigFixServer server() {
        return server;
    }

    /** Where it answers. */
    public int port() {
        return door.port();
    }

    @Override
    public void close() {
        door.close();
    }
}
