package understudy.cli.wiring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import understudy.cli.wiring.ExchangeLab.Way;
import understudy.emulated.classic.Administrator;
import understudy.emulated.classic.OldTiming;
import understudy.emulated.classic.OldWorld;
import understudy.emulated.classic.OldWorlds;
import understudy.emulated.classic.Product;
import understudy.emulated.lab.OldLab;
import understudy.emulated.world.ScaledClock;
import understudy.emulated.world.WorldClock;
import understudy.remote.Digest;

/**
 * Emulated nodes with an Exchange from before 2007 behind a management host, for a user to try: {@code understudy lab up --exchange 2003}. It
 * lives as long as its command does, which is also the operator's place: what has no command line is typed there.
 */
public final class ClassicLab {
    private static final double SPEED = 60;

    private ClassicLab() {}

    /** The world of that kind. */
    public static OldWorld world(ClassicKind kind, int nodes, OldTiming timing, WorldClock clock) {
        return kind.servers() == 0
                ? OldWorlds.alone(kind.product(), timing, clock)
                : OldWorlds.cluster(
                        kind.product(), kind.isForTwoNodesOnly() ? 2 : nodes, kind.servers(), timing, clock);
    }

    /** Starts it, says what to type, does what the operator types, and returns at the end of the input or when its thread is interrupted. */
    public static void up(ClassicKind kind, int nodes, Path folder, PrintStream out) throws IOException {
        Files.createDirectories(folder);
        OldWorld world = world(kind, nodes, OldTiming.usual(), new ScaledClock(Instant.now(), SPEED));
        try (OldLab lab = OldLab.open(world, folder)) {
            Files.writeString(folder.resolve("inventory.yaml"), inventory(lab, kind, Way.SSH));
            Files.writeString(folder.resolve("inventory-winrm.yaml"), inventory(lab, kind, Way.WINRM_HTTPS));
            Files.writeString(folder.resolve("patch.yaml"), patch(kind));
            out.println("Emulated nodes with Exchange " + kind.word()
                    + " answer through a management host on loopback; time passes in them " + (int) SPEED
                    + " times as fast. Ctrl-C ends it. In another terminal:");
            for (String command : new String[] {"check", "plan", "run"}) {
                out.println("  understudy " + command + " " + folder.resolve("inventory.yaml") + " mail --patch "
                        + folder.resolve("patch.yaml"));
            }
            if (kind == ClassicKind.SERVICE_PACK_2003) {
                out.println("Where the run asks for Upgrade Exchange Virtual Server, type here: upgrade EVS1");
            }
            out.flush();
            operate(world, out);
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void operate(OldWorld world, PrintStream out) throws IOException, InterruptedException {
        var reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            var group = world.group(line.replaceFirst("^upgrade +", "").strip());
            if (line.startsWith("upgrade ") && group.isPresent()) {
                var refused = new Administrator(world)
                        .upgrade(group.get().name(), group.get().owner());
                out.println(refused.orElse(group.get().name() + " is upgraded."));
            } else if (!line.isBlank()) {
                out.println("Only this can be typed here: upgrade EVS1");
            }
            out.flush();
        }
    }

    /** The inventory of the lab, under the name {@code mail}, with paths beside it. */
    public static String inventory(OldLab lab, ClassicKind kind, Way way) {
        var nodes = new StringBuilder();
        lab.world()
                .nodes()
                .forEach(node -> nodes.append("      ").append(node.name()).append(": {}\n"));
        var groups = new StringBuilder();
        for (String server : lab.servers()) {
            groups.append("""
                          %s:
                            weight: 1
                            probes:
                              - {kind: smtp, address: 127.0.0.1, port: %d}
                              - {kind: imap, address: 127.0.0.1, port: %d}
                    """.formatted(server, lab.smtpPort(server), lab.imapPort(server)));
        }
        return """
                format: 1
                clusters:
                  mail:
                    platform: %1$s
                    %2$sobserver: %3$s
                    actuator: %3$s
                    %4$s
                    through: {address: 127.0.0.1, port: %5$d, cluster: %6$s}
                    nodes:
                %7$s    groups:
                %8$s""".formatted(
                        kind.platform(),
                        kind.servers() == 0 ? "procedure: " + kind.procedure() + "\n    " : "",
                        way.word(),
                        way.access(),
                        port(lab, way),
                        OldWorlds.CLUSTER,
                        nodes,
                        groups);
    }

    private static int port(OldLab lab, Way way) {
        return switch (way) {
            case SSH -> lab.door().port();
            case WINRM_HTTP -> lab.winrm(false).port();
            case WINRM_HTTPS -> lab.winrm(true).port();
        };
    }

    /** The patch for what lies on its nodes. */
    public static String patch(ClassicKind kind) {
        return """
                format: 1
                id: %s
                procedure: %s
                files: [{path: '%s', sha256: %s}]
                restart: required
                """.formatted(
                        kind.isFix() ? "fix" : "service-pack",
                        kind.procedure(),
                        kind.installer(),
                        Digest.of(Product.content(kind.installer())).sha256());
    }
}
