package understudy.driver.pacemaker.node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;

/** The mark of a ledger entry on a node: one JSON object of strings, in a file of its own under {@code /var/lib/understudy/ledger}. */
public final class LedgerFile {
    private static final JsonFactory JSON = new JsonFactory();

    private LedgerFile() {}

    /** The file's content, so that a person who finds it knows what to do. */
    public static String text(LedgerEntry entry) {
        var out = new java.io.StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("format", "1");
            json.writeStringProperty("entry", entry.id());
            json.writeStringProperty("run", entry.run().value());
            json.writeStringProperty("kind", entry.kind().name());
            entry.node().ifPresent(node -> json.writeStringProperty("node", node.value()));
            entry.group().ifPresent(group -> json.writeStringProperty("group", group.value()));
            json.writeStringProperty("before", entry.before());
            json.writeStringProperty("byHand", entry.byHand());
            json.writeEndObject();
        }
        return out.toString();
    }

    /** The marks in these objects, one after the other; what is not of our form carries no mark of ours. */
    public static List<Mark> marks(String objects) {
        List<Mark> marks = new ArrayList<>();
        for (String line : objects.lines().limit(1000).toList()) {
            mark(fields(line)).ifPresent(marks::add);
        }
        return marks;
    }

    /** What was there before, as the mark's object has it; empty where it is not of our form. */
    public static Optional<String> before(String object) {
        return Optional.ofNullable(fields(object.strip()).get("before"));
    }

    private static Optional<Mark> mark(Map<String, String> fields) {
        try {
            return Optional.of(new Mark(
                    fields.getOrDefault("entry", ""),
                    new RunId(fields.getOrDefault("run", "")),
                    LedgerEntry.Kind.valueOf(fields.getOrDefault("kind", "")),
                    Optional.ofNullable(fields.get("node")).map(NodeId::new),
                    Optional.ofNullable(fields.get("group")).map(GroupId::new)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Map.of();
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = json.currentName();
                if (json.nextToken() != JsonToken.VALUE_STRING) {
                    return Map.of();
                }
                fields.put(name, json.getString());
            }
            return fields;
        } catch (StreamReadException notJson) {
            return Map.of();
        }
    }
}
