package understudy.documents.json;

import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Numbers and flags. */
enum PlainShape implements Shape {
    INT("integer") {
        @Override
        public void write(JsonGenerator out, Object value, Place place) {
            out.writeNumber((int) value);
        }

        @Override
        public Object read(JsonParser in, Place place) {
            Shape.expect(JsonToken.VALUE_NUMBER_INT, in, place);
            return in.getIntValue();
        }
    },
    LONG("integer") {
        @Override
        public void write(JsonGenerator out, Object value, Place place) {
            out.writeNumber((long) value);
        }

        @Override
        public Object read(JsonParser in, Place place) {
            Shape.expect(JsonToken.VALUE_NUMBER_INT, in, place);
            return in.getLongValue();
        }
    },
    DOUBLE("number") {
        @Override
        public void write(JsonGenerator out, Object value, Place place) {
            double number = (double) value;
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(place + ": " + number + " has no form in JSON");
            }
            out.writeNumber(number);
        }

        @Override
        public Object read(JsonParser in, Place place) {
            if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                Shape.expect(JsonToken.VALUE_NUMBER_FLOAT, in, place);
            }
            double number = in.getDoubleValue();
            if (!Double.isFinite(number)) {
                throw new BrokenJson(place, "the number is too large");
            }
            return number;
        }
    },
    BOOLEAN("boolean") {
        @Override
        public void write(JsonGenerator out, Object value, Place place) {
            out.writeBoolean((boolean) value);
        }

        @Override
        public Object read(JsonParser in, Place place) {
            if (in.currentToken() != JsonToken.VALUE_FALSE) {
                Shape.expect(JsonToken.VALUE_TRUE, in, place);
            }
            return in.getBooleanValue();
        }
    };

    private final String name;

    PlainShape(String name) {
        this.name = name;
    }

    @Override
    public SequencedMap<String, Object> schema(Definitions definitions) {
        return Definitions.object("type", name);
    }

    static Optional<Shape> of(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return Optional.of(INT);
        }
        if (type == long.class || type == Long.class) {
            return Optional.of(LONG);
        }
        if (type == double.class || type == Double.class) {
            return Optional.of(DOUBLE);
        }
        return type == boolean.class || type == Boolean.class ? Optional.of(BOOLEAN) : Optional.empty();
    }
}
