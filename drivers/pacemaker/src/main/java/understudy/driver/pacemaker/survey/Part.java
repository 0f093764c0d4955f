package understudy.driver.pacemaker.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import understudy.driver.pacemaker.observe.Cib;
import understudy.driver.pacemaker.xml.XmlElement;

/**
 * One primitive of a group, as the configuration has it.
 *
 * @param agent class, provider where there is one, and type, with colons, as {@code crm_mon} prints it
 * @param parameters what is set for the agent, its template's included
 */
record Part(String id, String agent, Map<String, String> parameters) {
    Part {
        parameters = Map.copyOf(parameters);
    }

    boolean isFencing() {
        return agent.startsWith("stonith:");
    }

    /** The agent's type alone, such as {@code IPaddr2}. */
    String type() {
        return agent.substring(agent.lastIndexOf(':') + 1);
    }

    /** The primitives of a top-level resource, in their order. */
    static List<Part> of(XmlElement top, Cib cib) {
        return primitives(top).map(primitive -> part(primitive, cib)).toList();
    }

    private static Stream<XmlElement> primitives(XmlElement element) {
        return element.name().equals("primitive")
                ? Stream.of(element)
                : element.children().stream().flatMap(Part::primitives);
    }

    private static Part part(XmlElement primitive, Cib cib) {
        var template = cib.topResources()
                .filter(top -> top.name().equals("template")
                        && top.attribute("id").equals(primitive.attribute("template"))
                        && !top.attribute("id").isEmpty())
                .findFirst();
        Map<String, String> parameters = new LinkedHashMap<>();
        template.ifPresent(one -> parameters.putAll(Cib.pairs(one, "instance_attributes")));
        parameters.putAll(Cib.pairs(primitive, "instance_attributes"));
        return new Part(primitive.attribute("id"), agent(template.orElse(primitive)), parameters);
    }

    private static String agent(XmlElement element) {
        return Stream.of("class", "provider", "type")
                .map(element::attribute)
                .filter(word -> !word.isEmpty())
                .reduce((one, other) -> one + ":" + other)
                .orElse("");
    }
}
