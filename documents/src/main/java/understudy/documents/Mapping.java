package understudy.documents;

import java.util.List;
import java.util.Optional;

/** Keys and their values, in the order of the file; no key stands twice. */
public record Mapping(Position position, List<Entry> entries) implements Value {
    public Mapping {
        entries = List.copyOf(entries);
    }

    /** One key with its value. */
    public record Entry(Position position, String key, Value value) {}

    public Optional<Value> value(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .map(Entry::value);
    }

    @Override
    public String described() {
        return "a mapping";
    }
}
