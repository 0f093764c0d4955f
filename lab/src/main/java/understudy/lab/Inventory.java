package understudy.lab;

import java.util.stream.Collectors;

/** The lab as Understudy's inventory file describes clusters, so that it can be patched like any other. */
final class Inventory {
    private Inventory() {}

    static String render(LabSpec spec) {
        var nodes = spec.nodes().stream()
                .map(node -> "      %s: {address: %s}\n".formatted(node.name(), node.address()))
                .collect(Collectors.joining());
        var groups = spec.groups().stream().map(Inventory::group).collect(Collectors.joining());
        return """
                # Written by `understudy lab up`; paths are relative to this file.
                format: 1
                clusters:
                  %s:
                    platform: pacemaker
                    observer: ssh
                    actuator: ssh
                    ssh: {user: root, identity: key, knownHosts: known_hosts}
                    nodes:
                %s    groups:
                %s""".formatted(spec.name(), nodes, groups);
    }

    private static String group(LabGroup group) {
        var body = switch (group.service()) {
            case MAIL -> """
                        probes:
                          - {kind: imap, address: @, port: 143}
                          - {kind: smtp, address: @, port: 25}
                        ready:
                          - [doveconf, -n]
                        warm: [/usr/sbin/dovecot, /usr/lib/dovecot, /usr/sbin/postfix, /usr/lib/postfix]
                    """;
            case NGINX -> """
                        probes:
                          - {kind: http, address: @, port: 80, path: /}
                        ready:
                          - [nginx, -t]
                        warm: [/usr/sbin/nginx, /etc/nginx]
                    """;
            case POSTGRESQL -> """
                        probes:
                          - {kind: tcp, address: @, port: 5432}
                        ready:
                          - [runuser, -u, postgres, --, /usr/lib/postgresql/15/bin/postgres, -C, port, -D, /etc/postgresql/15/main]
                        warm: [/usr/lib/postgresql/15]
                    """;
        };
        return ("  " + group.name() + ":\n    weight: 1\n" + body).indent(4).replace("@", group.address());
    }
}
