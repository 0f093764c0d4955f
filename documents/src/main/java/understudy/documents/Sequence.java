package understudy.documents;

import java.util.List;

/** A list of values, in the order of the file. */
public record Sequence(Position position, List<Value> items) implements Value {
    public Sequence {
        items = List.copyOf(items);
    }

    @Override
    public String described() {
        return "a list";
    }
}
