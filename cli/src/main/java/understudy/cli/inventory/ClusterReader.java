package understudy.cli.inventory;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import understudy.cli.inventory.ClusterEntry.GroupEntry;
import understudy.cli.inventory.ClusterEntry.HookEntry;
import understudy.cli.inventory.ClusterEntry.NodeEntry;
import understudy.cli.inventory.ClusterEntry.SshEntry;
import understudy.cli.inventory.ClusterEntry.ThroughEntry;
import understudy.cli.inventory.ClusterEntry.WinRmEntry;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.Policy;
import understudy.documents.Fields;
import understudy.driver.pacemaker.Rival;

/** Reads one cluster of the inventory. */
final class ClusterReader {
    private static final List<String> EXCHANGE =
            List.of("exchange-2007", "exchange-2003", "exchange-2000", "exchange-5.5");

    /** Their nodes have no remote shell: a management host reaches them. */
    private static final List<String> CLASSIC = EXCHANGE.subList(1, EXCHANGE.size());

    private static final String WINDOWS_CLUSTER = "windows-cluster";

    private ClusterReader() {}

    static ClusterEntry read(String name, Fields fields) {
        if (name.startsWith("(")) {
            // Names in brackets stand beside the clusters in a run's journal (docs/adr/0007).
            fields.reject("platform", "a cluster's name does not begin with a bracket, as \"" + name + "\" does");
        }
        Optional<String> procedure = fields.optionalText("procedure");
        Policy policy = fields.has("policy") ? fields.mapping("policy", PolicyReader::read) : Policy.standard();
        List<HookEntry> hooks = fields.has("hooks")
                ? List.copyOf(fields.named("hooks", HookReader::read).values())
                : List.of();
        Map<String, Function<Fields, ClusterEntry>> platforms = new LinkedHashMap<>();
        platforms.put("pacemaker", in -> real(name, "pacemaker", in, procedure, hooks, policy));
        for (String exchange : EXCHANGE) {
            platforms.put(exchange, in -> real(name, exchange, in, procedure, hooks, policy));
        }
        platforms.put(WINDOWS_CLUSTER, in -> real(name, WINDOWS_CLUSTER, in, procedure, hooks, policy));
        platforms.put("simulated", in -> simulated(name, in, procedure, hooks, policy));
        return fields.variant("platform", platforms);
    }

    private static ClusterEntry simulated(
            String name, Fields fields, Optional<String> procedure, List<HookEntry> hooks, Policy policy) {
        Path scenario = fields.path("scenario");
        fields.end();
        return new ClusterEntry(
                name,
                "simulated",
                Optional.of(scenario),
                procedure,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                hooks,
                List.of(),
                policy);
    }

    private static ClusterEntry real(
            String name,
            String platform,
            Fields fields,
            Optional<String> procedure,
            List<HookEntry> hooks,
            Policy policy) {
        Way seen = fields.choice("observer", Way.class);
        Way way = fields.choice("actuator", Way.class);
        if (seen != way) {
            fields.reject("observer", "a cluster is seen by the same way as it is acted on");
        }
        if (way != Way.SSH && platform.equals("pacemaker")) {
            fields.reject("actuator", "nodes of Pacemaker are reached by ssh");
        }
        if (way == Way.BIGFIX && CLASSIC.contains(platform)) {
            fields.reject("actuator", "Exchange before 2007 is not patched through bigfix");
        }
        if (way != Way.BIGFIX && platform.equals(WINDOWS_CLUSTER)) {
            fields.reject("actuator", "a cluster of Windows nodes without a product is patched through bigfix");
        }
        Optional<SshEntry> ssh = only(way == Way.SSH, () -> fields.mapping("ssh", ClusterReader::ssh));
        Optional<WinRmEntry> winrm = only(way == Way.WINRM, () -> fields.mapping("winrm", WinRmReader::read));
        Optional<BigFixEntry> bigfix = only(way == Way.BIGFIX, () -> fields.mapping("bigfix", BigFixReader::read));
        boolean classic = CLASSIC.contains(platform);
        Optional<ThroughEntry> through = only(classic, () -> fields.mapping("through", ClusterReader::through));
        SequencedMap<String, NodeEntry> nodes =
                fields.named("nodes", (node, entry) -> classic ? named(node, entry) : node(entry));
        SequencedMap<String, GroupEntry> groups = fields.has("groups")
                ? fields.named("groups", (group, entry) -> GroupReader.read(entry))
                : new LinkedHashMap<>();
        List<String> rivals = fields.has("rivals") ? fields.texts("rivals", ClusterReader::unit) : List.of();
        if (fields.has("nodes") && nodes.size() > 64) {
            fields.reject("nodes", "a cluster has at most 64 nodes, and this one lists " + nodes.size());
        }
        fields.end();
        return new ClusterEntry(
                name,
                platform,
                Optional.empty(),
                procedure,
                ssh,
                winrm,
                bigfix,
                through,
                named(nodes, NodeId::new),
                named(groups, GroupId::new),
                hooks,
                rivals,
                policy);
    }

    /** What is broken reads as nothing, and is told when the reading ends. */
    private static <T> Optional<T> only(boolean wanted, Supplier<T> read) {
        return wanted ? Optional.ofNullable(read.get()) : Optional.empty();
    }

    private static <K, V> SequencedMap<K, V> named(SequencedMap<String, V> values, Function<String, K> key) {
        SequencedMap<K, V> result = new LinkedHashMap<>();
        values.forEach((name, value) -> result.put(key.apply(name), value));
        return result;
    }

    private static String unit(String text) {
        if (!Rival.isUnit(text)) {
            throw new IllegalArgumentException(
                    "a rival is written as a unit of systemd, such as puppet.service, not \"" + text + "\"");
        }
        return text;
    }

    private static SshEntry ssh(Fields fields) {
        String user = fields.text("user");
        int port = fields.has("port") ? fields.number("port", 1, 65535) : 22;
        Optional<Path> identity = fields.optional("identity", fields::path);
        Optional<Path> certificate = fields.optional("certificate", fields::path);
        boolean agent = fields.optional("agent", fields::flag).orElse(false);
        Path knownHosts = fields.path("knownHosts");
        List<String> jump = fields.has("jump") ? fields.strings("jump") : List.of();
        if (identity.isEmpty() && !agent) {
            fields.reject("user", "a way to sign in is missing: give \"identity\" (a key file) or \"agent: true\"");
        }
        fields.end();
        return new SshEntry(user, port, identity, certificate, agent, knownHosts, jump);
    }

    private static ThroughEntry through(Fields fields) {
        String address = fields.text("address");
        OptionalInt port = fields.has("port") ? OptionalInt.of(fields.number("port", 1, 65535)) : OptionalInt.empty();
        Optional<String> cluster = fields.optionalText("cluster");
        fields.end();
        return new ThroughEntry(new NodeEntry(address, port), cluster);
    }

    /** The management host knows the node by its name. */
    private static NodeEntry named(String node, Fields fields) {
        fields.end();
        return new NodeEntry(node, OptionalInt.empty());
    }

    private static NodeEntry node(Fields fields) {
        String address = fields.text("address");
        OptionalInt port = fields.has("port") ? OptionalInt.of(fields.number("port", 1, 65535)) : OptionalInt.empty();
        fields.end();
        return new NodeEntry(address, port);
    }

    private enum Platform {
        PACEMAKER,
        EXCHANGE_2007,
        WINDOWS_CLUSTER,
        SIMULATED
    }

    private enum Way {
        SSH,
        WINRM,
        BIGFIX
    }
}
