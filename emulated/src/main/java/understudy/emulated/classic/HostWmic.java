package understudy.emulated.classic;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import understudy.emulated.world.RestsOn;

/** {@code wmic /node:NODE}: when it was started, what runs, which version a file has. */
@RestsOn(
        mark = RestsOn.Mark.GENERAL,
        value =
                "The lines of wmic with /value, each ended by two carriage returns, and its exit code where a node does not answer.")
final class HostWmic implements HostProgram {
    private static final int RPC_UNAVAILABLE = -2147023174;
    private static final Pattern FILE = Pattern.compile("name='([^']+)'");
    private static final DateTimeFormatter BOOT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSSSS'+000'", Locale.ROOT);

    private final OldWorld world;

    HostWmic(OldWorld world) {
        this.world = world;
    }

    @Override
    public Said run(List<String> arguments) {
        if (arguments.size() < 4
                || !arguments.getFirst().toLowerCase(Locale.ROOT).startsWith("/node:")) {
            return Said.of(1, "Invalid Global Switch.");
        }
        var name = arguments.getFirst().substring("/node:".length());
        var node = ManagementHost.reached(world, name);
        if (node.isEmpty()) {
            return Said.of(RPC_UNAVAILABLE, "Node - " + name, "ERROR:", "Description = The RPC server is unavailable.");
        }
        List<String> query = arguments.subList(1, arguments.size());
        if (query.equals(List.of("os", "get", "LastBootUpTime", "/value"))) {
            return values(
                    "LastBootUpTime",
                    List.of(BOOT.format(world.bootOf(node.get()).atOffset(ZoneOffset.UTC))));
        }
        if (query.equals(List.of("process", "get", "Name", "/value"))) {
            return values("Name", node.get().processes());
        }
        if (query.size() == 6
                && query.subList(0, 2).equals(List.of("datafile", "where"))
                && query.subList(3, 6).equals(List.of("get", "Version", "/value"))) {
            var matcher = FILE.matcher(query.get(2));
            return matcher.matches() ? version(node.get(), matcher.group(1)) : Said.of(1, "Invalid query");
        }
        return Said.of(1, "Invalid query");
    }

    private static Said version(OldNode node, String path) {
        var plain = path.replace("\\\\", "\\");
        return node.file(plain).isEmpty()
                ? new Said(0, "No Instance(s) Available.\r\r\n")
                : values(
                        "Version",
                        List.of(node.versionOf(plain).map(Object::toString).orElse("")));
    }

    private static Said values(String name, List<String> values) {
        var text = new StringBuilder("\r\r\n");
        values.forEach(value -> text.append(name).append('=').append(value).append("\r\r\n\r\r\n"));
        return new Said(0, text.toString());
    }
}
