package understudy.documents;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the keys of one mapping as what they are meant to be, and notes everything that is wrong instead of stopping at the first.
 *
 * <p>A reader asks for all its keys, calls {@link #end()}, and then builds its record. What a broken key gives before {@code end()} is a
 * stand-in, possibly null, and must not be looked into; {@code end()} lets nobody past while one exists. A record that refuses its
 * values with an {@link IllegalArgumentException} is noted at the mapping's place, so its rules need not be written twice.
 */
public final class Fields {
    private final Mapping mapping;
    private final Problems problems;
    private final int problemsBefore;
    private final Set<String> known = new LinkedHashSet<>();
    private boolean ended;

    Fields(Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
        this.problemsBefore = problems.count();
    }

    /** Where the mapping begins. */
    public Position position() {
        return mapping.position();
    }

    /** Where a key's value stands, or the mapping if the key is absent. */
    public Position position(String key) {
        return mapping.value(key).map(Value::position).orElse(mapping.position());
    }

    /** Whether the key is there; asking makes it a known key. */
    public boolean has(String key) {
        known.add(key);
        return mapping.value(key).isPresent();
    }

    /** A key that may be absent: {@code fields.optional("deadline", fields::duration)}. */
    public <T> Optional<T> optional(String key, Function<String, T> reader) {
        return has(key) ? Optional.ofNullable(reader.apply(key)) : Optional.empty();
    }

    public String text(String key) {
        return as(key, Function.identity());
    }

    public Optional<String> optionalText(String key) {
        return optional(key, this::text);
    }

    /** A text as a value of the caller's own, for instance {@code NodeId::new}; what the function refuses is noted at the text's place. */
    public <T> T as(String key, Function<String, T> type) {
        return scalar(key, scalar -> type.apply(Scalars.text(scalar)));
    }

    public int number(String key, int least, int most) {
        return scalar(key, least, scalar -> Scalars.number(scalar, least, most));
    }

    public double decimal(String key, double least, double most) {
        return scalar(key, least, scalar -> Scalars.decimal(scalar, least, most));
    }

    public boolean flag(String key) {
        return scalar(key, false, Scalars::flag);
    }

    /** A length of time with its units, such as {@code 250ms}, {@code 90s}, {@code 10m} or {@code 1h30m}. */
    public Duration duration(String key) {
        return scalar(key, Duration.ZERO, Durations::read);
    }

    /** A moment with its zone, such as {@code 2026-11-20T22:00:00Z}. */
    public Instant instant(String key) {
        return scalar(key, Instant.EPOCH, Scalars::instant);
    }

    /** Several of an enum's constants, each written as for {@link #choice}. */
    public <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
        return items(key, item -> attempt(item, () -> Choices.read(Scalars.of(item), type)));
    }

    /** One of an enum's constants, written small and with hyphens: {@code ALL_TOGETHER} is {@code all-together}. */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        return scalar(key, type.getEnumConstants()[0], scalar -> Choices.read(scalar, type));
    }

    /** A file, relative to the folder of the document. */
    public Path path(String key) {
        return as(key, text -> mapping.position().file().resolveSibling(text).normalize());
    }

    /** Where a secret is to be found; the secret itself is refused, and not repeated in the message. */
    public SecretReference secretReference(String key) {
        return scalar(
                key, scalar -> SecretReference.read(scalar, mapping.position().file()));
    }

    /** A mapping whose kind is told by one of its own keys, for instance {@code do: install}; other kinds are refused by name. */
    public <T> T variant(String key, Map<String, Function<Fields, T>> readers) {
        Value value = required(key).orElseThrow(Unreadable::new);
        Function<Fields, T> reader = attempt(value, () -> readers.get(Choices.name(value, readers.keySet())))
                .orElseThrow(Unreadable::new);
        return reader.apply(this);
    }

    public <T> T mapping(String key, Function<Fields, T> reader) {
        return orStandIn(required(key).flatMap(value -> read(value, reader)));
    }

    /** A list of mappings; the broken ones are noted and left out. */
    public <T> List<T> list(String key, Function<Fields, T> reader) {
        return items(key, item -> read(item, reader));
    }

    public List<String> strings(String key) {
        return texts(key, Function.identity());
    }

    /** A list of texts as values of the caller's own, for instance {@code NodeId::new}. */
    public <T> List<T> texts(String key, Function<String, T> type) {
        return items(key, item -> attempt(item, () -> type.apply(Scalars.text(Scalars.of(item)))));
    }

    /** A list whose items may have several shapes; {@code reader} tells them apart and reads mappings by {@link #read}. */
    public <T> List<T> items(String key, Function<Value, Optional<T>> reader) {
        List<T> items = new ArrayList<>();
        switch (required(key).orElse(null)) {
            case null -> {}
            case Sequence sequence ->
                sequence.items().forEach(item -> reader.apply(item).ifPresent(items::add));
            case Value other -> reject(other, "a list is wanted for \"" + key + "\", not " + other.described());
        }
        return Collections.unmodifiableList(items);
    }

    /** Mappings under names that the writer chose, in the file's order; the broken ones are noted and left out. */
    public <T> SequencedMap<String, T> named(String key, BiFunction<String, Fields, T> reader) {
        return entries(key, entry -> read(entry.value(), fields -> reader.apply(entry.key(), fields)));
    }

    /** Texts under names that the writer chose, in the file's order. */
    public SequencedMap<String, String> namedTexts(String key) {
        return entries(key, entry -> attempt(entry.value(), () -> Scalars.text(Scalars.of(entry.value()))));
    }

    /** A key's value as it stands, for keys that may have several shapes; an absent key is noted. */
    public Optional<Value> value(String key) {
        return required(key);
    }

    /** Reads a value that must be a mapping. */
    public <T> Optional<T> read(Value value, Function<Fields, T> reader) {
        if (value instanceof Mapping nested) {
            return new Fields(nested, problems).complete(reader);
        }
        reject(value, "a mapping (keys and values) is wanted here, not " + value.described());
        return Optional.empty();
    }

    /** Notes what is wrong with a key's value, by a rule that only the caller knows. */
    public void reject(String key, String sentence) {
        problems.add(position(key), sentence);
    }

    /** Notes what is wrong with a value, by a rule that only the caller knows. */
    public void reject(Value value, String sentence) {
        problems.add(value.position(), sentence);
    }

    /** Ends the asking: notes the keys that nobody asked for, and goes no further if anything in this mapping is broken. */
    public void end() {
        ended = true;
        for (Mapping.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                problems.add(
                        entry.position(),
                        "the key " + Quoted.of(entry.key()) + " is not known here: "
                                + Spelling.advice(entry.key(), known));
            }
        }
        if (problems.count() > problemsBefore) {
            throw new Unreadable();
        }
    }

    <T> Optional<T> complete(Function<Fields, T> reader) {
        Optional<T> result = attempt(mapping, () -> reader.apply(this));
        if (result.isPresent() && !ended) {
            throw new IllegalStateException(
                    "the reader of " + mapping.position() + " returned without a call of end()");
        }
        return result;
    }

    private <T> Optional<T> attempt(Value value, Supplier<T> reading) {
        int before = problems.count();
        try {
            T result = reading.get();
            return problems.count() == before ? Optional.of(result) : Optional.empty();
        } catch (Unreadable _) {
            return Optional.empty();
        } catch (IllegalArgumentException rule) {
            problems.add(value.position(), String.valueOf(rule.getMessage()));
            return Optional.empty();
        }
    }

    private <T> T scalar(String key, Function<Scalar, T> type) {
        return orStandIn(scalarValue(key, type));
    }

    private <T> T scalar(String key, T standIn, Function<Scalar, T> type) {
        return scalarValue(key, type).orElse(standIn);
    }

    private <T> Optional<T> scalarValue(String key, Function<Scalar, T> type) {
        return required(key).flatMap(value -> attempt(value, () -> type.apply(Scalars.of(value))));
    }

    private <T> SequencedMap<String, T> entries(String key, Function<Mapping.Entry, Optional<T>> reader) {
        SequencedMap<String, T> named = new LinkedHashMap<>();
        switch (required(key).orElse(null)) {
            case null -> {}
            case Mapping names ->
                names.entries().forEach(entry -> reader.apply(entry).ifPresent(value -> named.put(entry.key(), value)));
            case Value other ->
                reject(other, "names with their values are wanted for \"" + key + "\", not " + other.described());
        }
        return Collections.unmodifiableSequencedMap(named);
    }

    private Optional<Value> required(String key) {
        known.add(key);
        Optional<Value> value = mapping.value(key);
        if (value.isEmpty()) {
            problems.add(mapping.position(), "the key \"" + key + "\" is missing here: add it");
        }
        return value;
    }

    @SuppressWarnings("NullAway") // A stand-in never leaves a reader: end() throws as long as one exists.
    private static <T> T orStandIn(Optional<T> value) {
        return value.orElse(null);
    }
}
