package understudy.documents.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A list: an array in its order. */
record ListShape(Shape items) implements Shape {
    @Override
    public void write(JsonGenerator out, Object value, Place place) {
        out.writeStartArray();
        int index = 0;
        for (Object item : (List<?>) value) {
            items.write(out, item, place.item(index++));
        }
        out.writeEndArray();
    }

    @Override
    public SequencedMap<String, Object> schema(Definitions definitions) {
        SequencedMap<String, Object> schema = Definitions.object("type", "array");
        schema.put("items", items.schema(definitions));
        return schema;
    }

    @Override
    public Object read(JsonParser in, Place place) {
        Shape.expect(JsonToken.START_ARRAY, in, place);
        List<Object> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            list.add(items.read(in, place.item(list.size())));
        }
        return Collections.unmodifiableList(list);
    }
}
