package understudy.emulated.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import understudy.emulated.classic.OldGroup.Resource;
import understudy.emulated.world.Refused;
import understudy.emulated.world.RestsOn;

/** {@code cluster.exe /cluster:NAME}: nodes, groups and resources listed and changed, private properties, possible owners. */
@RestsOn(mark = RestsOn.Mark.GENERAL, value = "cluster.exe ends with the Win32 code of its error.")
@RestsOn(
        mark = RestsOn.Mark.GENERAL,
        value =
                "The tables in which cluster.exe lists nodes, groups, resources, owners and properties, and their words in English.")
@RestsOn(mark = RestsOn.Mark.GENERAL, value = "The options /listowners, /addowner and /removeowner of a resource.")
final class HostCluster implements HostProgram {
    private static final int BAD_OPTION = 87;
    private static final int NO_SERVER = 1722;

    private final OldWorld world;
    private final Moving moving;

    HostCluster(OldWorld world) {
        this.world = world;
        this.moving = new Moving(world);
    }

    @Override
    public Said run(List<String> arguments) throws InterruptedException {
        try {
            if (arguments.size() < 2 || !arguments.getFirst().equalsIgnoreCase("/cluster:" + OldWorlds.CLUSTER)) {
                throw new Refused(NO_SERVER, "The RPC server is unavailable.");
            }
            if (!world.isClustered() || world.nodes().stream().noneMatch(world::isMember)) {
                throw new Refused(NO_SERVER, "The RPC server is unavailable.");
            }
            return Said.of(
                    0, carryOut(arguments.get(1).toLowerCase(Locale.ROOT), arguments.subList(2, arguments.size())));
        } catch (Refused refused) {
            return Said.of(refused.code(), "System error " + refused.code() + " has occurred.", refused.sentence());
        }
    }

    private String carryOut(String kind, List<String> words) throws Refused, InterruptedException {
        return switch (kind) {
            case "node" -> words.isEmpty() ? nodes() : node(words);
            case "group" -> words.isEmpty() ? groups() : group(words);
            case "res", "resource" -> words.isEmpty() ? resources() : resource(words);
            default -> throw unknown(kind);
        };
    }

    private String nodes() {
        List<String> lines = new ArrayList<>(List.of(
                "Listing status for all available nodes:",
                "",
                "Node           Node ID Status",
                "-------------- ------- ---------------------"));
        int id = 1;
        for (OldNode node : world.nodes()) {
            String status = !world.isMember(node) ? "Down" : node.paused ? "Paused" : "Up";
            lines.add(String.format(Locale.ROOT, "%-14s %7d %s", node.name(), id++, status));
        }
        return String.join("\r\n", lines);
    }

    private String groups() {
        List<String> lines = new ArrayList<>(List.of(
                "Listing status for all available resource groups:",
                "",
                "Group                Node            Status",
                "-------------------- --------------- ------"));
        for (OldGroup group : world.groups()) {
            lines.add(String.format(Locale.ROOT, "%-20s %-15s %s", group.name(), group.owner(), group.status()));
        }
        return String.join("\r\n", lines);
    }

