package understudy.lab;

import java.util.stream.Collectors;

/** What corosync must know: the members, how they talk, and what quorum is. */
final class CorosyncConfiguration {
    private CorosyncConfiguration() {}

    static String render(LabSpec spec) {
        var members = spec.nodes().stream()
                .map(node -> """
                          node {
                            name: %s
                            nodeid: %d
                            ring0_addr: %s
                          }
                        """.formatted(node.name(), node.number(), node.address()))
                .collect(Collectors.joining());
        return """
                totem {
                  version: 2
                  cluster_name: %s
                  transport: knet
                  crypto_cipher: aes256
                  crypto_hash: sha256
                  token: 1000
                }
                quorum {
                  provider: corosync_votequorum
                %s}
                logging {
                  to_syslog: yes
                }
                nodelist {
                %s}
                """.formatted(spec.name(), spec.shape().nodes() == 2 ? "  two_node: 1\n" : "", members);
    }
}
