package understudy.driver.pacemaker.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What {@code corosync-cmapctl nodelist.} prints: for each node its id, its name where it has one, and an address for each link. */
final class NodeList {
    private static final Pattern LINE = Pattern.compile(
            "nodelist\\.node\\.(\\d{1,4})\\.(ring[0-7]_addr|name|nodeid) \\([a-z0-9]+\\) = (\\S{1,255})");
    /** What {@code SshEndpoint} takes. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,253}|[0-9A-Fa-f:.]+");

    private final Map<String, Map<String, String>> nodes = new LinkedHashMap<>();

    NodeList(String printed) {
        printed.lines().limit(4096).forEach(line -> {
            var match = LINE.matcher(line.strip());
            if (match.matches()) {
                nodes.computeIfAbsent(match.group(1), number -> new HashMap<>()).put(match.group(2), match.group(3));
            }
        });
    }

    /** The addresses of the node with this name or id, by link; empty where corosync does not say. */
    List<String> addresses(String name, String id) {
        List<String> addresses = new ArrayList<>();
        nodes.values().stream()
                .filter(node -> id.equals(node.get("nodeid")) || name.equals(node.get("name")))
                .findFirst()
                .ifPresent(node -> {
                    for (int link = 0; link < 8; link++) {
                        var address = node.get("ring" + link + "_addr");
                        if (address != null && ADDRESS.matcher(address).matches()) {
                            addresses.add(address);
                        }
                    }
                });
        return addresses;
    }
}
