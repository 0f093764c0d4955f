package understudy.emulated.windows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import understudy.emulated.world.ClusterSettings;
import understudy.emulated.world.Placing;
import understudy.emulated.world.Refused;
import understudy.emulated.world.ReplicatedCluster;
import understudy.emulated.world.RestsOn;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;

/** {@code cluster.exe}: nodes paused and resumed, groups moved, private properties, possible owners. */
@RestsOn(mark = RestsOn.Mark.GENERAL, value = "cluster.exe ends with the Win32 code of its error.")
@RestsOn(
        mark = RestsOn.Mark.GENERAL,
        value = "The columns in which /priv lists properties; a group takes private ones.")
@RestsOn(mark = RestsOn.Mark.GENERAL, value = "The options /addowner and /removeowner of a resource.")
final class ClusterProgram {
    private static final int BAD_OPTION = 87;

    private final World world;
    private final WindowsNode node;

    ClusterProgram(World world, WindowsNode node) {
        this.world = world;
        this.node = node;
    }

    int run(List<String> arguments, OutputStream output) throws IOException, InterruptedException {
        try {
            if (!world.isClustered() || !world.isMember(node)) {
                throw new Refused(1753, "The Cluster service on " + node.name() + " does not run.");
            }
            if (arguments.size() < 3) {
                throw new Refused(BAD_OPTION, "Too few words.");
            }
            carryOut(
                    arguments.getFirst().toLowerCase(Locale.ROOT),
                    arguments.get(1),
                    arguments.subList(2, arguments.size()),
                    output);
            return 0;
        } catch (Refused refused) {
            output.write(("System error " + refused.code() + " has occurred.\r\n" + refused.sentence() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            return refused.code();
        }
    }

    private void carryOut(String kind, String name, List<String> options, OutputStream output)
            throws Refused, IOException, InterruptedException {
        var settings = new ClusterSettings(world);
        var first = options.getFirst();
        switch (kind) {
            case "node" -> {
                note("node", name, first);
                switch (first) {
                    case "/pause" -> settings.pause(name, true);
                    case "/resume" -> settings.pause(name, false);
                    default -> throw unknown(first);
                }
            }
            case "group" -> group(name, options, output);
            case "res", "resource" -> {
                if (first.equals("/priv") && options.size() == 1) {
                    quorum(name, output);
                    return;
                }
                note("res", name, first);
                if (value(first, "/addowner").isPresent()) {
                    settings.possibleOwner(name, value(first, "/addowner").get(), true);
                } else if (value(first, "/removeowner").isPresent()) {
                    settings.possibleOwner(name, value(first, "/removeowner").get(), false);
                } else {
                    throw unknown(first);
                }
            }
            default -> throw unknown(kind);
        }
    }

    private void group(String name, List<String> options, OutputStream output)
            throws Refused, IOException, InterruptedException {
        var first = options.getFirst();
        var target = value(first, "/moveto");
        if (target.isPresent()) {
            if (options.size() < 2 || value(options.get(1), "/wait").isEmpty()) {
                throw new Refused(BAD_OPTION, "A move without /wait:SECONDS returns before it has happened.");
            }
            note("group", name, first);
            new Placing(world).move(name, target.get());
        } else if (first.equals("/priv") && options.size() == 1) {
            list(name, output);
        } else if (first.equals("/priv")
                && options.size() == 2
                && options.get(1).contains("=")) {
            var pair = options.get(1).split("=", 2);
            new ClusterSettings(world).property(name, pair[0], pair[1]);
        } else if (first.equals("/priv")
                && options.size() == 3
                && options.get(2).equals("/usedefault")) {
            new ClusterSettings(world).property(name, options.get(1), "");
        } else {
            throw unknown(first);
        }
    }

    private void list(String name, OutputStream output) throws Refused, IOException {
        var group = world.group(name).orElseThrow(() -> new Refused(5013, "The cluster has no group " + name + "."));
        var text = new StringBuilder("Listing private properties for '" + name + "':\r\n\r\n"
                + "T  Group                Name                           Value\r\n"
                + "-- -------------------- ------------------------------ -----------------------\r\n");
        group.properties()
                .forEach((property, value) ->
                        text.append(String.format(Locale.ROOT, "S  %-20s %-30s %s\r\n", name, property, value)));
        output.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "A majority node set has its witness in the property MNSFileShare.")
    private void quorum(String name, OutputStream output) throws Refused, IOException {
        if (!name.equals(ReplicatedCluster.QUORUM)) {
            throw new Refused(5007, "The cluster has no resource " + name + ".");
        }
        output.write(("S  " + name + "    MNSFileShare                   " + ReplicatedCluster.WITNESS + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    private void note(String kind, String name, String option) {
        world.note(node, "cluster " + kind + " \"" + name + "\" " + option);
    }

    private static Optional<String> value(String option, String name) {
        return option.toLowerCase(Locale.ROOT).startsWith(name + ":")
                ? Optional.of(option.substring(name.length() + 1))
                : Optional.empty();
    }

    private static Refused unknown(String option) {
        return new Refused(BAD_OPTION, "The option " + option + " is not known here.");
    }
}
