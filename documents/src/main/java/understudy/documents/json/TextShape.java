package understudy.documents.json;

import java.time.DateTimeException;
import java.util.SequencedMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Whatever is written as one string: texts, names of constants, moments, durations, identifiers. */
record TextShape(TextForm form) implements Shape {
    @Override
    public void write(JsonGenerator out, Object value, Place place) {
        out.writeString(form.writer().apply(value));
    }

    @Override
    public Object read(JsonParser in, Place place) {
        Shape.expect(JsonToken.VALUE_STRING, in, place);
        return value(in.getString(), place);
    }

    @Override
    public SequencedMap<String, Object> schema(Definitions definitions) {
        SequencedMap<String, Object> schema = Definitions.object("type", "string");
        schema.putAll(form.more());
        return schema;
    }

    Object value(String text, Place place) {
        try {
            return form.reader().apply(text);
        } catch (IllegalArgumentException | DateTimeException refusal) {
            throw new BrokenJson(place, String.valueOf(refusal.getMessage()));
        }
    }
}
