package understudy.documents.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import understudy.documents.Document;
import understudy.documents.DocumentProblem;

class SchemaCheckTest {
    private static final SchemaCheck CHECK = new SchemaCheck("""
            {"type": "object", "required": ["format"], "additionalProperties": false,
             "properties": {"format": {"const": 1},
                            "nodes": {"type": "array", "items": {"type": "string", "pattern": "^[a-z]+$"}},
                            "inner": {"type": "object", "required": ["id"], "additionalProperties": false,
                                      "properties": {"id": {"type": "string"}, "weight": {"type": "integer"}}}}}
            """);

    @Test
    void acceptsWhatTheSchemaAllows() {
        assertThat(CHECK.problems(document("format: 1\nnodes: [a, b]\ninner: {id: \"1\", weight: 2}")))
                .isEmpty();
    }

    @Test
    void tellsThePlaceOfEachProblem() {
        assertThat(CHECK.problems(document("""
                        format: 1
                        nodes: [a, 7]
                        inner:
                          weight: heavy
                          colour: red
                        """)))
                .extracting(DocumentProblem::position)
                .map(Object::toString)
                .containsExactly("a.yaml:2:12", "a.yaml:4:3", "a.yaml:4:11", "a.yaml:5:3");
    }

    private static Document document(String text) {
        return Document.parse(Path.of("a.yaml"), text);
    }
}
