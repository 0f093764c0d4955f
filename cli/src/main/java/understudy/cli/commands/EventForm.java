package understudy.cli.commands;

import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How events are printed: as sentences for people, or as one JSON object a line for programs. */
enum EventForm {
    TEXT,
    JSONL;

    /** What can be written. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("text", "jsonl").iterator();
        }
    }

    /** Reads it from the command line. */
    static final class Reader implements ITypeConverter<EventForm> {
        @Override
        public EventForm convert(String text) {
            return switch (text) {
                case "text" -> TEXT;
                case "jsonl" -> JSONL;
                default -> throw new TypeConversionException("\"" + text + "\" is neither text nor jsonl");
            };
        }
    }
}
