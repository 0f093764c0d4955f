package understudy.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * The cluster's first configuration (Pacemaker's CIB), written before any node has started.
 *
 * <p>It begins with everything stopped and fencing off, and {@link Arrival} lifts both once all nodes are there: else a node
 * that boots more slowly than its peers would be fenced for being late, and the groups would start wherever they could.
 */
final class ClusterConfiguration {
    static final String STOP_ALL = "stop-all-resources";
    static final String FENCING = "stonith-enabled";

    private ClusterConfiguration() {}

    static String render(LabSpec spec) {
        return """
                <cib crm_feature_set="3.16.1" validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0">
                  <configuration>
                    <crm_config>
                      <cluster_property_set id="cib-bootstrap-options">
                %s      </cluster_property_set>
                    </crm_config>
                    <nodes>
                %s    </nodes>
                    <resources>
                %s    </resources>
                    <constraints>
                %s    </constraints>
                    <rsc_defaults>
                      <meta_attributes id="resource-defaults">
                %s      </meta_attributes>
                    </rsc_defaults>
                  </configuration>
                  <status/>
                </cib>
                """.formatted(
                        pairs("cib-bootstrap-options", properties(spec)),
                        nodes(spec),
                        resources(spec),
                        homes(spec),
                        pairs("resource-defaults", defaults()));
    }

    private static SequencedMap<String, String> properties(LabSpec spec) {
        var properties = new LinkedHashMap<String, String>();
        properties.put(FENCING, "false");
        properties.put(STOP_ALL, "true");
        properties.put("stonith-timeout", "20s");
        properties.put("no-quorum-policy", "stop");
        properties.put("dc-deadtime", "2s");
        // Each node takes the load of the whole machine for its own, and would hold operations back because of it.
        properties.put("load-threshold", "2000%");
        if (twoNodesFence(spec)) {
            // Both halves of a cut cable would shoot at once: the half that serves nobody waits.
            properties.put("priority-fencing-delay", "3s");
        }
        return properties;
    }

    private static SequencedMap<String, String> defaults() {
        var defaults = new LinkedHashMap<String, String>();
        defaults.put("resource-stickiness", "100");
        defaults.put("migration-threshold", "3");
        return defaults;
    }

    private static String nodes(LabSpec spec) {
        return spec.nodes().stream()
                .map(node -> "      <node id=\"%d\" uname=\"%s\"/>\n".formatted(node.number(), node.name()))
                .collect(Collectors.joining());
    }

    private static String resources(LabSpec spec) {
        var text = new StringBuilder();
        if (spec.shape().fencing()) {
            var hosts = spec.nodes().stream().map(LabNode::name).collect(Collectors.joining(" "));
            var fence = new LinkedHashMap<String, String>();
            fence.put("pcmk_host_check", "static-list");
            fence.put("pcmk_host_list", hosts);
            if (twoNodesFence(spec)) {
                // Where the priorities are equal, the first node wins; without this both would switch each other off
                // for good.
                fence.put("pcmk_delay_base", "n1:1s");
            }
            text.append(new Primitive("fence", "stonith:fence_understudy", fence, "60s", false).render());
        }
        for (var group : spec.groups()) {
            text.append("      <group id=\"").append(group.name()).append("\">\n");
            if (twoNodesFence(spec)) {
                text.append(
                        "        <meta_attributes id=\"%1$s-meta\">\n          <nvpair id=\"%1$s-meta-priority\" name=\"priority\" value=\"10\"/>\n        </meta_attributes>\n"
                                .formatted(group.name()));
            }
            primitives(group).forEach(primitive -> text.append(primitive.render()));
            text.append("      </group>\n");
        }
        return text.toString();
    }

