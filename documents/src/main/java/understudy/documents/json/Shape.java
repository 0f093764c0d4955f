package understudy.documents.json;

import java.util.SequencedMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** How the values of one type are written and read. */
interface Shape {
    void write(JsonGenerator out, Object value, Place place);

    /** Reads a value whose first token is the parser's current one, and leaves the parser at its last. */
    Object read(JsonParser in, Place place);

    /** What a JSON schema says of the type's values. */
    SequencedMap<String, Object> schema(Definitions definitions);

    static void expect(JsonToken wanted, JsonParser in, Place place) {
        if (in.currentToken() != wanted) {
            throw new BrokenJson(place, wanted + " is wanted here, not " + in.currentToken());
        }
    }
}
