package understudy.driver.pacemaker.survey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.core.model.Group;
import understudy.core.model.GroupId;
import understudy.driver.pacemaker.observe.ClusterLook;
import understudy.driver.pacemaker.observe.GroupReader;
import understudy.driver.pacemaker.survey.GroupGuess.ProbeGuess;
import understudy.driver.pacemaker.xml.XmlElement;

/** Concludes from a cluster's configuration what its owner would write of each group. Fence devices are left out: nothing is to be said of them. */
final class GroupGuesses {
    private static final int MOST_PROBES = 16;

    private final ClusterLook look;
    private final Knowledge knowledge;

    GroupGuesses(ClusterLook look, Knowledge knowledge) {
        this.look = look;
        this.knowledge = knowledge;
    }

    List<GroupGuess> all() {
        return new GroupReader(look, Map.of())
                .groups().stream()
                        .filter(group -> !parts(group.id()).stream().allMatch(Part::isFencing))
                        .map(this::guess)
                        .toList();
    }

    private GroupGuess guess(Group group) {
        var parts = parts(group.id());
        var addresses = addresses(group, parts);
        boolean beneath = parts.stream().allMatch(knowledge::isBeneath);
        return new GroupGuess(
                group.id(),
                parts.stream().map(Part::type).toList(),
                beneath ? 0 : 1,
                reason(beneath, !addresses.isEmpty()),
                addresses,
                services(parts)
                        .flatMap(found -> probes(found, addresses))
                        .distinct()
                        .limit(MOST_PROBES)
                        .toList(),
                services(parts)
                        .flatMap(found -> found.service.ready(found.part.parameters()).stream())
                        .distinct()
                        .toList(),
                services(parts)
                        .flatMap(found -> found.service.warm(found.part.parameters()).stream())
                        .distinct()
                        .toList(),
                group.serving());
    }

    private static String reason(boolean beneath, boolean reached) {
        if (beneath) {
            return "0, since other groups stand on it and no client is known to: an outage of it is one of theirs";
        }
        return reached
                ? "what an outage of it costs; 0 where no client hangs on it"
                : "it has no address that the cluster's resources show; say 0 if no client hangs on it";
    }

    private record Found(Part part, KnownService service) {}

    private Stream<Found> services(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> knowledge.service(part).map(service -> new Found(part, service)).stream());
    }

    private static Stream<ProbeGuess> probes(Found found, List<String> addresses) {
        return found.service.probes().stream()
                .flatMap(probe -> addresses.stream()
                        .map(address -> new ProbeGuess(probe.kind(), address, probe.port(found.part.parameters()))));
    }

    /** Its own addresses, or where it has none those of the groups that must be where it is. */
    private List<String> addresses(Group group, List<Part> parts) {
        var own = addresses(parts);
        return own.isEmpty()
                ? group.together().stream()
                        .flatMap(other -> addresses(parts(other)).stream())
                        .distinct()
                        .toList()
                : own;
    }

    private List<String> addresses(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> knowledge.address(part).stream())
                .distinct()
                .toList();
    }

    private List<Part> parts(GroupId group) {
        Optional<XmlElement> top = look.cib()
                .topResources()
                .filter(one -> one.attribute("id").equals(group.value()))
                .findFirst();
        return top.map(element -> Part.of(element, look.cib())).orElse(List.of());
    }
}
