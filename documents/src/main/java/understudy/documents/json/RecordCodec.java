package understudy.documents.json;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Writes immutable records as JSON and reads them back, strictly: the same value is the same text in every process, and what does not
 * fit its type is refused.
 *
 * <p>What it knows, and how it is written:
 *
 * <ul>
 *   <li>a record: an object with its components in their order; an empty {@code Optional} is left out
 *   <li>a record whose only component is a {@code String}, such as an identifier: that string
 *   <li>a sealed interface: an object that begins with {@code "type": "SimpleNameOfTheRecord"}, whatever the record's own form
 *   <li>an enum: its name; {@code Instant}, {@code Duration} and other values of java.time: ISO-8601
 *   <li>{@code List}, and {@code Map} in its order with keys that are written as strings; a {@code Set} or a {@code Map} without an order is refused
 *   <li>{@code String}, {@code int}, {@code long}, {@code boolean}, {@code double} (finite)
 * </ul>
 *
 * Components that a later release adds need {@link #withDefault}, so that what an older one wrote stays readable. Safe for many threads.
 */
public final class RecordCodec {
    private static final int LARGEST_INPUT = 64 * 1024 * 1024;
    private static final int LARGEST_TEXT = 8 * 1024 * 1024;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES, JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxDocumentLength(LARGEST_INPUT)
                    .maxStringLength(LARGEST_TEXT)
                    .maxNameLength(10_000)
                    .maxNumberLength(50)
                    .build())
            .build();

    private final Map<String, Object> defaults;
    private final Shapes shapes;

    public RecordCodec() {
        this(Map.of());
    }

    private RecordCodec(Map<String, Object> defaults) {
        this.defaults = Map.copyOf(defaults);
        this.shapes = new Shapes(this.defaults);
    }

    /** A codec that takes {@code value} for a component that the text does not have. */
    public RecordCodec withDefault(Class<? extends Record> type, String component, Object value) {
        Map<String, Object> more = new HashMap<>(defaults);
        more.put(Shapes.defaultKey(type, component), value);
        return new RecordCodec(more);
    }

    /**
     * The canonical text of a value, on one line.
     *
     * @param type what a reader will ask for: with a sealed interface the text begins with the record's name
     * @throws IllegalArgumentException if the type has a part that the codec does not know, or the value one that has no canonical form
     */
    public <T> String write(Class<T> type, T value) {
        return write(type, value, ObjectWriteContext.empty());
    }

    /** The same content for people: indented by two spaces. */
    public <T> String writeIndented(Class<T> type, T value) {
        return write(type, value, new Indented());
    }

    /** The JSON schema (draft 2020-12) of what {@link #write} gives for a type, to be published; indented, and always the same. */
    public String schema(Class<?> type) {
        Definitions definitions = new Definitions();
        Object schema = definitions.schema(shapes.of(TypeKey.of(type)).schema(definitions));
        return text(new Indented(), out -> Definitions.write(out, schema)) + "\n";
    }

    private <T> String write(Class<T> type, T value, ObjectWriteContext layout) {
        Shape shape = shapes.of(TypeKey.of(type));
        return text(layout, out -> shape.write(out, value, Place.root()));
    }

    private static String text(ObjectWriteContext layout, Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(layout, text)) {
            content.accept(out);
        }
        return text.toString();
    }

    /**
     * Reads what {@link #write} has written for the same type; the components of a record may stand in any order.
     *
     * @throws BrokenJson with the place and the reason
     */
    public <T> T read(Class<T> type, String text) {
        Shape shape = shapes.of(TypeKey.of(type));
        if (text.length() > LARGEST_INPUT) {
            throw new BrokenJson(Place.root(), "the text is longer than " + LARGEST_INPUT + " characters");
        }
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (in.nextToken() == null) {
                throw new BrokenJson(Place.root(), "the text is empty");
            }
            T value = type.cast(shape.read(in, Place.root()));
            JsonToken rest = in.nextToken();
            if (rest != null) {
                throw new BrokenJson(Place.root(), "something follows the value: " + rest);
            }
            return value;
        } catch (JacksonException syntax) {
            throw new BrokenJson(Place.root(), "this is not JSON: " + syntax.getOriginalMessage());
        }
    }
}
