package understudy.driver.pacemaker.observe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.driver.pacemaker.xml.UnreadableXml;
import understudy.driver.pacemaker.xml.XmlElement;
import understudy.driver.pacemaker.xml.XmlReader;

/** The cluster's configuration, as {@code cibadmin --query} prints it. */
public record Cib(XmlElement root) {
    /** Reads the output; {@code what} names it in the exception's sentence. */
    public static Cib parse(String what, String xml) throws UnreadableXml {
        return new Cib(XmlReader.read(what, xml));
    }

    /** Rises with every change, of the configuration or of the status: admin epoch, epoch, number of updates. */
    public String version() {
        return root.attribute("admin_epoch") + "." + root.attribute("epoch") + "." + root.attribute("num_updates");
    }

    /** Rises with every change of the configuration only. */
    public String epoch() {
        return root.attribute("admin_epoch") + "." + root.attribute("epoch");
    }

    /** What every node of the cluster can do at present, as {@code 3.16.2}: the least that any of them can. */
    public String featureSet() {
        return root.attribute("crm_feature_set");
    }

    /** The cluster's options; where a name occurs in two sets the first counts. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        at("crm_config", "cluster_property_set", "nvpair")
                .forEach(pair -> properties.putIfAbsent(pair.attribute("name"), pair.attribute("value")));
        return properties;
    }

    /** Every name-and-value pair of the cluster's options, with its id. */
    public List<XmlElement> propertyPairs() {
        return at("crm_config", "cluster_property_set", "nvpair").toList();
    }

    /** The node's own element. */
    public Optional<XmlElement> node(String name) {
        return at("nodes", "node")
                .filter(node -> node.attribute("uname").equals(name))
                .findFirst();
    }

    /** Every name-and-value pair of every node's permanent attributes. */
    public Stream<XmlElement> nodePairs() {
        return at("nodes", "node", "instance_attributes", "nvpair");
    }

    /** The node's permanent attributes. */
    public Map<String, String> nodeAttributes(String name) {
        return node(name).map(node -> pairs(node, "instance_attributes")).orElse(Map.of());
    }

    /** What the node can carry, by dimension. */
    public Map<String, String> nodeUtilization(String name) {
        return node(name).map(node -> pairs(node, "utilization")).orElse(Map.of());
    }

    /** The node's standby attribute is on, whatever state the node is in. */
    public boolean standbyConfigured(String name) {
        return isOn(nodeAttributes(name).getOrDefault("standby", "off"));
    }

    /** The constraints with this element name. */
    public Stream<XmlElement> constraints(String name) {
        return at("constraints", name);
    }

    /** The default for every resource, such as {@code resource-stickiness}. */
    public Optional<String> resourceDefault(String name) {
        return at("rsc_defaults", "meta_attributes", "nvpair")
                .filter(pair -> pair.attribute("name").equals(name))
                .map(pair -> pair.attribute("value"))
                .findFirst();
    }

    /** The top-level resources: primitives, groups, clones, masters, bundles. */
    public Stream<XmlElement> topResources() {
        return at("resources").flatMap(resources -> resources.children().stream());
    }

    /** The ids of the resource itself and of everything in it. */
    public static Stream<String> idsIn(XmlElement resource) {
        return Stream.concat(
                Stream.of(resource.attribute("id")),
                resource.children().stream()
                        .filter(child -> List.of("primitive", "group").contains(child.name()))
                        .flatMap(Cib::idsIn));
    }

    /** The top-level resource that this resource is or belongs to; empty for one that is not configured. */
    public Optional<String> topOf(String resource) {
        return topResources()
                .filter(top -> idsIn(top).anyMatch(resource::equals))
                .map(top -> top.attribute("id"))
                .findFirst();
    }

    /** The meta attribute as it stands at the resource itself. */
    public static Optional<String> meta(XmlElement resource, String name) {
        return Optional.ofNullable(pairs(resource, "meta_attributes").get(name));
    }

    /** The name-and-value pairs of an element's sets of this kind, first set first. */
    public static Map<String, String> pairs(XmlElement element, String sets) {
        Map<String, String> pairs = new LinkedHashMap<>();
        element.at(sets, "nvpair").forEach(pair -> pairs.putIfAbsent(pair.attribute("name"), pair.attribute("value")));
        return pairs;
    }

    /** Pacemaker's words for true. */
    public static boolean isOn(String value) {
        return List.of("on", "true", "yes", "y", "1").contains(value.toLowerCase(java.util.Locale.ROOT));
    }

    private Stream<XmlElement> at(String... path) {
        return root.at("configuration").flatMap(configuration -> configuration.at(path));
    }
}
