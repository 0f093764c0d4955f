package understudy.cli.wiring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import understudy.emulated.classic.Administrator;
import understudy.emulated.classic.OldTiming;
import understudy.emulated.classic.OldWorld;
import understudy.emulated.classic.OldWorlds;
import understudy.emulated.classic.Product;
import understudy.emulated.lab.OldLab;
import understudy.emulated.lab.WindowsLab;
import understudy.emulated.world.ScaledClock;
import understudy.remote.Digest;

/**
 * Emulated nodes with an Exchange from before 2007 behind a management host, for a user to try: {@code understudy lab up --exchange 2003}. It
 * lives as long as its command does, which is also the operator's place: what has no command line is typed there.
 */
public final class ClassicLab {
    private static final double SPEED = 60;
    private static final Map<String, Product> KINDS = Map.of(
            "2003", Product.EXCHANGE_2003,
            "2000", Product.EXCHANGE_2000,
            "5.5", Product.EXCHANGE_55,
            "standalone", Product.EXCHANGE_2003);

    private ClassicLab() {}

    /** Whether {@code --exchange} names one of these. */
    public static boolean isKind(String kind) {
        return KINDS.containsKey(kind);
    }

    /** The world of that kind; a server alone has one node, 5.5 two. */
    public static OldWorld world(String kind, int nodes, OldTiming timing, double speed) {
        var clock = new ScaledClock(Instant.now(), speed);
        Product product = product(kind);
        if (kind.equals("standalone")) {
            return OldWorlds.alone(product, timing, clock);
        }
        return OldWorlds.cluster(product, kind.equals("5.5") ? 2 : nodes, 1, timing, clock);
    }

    private static Product product(String kind) {
        Product product = KINDS.get(kind);
        if (product == null) {
            throw new IllegalArgumentException("There is no emulated Exchange " + kind + ".");
        }
        return product;
    }

    /** Starts it, says what to type, does what the operator types, and returns at the end of the input or when its thread is interrupted. */
    public static void up(String kind, int nodes, Path folder, PrintStream out) throws IOException {
        Files.createDirectories(folder);
        try (OldLab lab = OldLab.open(world(kind, nodes, OldTiming.usual(), SPEED), folder)) {
            Files.writeString(folder.resolve("inventory.yaml"), inventory(lab));
            Files.writeString(folder.resolve("patch.yaml"), patch(lab, kind));
            out.println("Emulated nodes with Exchange " + kind
                    + " answer through a management host on loopback; time passes in them " + (int) SPEED
                    + " times as fast. Ctrl-C ends it. In another terminal:");
            for (String command : new String[] {"check", "plan", "run"}) {
                out.println("  understudy " + command + " " + folder.resolve("inventory.yaml") + " mail --patch "
                        + folder.resolve("patch.yaml"));
            }
            if (lab.world().product() == Product.EXCHANGE_2003 && lab.world().isClustered()) {
                out.println("Where the run asks for Upgrade Exchange Virtual Server, type here: upgrade EVS1");
            }
            out.flush();
            operate(lab.world(), out);
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
    public static String inventory(OldLab lab) {
        OldWorld world = lab.world();
        var nodes = new StringBuilder();
        world.nodes().forEach(node -> nodes.append("      ").append(node.name()).append(": {}\n"));
        return """
                format: 1
                clusters:
                  mail:
                    platform: %s
                    %sobserver: ssh
                    actuator: ssh
                    ssh: {user: %s, identity: id, knownHosts: known_hosts}
                    through: {address: 127.0.0.1, port: %d, cluster: %s}
                    nodes:
                %s    groups:
                      %s:
                        weight: 1
                        probes:
                          - {kind: smtp, address: 127.0.0.1, port: %d}
                          - {kind: imap, address: 127.0.0.1, port: %d}
                """.formatted(
                        platform(world.product()),
                        world.isClustered() ? "" : "procedure: " + platform(world.product()) + "/stand-alone\n    ",
                        WindowsLab.ACCOUNT,
                        lab.door().port(),
                        OldWorlds.CLUSTER,
                        nodes,
                        world.isClustered() ? "EVS1" : world.nodes().getFirst().name(),
                        lab.smtpPort(),
                        lab.imapPort());
    }

    private static String platform(Product product) {
        return switch (product) {
            case EXCHANGE_2003 -> "exchange-2003";
            case EXCHANGE_2000 -> "exchange-2000";
            case EXCHANGE_55 -> "exchange-5.5";
        };
    }

    /** The patch for the service pack that lies on its nodes. */
    public static String patch(OldLab lab, String kind) {
        Product product = lab.world().product();
        String procedure = switch (kind) {
            case "2003" -> "exchange-2003/cluster-service-pack";
            case "2000" -> "exchange-2000/active-passive";
            case "5.5" -> "exchange-5.5/cluster-service-pack";
            default -> platform(product) + "/stand-alone";
        };
        return """
                format: 1
                id: service-pack
                procedure: %s
                files: [{path: '%s', sha256: %s}]
                restart: required
                """.formatted(
                        procedure,
                        product.servicePackPath(),
                        Digest.of(Product.content(product.servicePackPath())).sha256());
    }
}