    private String resources() {
        List<String> lines = new ArrayList<>(List.of(
                "Listing status for all available resources:",
                "",
                "Resource             Group                Node            Status",
                "-------------------- -------------------- --------------- ------"));
        for (OldGroup group : world.groups()) {
            for (Resource resource : group.resources()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%-20s %-20s %-15s %s",
                        resource.name(),
                        group.name(),
                        group.owner(),
                        resource.state().word()));
            }
        }
        return String.join("\r\n", lines);
    }

    private String node(List<String> words) throws Refused {
        if (words.size() != 2) {
            throw unknown(String.join(" ", words));
        }
        var node = world.node(words.getFirst())
                .orElseThrow(
                        () -> new Refused(Moving.NO_SUCH_NODE, "The cluster has no node " + words.getFirst() + "."));
        if (!world.isMember(node)) {
            throw new Refused(Starting.NODE_DOWN, "The cluster node " + node.name() + " is down.");
        }
        node.paused = switch (words.get(1).toLowerCase(Locale.ROOT)) {
            case "/pause" -> true;
            case "/resume" -> false;
            default -> throw unknown(words.get(1));
        };
        world.note("cluster node \"" + node.name() + "\" " + words.get(1));
        moving.inherited();
        return "";
    }

    private String group(List<String> words) throws Refused, InterruptedException {
        var name = words.getFirst();
        var option = words.size() > 1 ? words.get(1) : "";
        var target = value(option, "/moveto");
        if (target.isPresent()) {
            waits(words, 2);
            note("group", name, option);
            moving.move(name, target.get());
            return "";
        }
        if (option.equalsIgnoreCase("/on") || option.equalsIgnoreCase("/off")) {
            waits(words, 2);
            note("group", name, option);
            var group = moving.group(name);
            switchTo(group, group.resources(), option);
            return "";
        }
        if (option.equalsIgnoreCase("/priv")) {
            return properties(moving.group(name), words.subList(2, words.size()));
        }
        throw unknown(option);
    }

    private String resource(List<String> words) throws Refused, InterruptedException {
        var name = words.getFirst();
        var group =
                world.groupOf(name).orElseThrow(() -> new Refused(5007, "The cluster has no resource " + name + "."));
        var resource = group.resources().stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow();
        var option = words.size() > 1 ? words.get(1) : "";
        if (option.equalsIgnoreCase("/listowners")) {
            List<String> lines = new ArrayList<>(List.of(
                    "Listing possible owners for resource '" + resource.name() + "':",
                    "",
                    "Possible Owner Nodes",
                    "--------------------"));
            lines.addAll(resource.possibleOwners());
            return String.join("\r\n", lines);
        }
        if (option.equalsIgnoreCase("/prop:Type") && words.size() == 2) {
            return String.join(
                    "\r\n",
                    "Listing properties for '" + resource.name() + "':",
                    "",
                    "T  Resource             Name                           Value",
                    "-- -------------------- ------------------------------ -----------------------",
                    String.format(Locale.ROOT, "SR %-20s %-30s %s", resource.name(), "Type", resource.type));
        }
        if (option.equalsIgnoreCase("/on") || option.equalsIgnoreCase("/off")) {
            waits(words, 2);
            note("res", name, option);
            switchTo(group, List.of(resource), option);
            return "";
        }
        owner(group, resource, option);
        return "";
    }

    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "The owner of a resource cannot be taken from its possible owners.")
    private void owner(OldGroup group, Resource resource, String option) throws Refused {
        var added = value(option, "/addowner");
        var removed = value(option, "/removeowner");
        if (added.isEmpty() && removed.isEmpty()) {
            throw unknown(option);
        }
        note("res", resource.name(), option);
        synchronized (world) {
            if (removed.isPresent() && group.owner().equalsIgnoreCase(removed.get())) {
                throw new Refused(5073, removed.get() + " owns " + resource.name() + " now.");
            }
            added.filter(node -> !resource.possibleOwners.contains(node)).ifPresent(resource.possibleOwners::add);
            removed.ifPresent(node -> resource.possibleOwners.removeIf(node::equalsIgnoreCase));
        }
        moving.inherited();
    }

    private String properties(OldGroup group, List<String> words) throws Refused {
        if (words.isEmpty()) {
            var text = new StringBuilder("Listing private properties for '" + group.name() + "':\r\n\r\n"
                    + "T  Group                Name                           Value\r\n"
                    + "-- -------------------- ------------------------------ -----------------------");
            group.properties()
                    .forEach((name, value) -> text.append(
                            String.format(Locale.ROOT, "\r\nS  %-20s %-30s %s", group.name(), name, value)));
            return text.toString();
        }
        synchronized (world) {
            if (words.size() == 1 && words.getFirst().contains("=")) {
                var pair = words.getFirst().split("=", 2);
                group.properties.put(pair[0], pair[1]);
            } else if (words.size() == 2 && words.get(1).equalsIgnoreCase("/usedefault")) {
                group.properties.remove(words.getFirst());
            } else {
                throw unknown(String.join(" ", words));
            }
        }
        return "";
    }

    private void switchTo(OldGroup group, List<Resource> resources, String option)
            throws Refused, InterruptedException {
        var starting = new Starting(world);
        if (option.equalsIgnoreCase("/on")) {
            starting.up(group, resources);
        } else {
            starting.down(group, resources);
        }
    }

    /** With no number it would wait for ever, and without the option not at all. */
    private static void waits(List<String> words, int at) throws Refused {
        if (words.size() != at + 1 || !words.get(at).matches("(?i)/wait:[0-9]{1,5}")) {
            throw new Refused(BAD_OPTION, "Without /wait:SECONDS the command returns before it has happened.");
        }
    }

    private void note(String kind, String name, String option) {
        world.note("cluster " + kind + " \"" + name + "\" " + option);
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
