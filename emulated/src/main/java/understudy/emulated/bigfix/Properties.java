package understudy.emulated.bigfix;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import understudy.emulated.world.RestsOn;
import understudy.emulated.world.WindowsNode;

/** What the analysis that an administrator has imported for Understudy makes an agent report. */
@RestsOn(
        mark = RestsOn.Mark.GENERAL,
        value = "An agent can select from root\\MSCluster by WMI, and shows a time in RFC 1123's form.")
final class Properties {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Properties() {}

    static String time(java.time.Instant instant) {
        return TIME.format(instant);
    }

    static Map<String, List<String>> of(Machine machine) {
        var world = machine.world();
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("Understudy boot time", List.of(time(world.bootOf(machine.node()))));
        values.put("Understudy pending restart", List.of(machine.awaitsRestart() ? "True" : "False"));
        values.put(
                "Understudy installers",
                machine.node().processes().stream()
                        .map(WindowsNode.RunningProgram::program)
                        .filter(program -> program.equalsIgnoreCase("setup") || program.equalsIgnoreCase("msiexec"))
                        .toList());
        if (!machine.isMember()) {
            return values;
        }
        put(values, "cluster nodes", world.nodes().stream().map(node -> node.name() + "|" + state(machine, node)));
        put(
                values,
                "cluster groups",
                world.groups().stream()
                        .map(group -> group.name() + "|" + group.state().number()));
        put(values, "group owners", world.groups().stream().map(group -> group.name() + "|" + group.owner()));
        put(
                values,
                "group resources",
                world.groups().stream()
                        .flatMap(group ->
                                group.resources().stream().map(resource -> group.name() + "|" + resource.name())));
        var resources = world.groups().stream()
                .flatMap(group -> group.resources().stream())
                .toList();
        put(values, "resource types", resources.stream().map(resource -> resource.name() + "|" + resource.type()));
        put(
                values,
                "possible owners",
                resources.stream()
                        .flatMap(resource ->
                                resource.possibleOwners().stream().map(owner -> resource.name() + "|" + owner)));
        return values;
    }

    private static void put(Map<String, List<String>> values, String name, Stream<String> lines) {
        values.put("Understudy " + name, lines.toList());
    }

    private static String state(Machine machine, WindowsNode node) {
        return !machine.world().isMember(node) ? "1" : machine.world().isPaused(node) ? "2" : "0";
    }
}
