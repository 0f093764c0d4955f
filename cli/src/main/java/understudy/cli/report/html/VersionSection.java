package understudy.cli.report.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.cli.report.NodeVersions;
import understudy.cli.report.RunReport;
import understudy.core.model.NodeId;
import understudy.core.model.Version;

/** The versions that each node was to reach, and whether it was seen to have them. */
final class VersionSection {
    private VersionSection() {}

    static Optional<Section> of(RunReport report, Clock clock) {
        if (report.versions().isEmpty()) {
            return Optional.empty();
        }
        Table nodes = new Table("Nodes", List.of("Node", "Components to reach", "Seen to have them all"));
        report.versions()
                .forEach(node -> nodes.row(List.of(
                        Html.text(node.node().value()),
                        Html.text(String.valueOf(node.targets().size())),
                        node.reached().<Html>map(clock::timeElement).orElse(Html.text(unseen(node))))));
        Table targets = targets(report.versions());
        return Optional.of(new Section(
                "versions",
                "Versions",
                targets.isEmpty() ? List.of(nodes.element()) : List.of(nodes.element(), targets.element())));
    }

    private static String unseen(NodeVersions node) {
        if (node.takenBack().isPresent()) {
            return "no: it was taken back to what it had before";
        }
        return node.targets().isEmpty() ? "it had nothing to reach" : "not in this run";
    }

    /** One row for each component and version; the nodes are named in it. */
    private static Table targets(List<NodeVersions> versions) {
        Map<Version, List<NodeId>> nodes = new LinkedHashMap<>();
        versions.forEach(node -> node.targets()
                .forEach(target -> nodes.computeIfAbsent(target, unseen -> new java.util.ArrayList<>())
                        .add(node.node())));
        Table table = new Table("Versions to reach", List.of("Component", "Version", "Nodes"));
        nodes.forEach((version, on) -> table.row(List.of(
                Html.text(version.component()),
                Html.text(version.version()),
                Html.text(on.stream().map(NodeId::value).collect(Collectors.joining(", "))))));
        return table;
    }
}
