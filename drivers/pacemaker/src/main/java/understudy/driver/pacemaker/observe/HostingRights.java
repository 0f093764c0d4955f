package understudy.driver.pacemaker.observe;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import understudy.core.model.HostingRight;
import understudy.core.model.MayHost;
import understudy.core.model.NodeId;
import understudy.driver.pacemaker.Marks;
import understudy.driver.pacemaker.observe.MonResource.Primitive;
import understudy.driver.pacemaker.xml.Score;
import understudy.driver.pacemaker.xml.XmlElement;

/**
 * Whether a node may host a group, by the cluster's own rules: bans, an opt-in cluster, failures that are not cleaned up, tickets. A
 * rule that is not understood makes the answer unknown, not yes.
 */
final class HostingRights {
    private final ClusterLook look;

    HostingRights(ClusterLook look) {
        this.look = look;
    }

    List<HostingRight> of(MonResource resource) {
        var parts = parts(resource);
        return look.mon().nodes().stream()
                .filter(MonNode::isFullNode)
                .map(node -> new HostingRight(new NodeId(node.name()), mayHost(resource, parts, node.name())))
                .toList();
    }

    private Set<String> parts(MonResource resource) {
        return Stream.concat(
                        Stream.of(resource.id()),
                        Stream.concat(
                                resource.primitives().map(Primitive::id),
                                look.cib()
                                        .topResources()
                                        .filter(top -> top.attribute("id").equals(resource.id()))
                                        .flatMap(Cib::idsIn)))
                .collect(Collectors.toSet());
    }

    private MayHost mayHost(MonResource resource, Set<String> parts, String node) {
        return Stream.<Function<String, Optional<MayHost>>>of(
                        name -> banned(resource, parts, name),
                        name -> notOptedIn(resource, parts, name),
                        name -> failed(resource, parts, name),
                        name -> ticket(resource, parts))
                .flatMap(question -> question.apply(node).stream())
                .findFirst()
                .orElse(new MayHost.Yes());
    }

    private Optional<MayHost> banned(MonResource resource, Set<String> parts, String node) {
        return locations(parts)
                .flatMap(location -> judge(resource, location, node).stream())
                .findFirst();
    }

    private Optional<MayHost> judge(MonResource resource, XmlElement location, String node) {
        var id = location.attribute("id");
        if (location.attribute("node").equals(node) && location.number("score", 0) <= -Score.INFINITY) {
            var whose = Marks.isOurs(id) ? "withdrawn by a run, constraint " : "forbidden by the constraint ";
            return Optional.of(new MayHost.No(resource.id() + " on " + node + " is " + whose + id + "."));
        }
        return location.at("rule")
                .flatMap(rule -> judgeRule(resource, id, rule, node).stream())
                .findFirst();
    }

    /** Only a rule that could forbid matters; of these only a comparison with the node's name is understood. */
    private static Optional<MayHost> judgeRule(MonResource resource, String id, XmlElement rule, String node) {
        if (rule.number("score", 0) > -Score.INFINITY
                && rule.attribute("score-attribute").isEmpty()) {
            return Optional.empty();
        }
        var expressions = rule.children();
        if (expressions.size() == 1
                && expressions.getFirst().name().equals("expression")
                && expressions.getFirst().attribute("attribute").equals("#uname")
                && List.of("eq", "ne").contains(expressions.getFirst().attribute("operation"))) {
            var expression = expressions.getFirst();
            boolean same = expression.attribute("value").equals(node);
            return same == expression.attribute("operation").equals("eq")
                    ? Optional.of(new MayHost.No(
                            resource.id() + " on " + node + " is forbidden by the rule of the constraint " + id + "."))
                    : Optional.empty();
        }
        return Optional.of(new MayHost.Unknown("The rule of the constraint " + id + " may forbid " + resource.id()
                + " on " + node + ", and is not of a kind that is understood."));
    }

    private Optional<MayHost> notOptedIn(MonResource resource, Set<String> parts, String node) {
        if (!look.mon().options().getOrDefault("symmetric-cluster", "true").equals("false")) {
            return Optional.empty();
        }
        boolean allowed = locations(parts)
                .filter(location -> !Marks.isOurs(location.attribute("id")))
                .anyMatch(location -> location.attribute("node").equals(node) && location.number("score", -1) >= 0);
        return allowed
                ? Optional.empty()
                : Optional.of(
                        new MayHost.No("The cluster places a group only where a constraint allows it, and none allows "
                                + resource.id() + " on " + node + "."));
    }

    private Optional<MayHost> failed(MonResource resource, Set<String> parts, String node) {
        return look.mon().failCounts().stream()
                .filter(failure ->
                        failure.node().equals(node) && parts.contains(failure.resource()) && failure.forbids())
                .findFirst()
                .map(failure -> new MayHost.No(resource.id() + " has failed on " + node + ": " + failure.resource()
                        + reason(failure) + ". Once the cause is repaired run there: crm_resource --cleanup --resource "
                        + failure.resource() + " --node " + node + "."));
    }

    private String reason(CrmMon.FailCount failCount) {
        return look.mon().failures().stream()
                .filter(failure -> failure.node().equals(failCount.node())
                        && failure.resource().equals(failCount.resource()))
                .map(failure -> " could not " + failure.task() + " (" + failure.status()
                        + (failure.reason().isEmpty() ? "" : ", " + failure.reason()) + ") at " + failure.when())
                .findFirst()
                .orElse(" failed " + (failCount.count() >= Score.INFINITY ? "for good" : failCount.count() + " times"));
    }

    private Optional<MayHost> ticket(MonResource resource, Set<String> parts) {
        return look.cib()
                .constraints("rsc_ticket")
                .filter(constraint -> parts.contains(constraint.attribute("rsc"))
                        || constraint
                                .at("resource_set", "resource_ref")
                                .anyMatch(ref -> parts.contains(ref.attribute("id"))))
                .map(constraint -> constraint.attribute("ticket"))
                .filter(ticket -> !look.mon().tickets().getOrDefault(ticket, false))
                .findFirst()
                .map(ticket -> new MayHost.NotYet(
                        resource.id() + " awaits the ticket " + ticket + ", which this cluster does not hold."));
    }

    private Stream<XmlElement> locations(Set<String> parts) {
        return look.cib()
                .constraints("rsc_location")
                .filter(location -> parts.contains(location.attribute("rsc"))
                        || matchesPattern(location.attribute("rsc-pattern"), parts)
                        || location.at("resource_set", "resource_ref")
                                .anyMatch(ref -> parts.contains(ref.attribute("id"))));
    }

    /** Patterns are the operator's own, but a hostile one must not cost time: it is matched only where it is short and plain. */
    private static boolean matchesPattern(String pattern, Set<String> parts) {
        if (pattern.isEmpty() || !pattern.matches("[A-Za-z0-9_.^$*-]{1,80}")) {
            return !pattern.isEmpty();
        }
        var compiled = java.util.regex.Pattern.compile(pattern.startsWith("*") ? "." + pattern : pattern);
        return parts.stream().anyMatch(part -> compiled.matcher(part).find());
    }
}