    private static List<Primitive> primitives(LabGroup group) {
        var name = group.name();
        var primitives = new ArrayList<Primitive>();
        var store = new LinkedHashMap<String, String>();
        store.put("device", "/srv/shared/" + name);
        store.put("directory", folder(group.service()));
        store.put("fstype", "none");
        store.put("options", "bind");
        store.put("force_unmount", "safe");
        primitives.add(new Primitive(name + "-store", "ocf:heartbeat:Filesystem", store, "10s", true));
        switch (group.service()) {
            case MAIL -> {
                primitives.add(new Primitive("mail-imap", "systemd:dovecot", new LinkedHashMap<>(), "5s", true));
                primitives.add(new Primitive("mail-smtp", "ocf:heartbeat:postfix", new LinkedHashMap<>(), "10s", true));
            }
            case NGINX ->
                primitives.add(new Primitive("web-server", "systemd:nginx", new LinkedHashMap<>(), "5s", true));
            case POSTGRESQL ->
                primitives.add(new Primitive("database-server", "ocf:heartbeat:pgsql", database(), "5s", true));
        }
        var address = new LinkedHashMap<String, String>();
        address.put("ip", group.address());
        address.put("cidr_netmask", "24");
        address.put("nic", "host0");
        primitives.add(new Primitive(name + "-address", "ocf:heartbeat:IPaddr2", address, "5s", true));
        return primitives;
    }

    private static SequencedMap<String, String> database() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("pgctl", "/usr/lib/postgresql/15/bin/pg_ctl");
        parameters.put("psql", "/usr/lib/postgresql/15/bin/psql");
        parameters.put("pgdata", "/var/lib/postgresql/15/main");
        parameters.put("config", "/etc/postgresql/15/main/postgresql.conf");
        parameters.put("socketdir", "/var/run/postgresql");
        parameters.put("logfile", "/var/log/postgresql/cluster.log");
        return parameters;
    }

    private static String folder(Service service) {
        return switch (service) {
            case MAIL -> "/srv/mail";
            case NGINX -> "/srv/web";
            case POSTGRESQL -> "/var/lib/postgresql";
        };
    }

    /** Each group prefers a node of its own, so that a new lab always begins alike: less than it prefers to stay where it is. */
    private static String homes(LabSpec spec) {
        return spec.groups().stream()
                .map(group -> "      <rsc_location id=\"%1$s-home\" rsc=\"%1$s\" node=\"%2$s\" score=\"50\"/>\n"
                        .formatted(group.name(), group.home()))
                .collect(Collectors.joining());
    }

    private static boolean twoNodesFence(LabSpec spec) {
        return spec.shape().nodes() == 2 && spec.shape().fencing();
    }

    static String pairs(String set, Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> "        <nvpair id=\"%s-%s\" name=\"%s\" value=\"%s\"/>\n"
                        .formatted(set, pair.getKey(), pair.getKey(), Xml.escape(pair.getValue())))
                .collect(Collectors.joining());
    }

    /** One resource; its agent is written as Pacemaker's tools print it: class, provider where there is one, type. */
    private record Primitive(
            String id, String agent, SequencedMap<String, String> parameters, String monitor, boolean bounded) {
        String render() {
            var parts = agent.split(":");
            var kind = parts.length == 3
                    ? "class=\"%s\" provider=\"%s\" type=\"%s\"".formatted(parts[0], parts[1], parts[2])
                    : "class=\"%s\" type=\"%s\"".formatted(parts[0], parts[1]);
            var set = id + "-parameters";
            var attributes = parameters.isEmpty()
                    ? ""
                    : "        <instance_attributes id=\"%s\">\n%s        </instance_attributes>\n"
                            .formatted(set, pairs(set, parameters));
            // A stop that hangs is fenced after 20 s: long for these services, short for somebody who waits for the
            // test.
            var limits = bounded
                    ? "          <op id=\"%1$s-start\" name=\"start\" interval=\"0\" timeout=\"30s\"/>\n          <op id=\"%1$s-stop\" name=\"stop\" interval=\"0\" timeout=\"20s\"/>\n"
                            .formatted(id)
                    : "";
            return """
                          <primitive id="%1$s" %2$s>
                    %3$s        <operations>
                              <op id="%1$s-monitor" name="monitor" interval="%4$s" timeout="20s"/>
                    %5$s        </operations>
                          </primitive>
                    """.formatted(id, kind, attributes, monitor, limits);
        }
    }
}
