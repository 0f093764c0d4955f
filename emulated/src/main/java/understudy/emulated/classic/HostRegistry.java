package understudy.emulated.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import understudy.emulated.world.RestsOn;

/** {@code reg} with a node's name in the key. */
@RestsOn(
        mark = RestsOn.Mark.GENERAL,
        value =
                "The lines of reg query, and that reg ends with 1 whether a key is missing or its node does not answer.")
final class HostRegistry implements HostProgram {
    private static final Pattern KEY = Pattern.compile("\\\\\\\\([^\\\\]+)\\\\(HKLM\\\\.+)");

    private final OldWorld world;

    HostRegistry(OldWorld world) {
        this.world = world;
    }

    @Override
    public Said run(List<String> arguments) {
        if (arguments.size() < 2) {
            return Said.of(1, "ERROR: Invalid syntax.");
        }
        var matcher = KEY.matcher(arguments.get(1));
        if (!matcher.matches()) {
            return Said.of(1, "ERROR: Invalid key name.");
        }
        Optional<OldNode> node = ManagementHost.reached(world, matcher.group(1));
        if (node.isEmpty()) {
            return Said.of(1, "ERROR: The network path was not found.");
        }
        List<String> options = arguments.subList(2, arguments.size());
        return switch (arguments.getFirst().toLowerCase(Locale.ROOT)) {
            case "query" -> options.isEmpty() ? query(node.get(), matcher.group(2)) : invalid();
            case "add" -> add(node.get(), matcher.group(2), options);
            case "delete" -> delete(node.get(), matcher.group(2), options);
            default -> invalid();
        };
    }

    private static Said query(OldNode node, String key) {
        if (!node.registry().has(key)) {
            return missing();
        }
        List<String> lines = new ArrayList<>(List.of("", key.replaceFirst("^HKLM", "HKEY_LOCAL_MACHINE")));
        node.registry()
                .names(key)
                .forEach(name -> lines.add("    " + name + "    REG_SZ    "
                        + node.registry().value(key, name).orElse("")));
        lines.add("");
        return Said.of(0, lines.toArray(String[]::new));
    }

    private static Said add(OldNode node, String key, List<String> options) {
        boolean whole = options.size() == 5
                && options.getFirst().equals("/v")
                && options.get(2).equals("/d")
                && options.get(4).equals("/f");
        if (!whole) {
            return invalid();
        }
        node.registry().set(key, options.get(1), options.get(3));
        return Said.of(0, "The operation completed successfully.");
    }

    private static Said delete(OldNode node, String key, List<String> options) {
        if (options.size() != 3
                || !options.getFirst().equals("/v")
                || !options.get(2).equals("/f")) {
            return invalid();
        }
        return node.registry().remove(key, options.get(1))
                ? Said.of(0, "The operation completed successfully.")
                : missing();
    }

    private static Said missing() {
        return Said.of(1, "ERROR: The system was unable to find the specified registry key or value.");
    }

    private static Said invalid() {
        return Said.of(1, "ERROR: Invalid syntax.");
    }
}
