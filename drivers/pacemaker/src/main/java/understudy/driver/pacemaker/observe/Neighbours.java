package understudy.driver.pacemaker.observe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.core.model.GroupId;
import understudy.driver.pacemaker.Marks;
import understudy.driver.pacemaker.xml.Score;
import understudy.driver.pacemaker.xml.XmlElement;

/** What the constraints say of groups among each other, and of the nodes that a group prefers. Finite colocations are wishes, not rules. */
final class Neighbours {
    private record Pair(String first, String second, int score) {}

    private final Cib cib;
    private final List<Pair> pairs = new ArrayList<>();

    Neighbours(Cib cib) {
        this.cib = cib;
        cib.constraints("rsc_colocation").forEach(this::add);
    }

    List<GroupId> together(String group) {
        return with(group, Score.INFINITY);
    }

    List<GroupId> apart(String group) {
        return with(group, -Score.INFINITY);
    }

    /** The nodes with a positive location score for the group, highest first; preferences of ours are not the cluster's. */
    List<String> preferred(String group) {
        Map<String, Integer> scores = new LinkedHashMap<>();
        cib.constraints("rsc_location")
                .filter(location -> !Marks.isOurs(location.attribute("id")))
                .filter(location ->
                        top(location.attribute("rsc")).filter(group::equals).isPresent())
                .filter(location -> !location.attribute("node").isEmpty() && location.number("score", 0) > 0)
                .forEach(location -> scores.merge(location.attribute("node"), location.number("score", 0), Math::max));
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<GroupId> with(String group, int score) {
        return pairs.stream()
                .filter(pair -> pair.score == score)
                .flatMap(pair -> pair.first.equals(group)
                        ? Stream.of(pair.second)
                        : pair.second.equals(group) ? Stream.of(pair.first) : Stream.empty())
                .distinct()
                .map(GroupId::new)
                .toList();
    }

    private void add(XmlElement colocation) {
        int score = colocation.number("score", 0);
        if (Math.abs(score) < Score.INFINITY) {
            return;
        }
        var members = new ArrayList<String>();
        Stream.of(colocation.attribute("rsc"), colocation.attribute("with-rsc")).forEach(members::add);
        colocation
                .at("resource_set", "resource_ref")
                .map(ref -> ref.attribute("id"))
                .forEach(members::add);
        var tops = members.stream()
                .flatMap(member -> top(member).stream())
                .filter(member -> !isSpread(member))
                .distinct()
                .toList();
        for (int i = 0; i < tops.size(); i++) {
            for (int j = i + 1; j < tops.size(); j++) {
                pairs.add(new Pair(tops.get(i), tops.get(j), score));
            }
        }
    }

    private Optional<String> top(String resource) {
        return cib.topOf(resource);
    }

    /** A plain clone runs on every node it may, so that being with it forbids nothing that is not forbidden already. */
    private boolean isSpread(String top) {
        return cib.topResources()
                .filter(resource -> resource.attribute("id").equals(top))
                .anyMatch(resource -> resource.name().equals("clone")
                        && !Cib.meta(resource, "promotable").map(Cib::isOn).orElse(false));
    }
}
