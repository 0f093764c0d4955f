package understudy.documents.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import understudy.documents.Document;
import understudy.documents.DocumentProblem;
import understudy.documents.Mapping;
import understudy.documents.Position;
import understudy.documents.Scalar;
import understudy.documents.Sequence;
import understudy.documents.Value;

/**
 * Judges a document by a published JSON schema (draft 2020-12), so that a test can prove that the schema and the reader agree.
 *
 * <p>Needs the optional dependencies of this module (networknt's validator), which a program does not carry.
 */
public final class SchemaCheck {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Schema schema;

    /** @param schema the schema's own text, JSON */
    public SchemaCheck(String schema) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON);
    }

    /** What the schema refuses, each at the place where it stands in the file; empty if the document is good. */
    public List<DocumentProblem> problems(Document document) {
        return schema.validate(json(document.root())).stream()
                .map(error -> new DocumentProblem(position(document.root(), error), error.getMessage()))
                .sorted(Comparator.comparing(DocumentProblem::position).thenComparing(DocumentProblem::sentence))
                .toList();
    }

    /** What the schema refuses in a JSON text; empty if the text is good. */
    public List<String> problemsOfJson(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .sorted()
                .toList();
    }

    private static JsonNode json(Value value) {
        return switch (value) {
            case Scalar scalar -> json(scalar);
            case Sequence sequence -> {
                ArrayNode array = JSON.arrayNode();
                sequence.items().forEach(item -> array.add(json(item)));
                yield array;
            }
            case Mapping mapping -> {
                ObjectNode object = JSON.objectNode();
                mapping.entries().forEach(entry -> object.set(entry.key(), json(entry.value())));
                yield object;
            }
        };
    }

    private static JsonNode json(Scalar scalar) {
        return switch (scalar.kind()) {
            case NOTHING -> JSON.nullNode();
            case FLAG -> JSON.booleanNode(Boolean.parseBoolean(scalar.text()));
            case INTEGER -> JSON.numberNode(new BigInteger(scalar.text()));
            case DECIMAL -> JSON.numberNode(Double.parseDouble(scalar.text()));
            case TEXT -> JSON.stringNode(scalar.text());
        };
    }

    private static Position position(Value root, Error error) {
        Value value = root;
        NodePath path = error.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            value = inner(value, String.valueOf(path.getElement(i)));
        }
        if ("additionalProperties".equals(error.getKeyword()) && value instanceof Mapping mapping) {
            return keyPosition(mapping, error.getProperty());
        }
        return value.position();
    }

    private static Position keyPosition(Mapping mapping, String key) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .map(Mapping.Entry::position)
                .orElse(mapping.position());
    }

    private static Value inner(Value value, String step) {
        return switch (value) {
            case Mapping mapping -> mapping.value(step).orElse(mapping);
            case Sequence sequence -> sequence.items().get(Integer.parseInt(step));
            case Scalar scalar -> scalar;
        };
    }
}
