package understudy.driver.pacemaker.act;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import understudy.driver.pacemaker.observe.CrmMon;
import understudy.driver.pacemaker.observe.MonNode;
import understudy.driver.pacemaker.observe.MonResource;
import understudy.driver.pacemaker.xml.UnreadableXml;
import understudy.driver.pacemaker.xml.XmlElement;
import understudy.driver.pacemaker.xml.XmlReader;

/**
 * What {@code crm_simulate} says the cluster would do: where each group is now, and where it would be if every action succeeded.
 *
 * @param actions how many actions the cluster would take
 */
record Simulation(Map<String, List<String>> before, Map<String, List<String>> after, int actions) {
    static Simulation parse(String xml) throws UnreadableXml {
        var root = XmlReader.read("The answer of crm_simulate", xml);
        var after = root.first("revised_cluster_status")
                .orElseThrow(() -> new UnreadableXml("crm_simulate gave no result."));
        var before = root.first("cluster_status").orElseThrow(() -> new UnreadableXml("crm_simulate gave no start."));
        return new Simulation(placements(before), placements(after), (int) root.at("actions")
                .mapToLong(actions -> actions.children().size())
                .sum());
    }

    /** The groups of these that are served now and would be served nowhere. */
    List<String> homeless(List<String> groups) {
        return groups.stream()
                .filter(group ->
                        !at(before, group).isEmpty() && at(after, group).isEmpty())
                .toList();
    }

    /** The groups of these that would be elsewhere than they are. */
    List<String> moving(List<String> groups) {
        return groups.stream()
                .filter(group ->
                        !at(before, group).isEmpty() && !at(before, group).equals(at(after, group)))
                .toList();
    }

    /** Where the group would be. */
    List<String> placeAfter(String group) {
        return at(after, group);
    }

    private static List<String> at(Map<String, List<String>> placements, String group) {
        return placements.getOrDefault(group, List.of());
    }

    private static Map<String, List<String>> placements(XmlElement status) {
        var view = CrmMon.of(status);
        Map<String, List<String>> placements = new LinkedHashMap<>();
        view.resources().forEach(resource -> placements.put(resource.id(), placement(view, resource)));
        return placements;
    }

    private static List<String> placement(CrmMon view, MonResource resource) {
        List<String> nodes = new ArrayList<>();
        for (MonNode node : view.nodes()) {
            boolean there = resource.primitives()
                    .filter(part -> part.active() && part.nodes().contains(node.name()))
                    .anyMatch(part -> !isPromotable(resource) || part.isPromoted());
            if (there) {
                nodes.add(node.name());
            }
        }
        return nodes;
    }

    private static boolean isPromotable(MonResource resource) {
        return resource instanceof MonResource.CloneOf clone && clone.promotable();
    }
}
