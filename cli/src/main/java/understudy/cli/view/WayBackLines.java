package understudy.cli.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import understudy.engine.ports.Offer;

/** Which nodes could be taken back to the packages that they have now, for the plan's page. */
final class WayBackLines {
    private WayBackLines() {}

    /** Nothing where nothing is installed. */
    static List<String> of(Offer offer) {
        List<Offer.NodeOffer> changed =
                offer.nodes().stream().filter(node -> !node.changes().isEmpty()).toList();
        List<String> sentences = new ArrayList<>();
        String with = changed.stream()
                .filter(node -> node.noWayBack().isEmpty())
                .map(node -> node.node().value())
                .collect(Collectors.joining(", "));
        if (!with.isEmpty()) {
            sentences.add(with + ": what is replaced is kept there until the run ends well, to go back to.");
        }
        changed.forEach(
                node -> node.noWayBack().ifPresent(why -> sentences.add(node.node() + ": none, because " + why + ".")));
        return sentences;
    }
}
