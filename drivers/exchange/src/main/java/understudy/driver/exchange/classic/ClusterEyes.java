package understudy.driver.exchange.classic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import understudy.driver.exchange.ExchangeVersion;
import understudy.driver.exchange.classic.ClusterLook.Group;
import understudy.driver.exchange.classic.ClusterLook.Resource;
import understudy.driver.exchange.classic.Host.Reply;

/** Looks at the cluster by cluster.exe and at the directory by dsquery; the types of resources do not change and are asked once. */
final class ClusterEyes {
    private final Host host;
    private final Map<String, String> types = new ConcurrentHashMap<>();

    ClusterEyes(Host host) {
        this.host = host;
    }

    /** What came of looking. */
    sealed interface Look {
        record Seen(ClusterLook look) implements Look {}

        record NotSeen(String reason) implements Look {}
    }

    /** Nothing but groups, resources, nodes and properties. */
    Look look() {
        var nodes = host.askCluster("node");
        var groups = host.askCluster("group");
        var resources = host.askCluster("res");
        var properties = host.askCluster("group", ClusterLook.CLUSTER_GROUP, "/priv");
        for (Optional<Reply.Ended> said : List.of(nodes, groups, resources, properties)) {
            if (said.isEmpty() || !said.get().succeeded()) {
                return new Look.NotSeen(said.map(one -> "cluster.exe ended with " + one.exit() + ", " + one.words())
                        .orElse("the management host does not answer."));
            }
        }
        return read(
                Tables.nodes(nodes.orElseThrow().lines()),
                groups.orElseThrow(),
                resources.orElseThrow(),
                Tables.properties(properties.orElseThrow().lines(), ClusterLook.CLUSTER_GROUP, "Understudy"));
    }

    private Look read(
            Map<String, String> nodes, Reply.Ended groups, Reply.Ended resources, Map<String, String> properties) {
        List<String> names = List.copyOf(nodes.keySet());
        Map<String, Group> found = new LinkedHashMap<>();
        for (String line : Tables.rows(groups.lines())) {
            var row = Tables.row(line, names);
            if (row.isEmpty()) {
                return new Look.NotSeen("cluster.exe lists a group in a way that cannot be read: " + line);
            }
            found.put(
                    row.get().before(),
                    new Group(row.get().before(), row.get().node(), row.get().status(), List.of()));
        }
        Map<String, List<Resource>> parts = new LinkedHashMap<>();
        for (String line : Tables.rows(resources.lines())) {
            var row = Tables.row(line, names);
            var group = row.flatMap(one -> found.keySet().stream()
                    .filter(name -> Tables.resource(one.before(), name).isPresent())
                    .max(java.util.Comparator.comparingInt(String::length)));
            if (group.isEmpty()) {
                return new Look.NotSeen("cluster.exe lists a resource in a way that cannot be read: " + line);
            }
            var name = Tables.resource(row.orElseThrow().before(), group.get()).orElseThrow();
            var type = type(name);
            if (type.isEmpty()) {
                return new Look.NotSeen("the type of the resource " + name + " could not be read.");
            }
            parts.computeIfAbsent(group.get(), _ -> new ArrayList<>())
                    .add(new Resource(name, type.get(), row.orElseThrow().status(), List.of()));
        }
        return whole(nodes, found, parts, properties);
    }

    private Look whole(
            Map<String, String> nodes,
            Map<String, Group> found,
            Map<String, List<Resource>> parts,
            Map<String, String> properties) {
        Map<String, Group> groups = new LinkedHashMap<>();
        Map<String, ExchangeVersion> versions = new LinkedHashMap<>();
        for (Group group : found.values()) {
            List<Resource> resources = parts.getOrDefault(group.name(), List.of());
            var listed = new Group(group.name(), group.owner(), group.status(), resources);
            if (listed.serves()) {
                var owned = owned(resources);
                if (owned.isEmpty()) {
                    return new Look.NotSeen("the possible owners of " + group.name() + " could not be read.");
                }
                listed = new Group(group.name(), group.owner(), group.status(), owned.get());
                version(group.name()).ifPresent(version -> versions.put(group.name(), version));
            }
            groups.put(group.name(), listed);
        }
        return new Look.Seen(new ClusterLook(nodes, groups, properties, versions, storageGroups(groups)));
    }

    private Optional<String> type(String resource) {
        var known = Optional.ofNullable(types.get(resource));
        return known.or(() -> {
            var read = host.askCluster("res", resource, "/prop:Type")
                    .filter(Reply.Ended::succeeded)
                    .flatMap(said -> Tables.rows(said.lines()).stream()
                            .filter(row -> row.contains(" Type "))
                            .map(row -> row.substring(row.indexOf(" Type ") + " Type ".length())
                                    .strip())
                            .findFirst());
            read.ifPresent(type -> types.put(resource, type));
            return read;
        });
    }

    private Optional<List<Resource>> owned(List<Resource> resources) {
        List<Resource> owned = new ArrayList<>();
        for (Resource resource : resources) {
            var said = host.askCluster("res", resource.name(), "/listowners").filter(Reply.Ended::succeeded);
            if (said.isEmpty()) {
                return Optional.empty();
            }
            List<String> owners =
                    Tables.rows(said.get().lines()).stream().map(String::strip).toList();
            owned.add(new Resource(resource.name(), resource.type(), resource.status(), owners));
        }
        return Optional.of(owned);
    }

    /** Only Exchange 2003 gives a virtual server a version of its own that is upgraded. */
    private Optional<ExchangeVersion> version(String server) {
        if (!host.settings().platform().equals("exchange-2003")) {
            return Optional.empty();
        }
        return host.ask(directory("(&(objectClass=msExchExchangeServer)(cn=" + server + "))", "serialNumber"))
                .filter(Reply.Ended::succeeded)
                .flatMap(said -> said.lines().stream()
                        .filter(line -> line.contains("Version "))
                        .findFirst())
                .flatMap(ExchangeVersion::read);
    }

    /** One node carries four at most. */
    private Map<String, Integer> storageGroups(Map<String, Group> groups) {
        Map<String, Integer> count = new LinkedHashMap<>();
        if (!host.settings().platform().equals("exchange-2000")) {
            return count;
        }
        host.ask(directory("(objectClass=msExchStorageGroup)", "distinguishedName"))
                .filter(Reply.Ended::succeeded)
                .ifPresent(said -> groups.values().stream()
                        .filter(Group::serves)
                        .forEach(group -> count.put(
                                group.name(),
                                Math.toIntExact(said.lines().stream()
                                        .filter(line -> line.contains(",CN=" + group.name() + ",CN=Servers,"))
                                        .count()))));
        return count;
    }

    private static String[] directory(String filter, String attribute) {
        return new String[] {
            "dsquery.exe", "*", "forestroot", "-gc", "-filter", filter, "-attr", attribute, "-limit", "0"
        };
    }
}
