package understudy.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class RenderedFilesTest {
    private static final LabSpec LAB = LabSpec.named("lab").withDirectory(Path.of("/var/tmp/labs/lab"));

    @Test
    void theInventoryDescribesTheLab() {
        assertThat(Inventory.render(
                        LAB.withShape(LabShape.standard().withNodes(2).withGroups(2))))
                .isEqualTo("""
                        # Written by `understudy lab up`; paths are relative to this file.
                        format: 1
                        clusters:
                          lab:
                            platform: pacemaker
                            observer: ssh
                            actuator: ssh
                            ssh: {user: root, identity: key, knownHosts: known_hosts}
                            nodes:
                              n1: {address: 10.77.0.11}
                              n2: {address: 10.77.0.12}
                            groups:
                              mail:
                                weight: 1
                                probes:
                                  - {kind: imap, address: 10.77.0.100, port: 143}
                                  - {kind: smtp, address: 10.77.0.100, port: 25}
                                ready:
                                  - [doveconf, -n]
                                warm: [/usr/sbin/dovecot, /usr/lib/dovecot, /usr/sbin/postfix, /usr/lib/postfix]
                              web:
                                weight: 1
                                probes:
                                  - {kind: http, address: 10.77.0.101, port: 80, path: /}
                                ready:
                                  - [nginx, -t]
                                warm: [/usr/sbin/nginx, /etc/nginx]
                        """);
    }

    @Test
    void twoNodesAreToldThatTheyAreTwo() {
        assertThat(CorosyncConfiguration.render(
                        LAB.withShape(LabShape.standard().withNodes(2))))
                .contains("two_node: 1");
        assertThat(CorosyncConfiguration.render(LAB)).doesNotContain("two_node");
    }

    @Test
    void everyNodeIsAMemberWithItsAddress() {
        assertThat(CorosyncConfiguration.render(LAB)).contains("name: n3\n    nodeid: 3\n    ring0_addr: 10.77.0.13\n");
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void theClustersConfigurationIsWellFormedAndEveryIdIsUnique(Service service) {
        for (int nodes = 2; nodes <= 5; nodes++) {
            var spec = LAB.withShape(new LabShape(nodes, service, 2, true));
            var ids = new ArrayList<String>();
            collectIds(Xml.parse(ClusterConfiguration.render(spec)).getDocumentElement(), ids);
            ids.removeAll(List.of("1", "2", "3", "4", "5"));

            assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        }
    }

    @Test
    void groupsHoldTheirResourcesInTheOrderInWhichTheyStart() {
        assertThat(resources(LAB)).containsExactly("mail-store", "mail-imap", "mail-smtp", "mail-address");
    }

    @Test
    void aLabWithoutFencingHasNoFenceDevice() {
        var without =
                ClusterConfiguration.render(LAB.withShape(LabShape.standard().withFencing(false)));

        assertThat(without).doesNotContain("fence_understudy");
        assertThat(ClusterConfiguration.render(LAB)).contains("fence_understudy");
    }

    @Test
    void aNewClusterFencesAndStartsNothingUntilAllNodesAreThere() {
        assertThat(ClusterConfiguration.render(LAB))
                .contains("name=\"stonith-enabled\" value=\"false\"")
                .contains("name=\"stop-all-resources\" value=\"true\"");
    }

    private static List<String> resources(LabSpec spec) {
        var cluster = Xml.parse(ClusterConfiguration.render(spec));
        return Xml.at(cluster, "configuration", "resources", "group", "primitive").stream()
                .map(primitive -> primitive.getAttribute("id"))
                .toList();
    }

    private static void collectIds(Element element, List<String> ids) {
        if (element.hasAttribute("id")) {
            ids.add(element.getAttribute("id"));
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element nested) {
                collectIds(nested, ids);
            }
        }
    }
}
