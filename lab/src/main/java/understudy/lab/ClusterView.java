package understudy.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * One node's view of the cluster, read from {@code crm_mon --output-as=xml}.
 *
 * @param memberships by node name, in the words of {@link LabStatus.NodeStatus}
 * @param failures what has failed and why, as an operator would read it
 * @param owners by group name, only of groups that run whole on one node
 */
record ClusterView(boolean quorum, Map<String, String> memberships, Map<String, String> owners, List<String> failures) {
    static ClusterView parse(String text) {
        var document = Xml.parse(text);
        var quorum = Xml.at(document, "summary", "current_dc").stream()
                .anyMatch(dc -> dc.getAttribute("with_quorum").equals("true"));
        var memberships = new LinkedHashMap<String, String>();
        Xml.at(document, "nodes", "node").forEach(node -> memberships.put(node.getAttribute("name"), membership(node)));
        var failures = Xml.at(document, "failures", "failure").stream()
                .map(failure -> "%s on %s: %s %s"
                        .formatted(
                                failure.getAttribute("op_key"), failure.getAttribute("node"),
                                failure.getAttribute("exitstatus"), failure.getAttribute("exitreason"))
                        .strip())
                .toList();
        return new ClusterView(quorum, memberships, owners(document), failures);
    }

    boolean allOnline() {
        return quorum && memberships.values().stream().allMatch("online"::equals);
    }

    /** A pending node looks as if it were in standby, so that pending is asked first. */
    private static String membership(Element node) {
        for (var word : new String[] {"unclean", "pending", "maintenance", "standby"}) {
            if (node.getAttribute(word).equals("true")) {
                return word;
            }
        }
        return node.getAttribute("online").equals("true") ? "online" : "offline";
    }

    private static Map<String, String> owners(Document document) {
        var owners = new LinkedHashMap<String, String>();
        for (var group : Xml.at(document, "resources", "group")) {
            wholeOn(group).ifPresent(node -> owners.put(group.getAttribute("id"), node));
        }
        return owners;
    }

    private static Optional<String> wholeOn(Element group) {
        var places = Xml.children(group, "resource").stream()
                .map(resource -> resource.getAttribute("role").equals("Started")
                                && resource.getAttribute("failed").equals("false")
                        ? Xml.children(resource, "node").stream()
                                .map(node -> node.getAttribute("name"))
                                .findFirst()
                                .orElse("")
                        : "")
                .distinct()
                .toList();
        return places.size() == 1 && !places.getFirst().isEmpty() ? Optional.of(places.getFirst()) : Optional.empty();
    }
}
