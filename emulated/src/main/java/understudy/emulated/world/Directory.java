package understudy.emulated.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the directory knows beside the cluster: other Exchange servers of the organisation, and who administers Exchange. */
public final class Directory {
    private final Map<String, String> servers = new LinkedHashMap<>();
    private final List<String> administrators = new CopyOnWriteArrayList<>(List.of("example.com/Users/exadmin"));

    Directory() {}

    /** Other servers, each with its version as the directory shows it. */
    public synchronized Map<String, String> servers() {
        return new LinkedHashMap<>(servers);
    }

    /** Adds another server. */
    public synchronized void add(String server, String version) {
        servers.put(server, version);
    }

    /** Who administers Exchange, as the directory names them. */
    public List<String> administrators() {
        return administrators;
    }
}
