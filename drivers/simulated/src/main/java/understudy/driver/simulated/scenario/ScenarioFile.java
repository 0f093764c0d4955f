package understudy.driver.simulated.scenario;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Change;
import understudy.core.model.GroupId;
import understudy.documents.Document;
import understudy.documents.Fields;

/** Reads a scenario's YAML file; its schema is {@code docs/schema/scenario.schema.json}. */
public final class ScenarioFile {
    private ScenarioFile() {}

    /**
     * Reads a file; where it gives no name, the scenario is called like the file.
     *
     * @throws understudy.documents.BrokenDocument with every problem as {@code file:line:column: sentence}
     */
    public static Scenario read(Path file) {
        return Document.read(file, fields -> scenario(fields, nameOf(file)));
    }

    /** As {@link #read(Path)}, with the text of a file that lives elsewhere, such as among the program's own resources. */
    public static Scenario read(Path file, String text) {
        return Document.read(file, text, fields -> scenario(fields, nameOf(file)));
    }

    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static Scenario scenario(Fields fields, String fallback) {
        String name = fields.optionalText("name").orElse(fallback);
        String about = fields.optionalText("about").orElse("");
        Instant start = fields.optional("start", fields::instant).orElse(Scenario.STANDARD_START);
        int seed = fields.optional("seed", key -> fields.number(key, 0, Integer.MAX_VALUE))
                .orElse(1);
        ClusterSetup cluster = fields.mapping("cluster", ClusterReader::cluster);
        List<NodeSetup> nodes =
                List.copyOf(fields.named("nodes", NodeReader::node).values());
        List<GroupSetup> groups =
                List.copyOf(fields.named("groups", GroupReader::group).values());
        PatchSetup patch = fields.optional("patch", key -> fields.mapping(key, ScenarioFile::patch))
                .orElseGet(PatchSetup::standard);
        Map<Latency, Range> ranges = fields.optional("latencies", key -> fields.mapping(key, ScenarioFile::latencies))
                .orElse(Map.of());
        List<Fault> faults = fields.optional("faults", key -> fields.list(key, FaultReader::fault))
                .orElse(List.of());
        int most = fields.optional("maxUnavailable", key -> fields.number(key, 1, 1000))
                .orElse(1);
        fields.end();
        return new Scenario(
                name, about, start, cluster, nodes, groups, patch, new Latencies(seed, ranges), faults, most);
    }

    private static PatchSetup patch(Fields fields) {
        List<Change> changes =
                List.copyOf(fields.named("changes", ScenarioFile::change).values());
        boolean restart = fields.optional("restart", fields::flag).orElse(true);
        boolean fence = fields.optional("versionFence", fields::flag).orElse(false);
        boolean wayBack = fields.optional("wayBack", fields::flag).orElse(true);
        List<GroupId> breaks = fields.has("breaks") ? fields.texts("breaks", GroupId::new) : List.of();
        fields.end();
        return new PatchSetup(changes, restart, fence, wayBack, breaks);
    }

    private static Change change(String component, Fields fields) {
        String from = fields.optionalText("from").orElse("");
        String to = fields.text("to");
        int bytes = fields.optional("bytes", key -> fields.number(key, 0, Integer.MAX_VALUE))
                .orElse(0);
        fields.end();
        return new Change(component, from, to, bytes);
    }

    private static Map<Latency, Range> latencies(Fields fields) {
        Map<Latency, Range> ranges = new EnumMap<>(Latency.class);
        for (Latency latency : Latency.values()) {
            String key = latency.name().toLowerCase(Locale.ROOT);
            Optional<Range> range = Shapes.range(fields, key);
            range.ifPresent(given -> ranges.put(latency, given));
        }
        fields.end();
        return ranges;
    }
}
