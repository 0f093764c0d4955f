package understudy.driver.pacemaker.observe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.core.model.Ordered;
import understudy.driver.pacemaker.xml.Score;
import understudy.driver.pacemaker.xml.UnreadableXml;
import understudy.driver.pacemaker.xml.XmlElement;
import understudy.driver.pacemaker.xml.XmlReader;

/**
 * What {@code crm_mon --output-as=xml} says (Pacemaker 2.0.3 and later), read by path: the same element name means different things
 * in different places.
 *
 * @param dc the node that decides for the cluster; empty where there is none
 * @param quorum what the asked node believes of its partition
 * @param status the tool's own status code, 0 where it has an answer
 */
public record CrmMon(
        int status,
        Optional<String> dc,
        boolean quorum,
        String version,
        boolean mixedVersion,
        Map<String, String> options,
        List<MonNode> nodes,
        List<MonResource> resources,
        List<FailCount> failCounts,
        List<Failure> failures,
        List<FenceEvent> fencing,
        Map<String, Boolean> tickets) {
    public CrmMon {
        options = Ordered.copy(options);
        nodes = List.copyOf(nodes);
        resources = List.copyOf(resources);
        failCounts = List.copyOf(failCounts);
        failures = List.copyOf(failures);
        fencing = List.copyOf(fencing);
        tickets = Ordered.copy(tickets);
    }

    /** How often a resource has failed on a node, and after how many failures it must leave ({@code 0}: never). */
    public record FailCount(String node, String resource, int count, int threshold, String last) {
        /** Pacemaker does not start it there again before the failures are cleaned up. */
        public boolean forbids() {
            return count >= Score.INFINITY || (count > 0 && threshold > 0 && count >= threshold);
        }
    }

    /** An action that failed. */
    public record Failure(String operation, String node, String status, String reason, String when, String task) {
        /** The resource that it was about. */
        public String resource() {
            int end = operation.lastIndexOf('_', operation.lastIndexOf('_') - 1);
            return end > 0 ? operation.substring(0, end) : operation;
        }
    }

    /** One attempt at powering a node off or on. */
    public record FenceEvent(String action, String target, String status, String reason, String completed) {}

    /**
     * Reads the output.
     *
     * @param what names it in the exception's sentence
     */
    public static CrmMon parse(String what, String xml) throws UnreadableXml {
        return of(XmlReader.read(what, xml));
    }

    /** Reads the same shapes below another root, as {@code crm_simulate} prints them. */
    public static CrmMon of(XmlElement root) {
        var dc = root.first("summary", "current_dc");
        return new CrmMon(
                root.first("status").map(status -> status.number("code", -1)).orElse(-1),
                dc.filter(one -> one.flag("present")).map(one -> one.attribute("name")),
                dc.map(one -> one.flag("with_quorum")).orElse(false),
                dc.map(one -> one.attribute("version")).orElse(""),
                dc.map(one -> one.flag("mixed_version")).orElse(false),
                root.first("summary", "cluster_options")
                        .map(XmlElement::attributes)
                        .orElse(Map.of()),
                root.at("nodes", "node").map(MonNode::of).toList(),
                root.at("resources")
                        .flatMap(resources -> resources.children().stream())
                        .flatMap(resource -> MonResource.of(resource).stream())
                        .toList(),
                failCounts(root),
                root.at("failures", "failure").map(CrmMon::failure).toList(),
                root.at("fence_history", "fence_event").map(CrmMon::fenceEvent).toList(),
                tickets(root));
    }

    /** The node with this name. */
    public Optional<MonNode> node(String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
    }

    /** The top-level resource with this id. */
    public Optional<MonResource> resource(String id) {
        return resources.stream().filter(resource -> resource.id().equals(id)).findFirst();
    }

    private static List<FailCount> failCounts(XmlElement root) {
        return root.at("node_history", "node")
                .flatMap(node -> node.at("resource_history")
                        .filter(history -> history.number("fail-count", 0) > 0)
                        .map(history -> new FailCount(
                                node.attribute("name"),
                                history.attribute("id"),
                                history.number("fail-count", 0),
                                history.number("migration-threshold", 0),
                                history.attribute("last-failure"))))
                .toList();
    }

    private static Failure failure(XmlElement failure) {
        return new Failure(
                failure.attribute("op_key"),
                failure.attribute("node"),
                failure.attribute("exitstatus"),
                failure.attribute("exitreason"),
                failure.attribute("last-rc-change"),
                failure.attribute("task"));
    }

    private static FenceEvent fenceEvent(XmlElement event) {
        return new FenceEvent(
                event.attribute("action"),
                event.attribute("target"),
                event.attribute("status"),
                event.attribute("exit-reason"),
                event.attribute("completed"));
    }

    private static Map<String, Boolean> tickets(XmlElement root) {
        return root.at("tickets", "ticket")
                .collect(Collectors.toMap(
                        ticket -> ticket.attribute("id"),
                        ticket -> ticket.attribute("status").equals("granted") && !ticket.flag("standby"),
                        (first, second) -> first && second));
    }
}
