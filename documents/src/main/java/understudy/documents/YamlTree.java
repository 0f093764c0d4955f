package understudy.documents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Turns a text into values with positions, from the parser's events.
 *
 * <p>Events, not the library's composed nodes: only they still show aliases and tags as they were written, and depth is judged before
 * anything is built.
 */
final class YamlTree {
    private static final int DEEPEST = 40;

    private final Path file;
    private final Problems problems;

    YamlTree(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    Mapping read(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setLabel(file.toString())
                .build();
        Optional<Value> root = Optional.empty();
        try {
            root = document(new Parse(settings).parseString(text).iterator());
        } catch (YamlEngineException syntax) {
            new SyntaxSentence(file, text).note(syntax, problems);
        }
        problems.throwIfAny();
        return switch (root.orElseThrow()) {
            case Mapping mapping -> mapping;
            case Value other ->
                throw refused(
                        other.position(),
                        "the file holds " + other.described()
                                + ": write keys and values, beginning with \"format: 1\"");
        };
    }

    private Optional<Value> document(Iterator<Event> events) {
        Optional<Value> root = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && root.isPresent()) {
                problems.add(position(event), "a second document begins here: put it into a file of its own");
                return root;
            }
            if (event instanceof NodeEvent) {
                root = Optional.of(value(event, events, 1));
            }
        }
        if (root.isEmpty()) {
            problems.add(Position.of(file), "the file is empty: begin it with \"format: 1\"");
        }
        return root;
    }

    private Value value(Event event, Iterator<Event> events, int depth) {
        if (depth > DEEPEST) {
            throw refused(position(event), "the nesting is deeper than " + DEEPEST + " levels here: write it flatter");
        }
        if (event instanceof NodeEvent node) {
            refuseWhatHidesMeaning(node);
        }
        return switch (event.getEventId()) {
            case MappingStart -> mapping(event, events, depth);
            case SequenceStart -> sequence(event, events, depth);
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> new Scalar(position(event), "", false);
            default -> throw new IllegalStateException("the parser gave " + event + " where a value begins");
        };
    }

    private Mapping mapping(Event start, Iterator<Event> events, int depth) {
        List<Mapping.Entry> entries = new ArrayList<>();
        Map<String, Position> seen = new HashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Value key = value(event, events, depth + 1);
            Value value = value(events.next(), events, depth + 1);
            if (!(key instanceof Scalar name)) {
                problems.add(key.position(), "a key must be a single word or text, not " + key.described());
                continue;
            }
            Position first = seen.putIfAbsent(name.text(), name.position());
            if (first == null) {
                entries.add(new Mapping.Entry(name.position(), name.text(), value));
            } else {
                problems.add(
                        name.position(),
                        "the key " + Quoted.of(name.text()) + " stands here a second time, after line " + first.line()
                                + ": keep one of them");
            }
        }
        return new Mapping(position(start), entries);
    }

    private Sequence sequence(Event start, Iterator<Event> events, int depth) {
        List<Value> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(value(event, events, depth + 1));
        }
        return new Sequence(position(start), items);
    }

    private Scalar scalar(ScalarEvent event) {
        return new Scalar(position(event), event.getValue(), !event.isPlain());
    }

    private void refuseWhatHidesMeaning(NodeEvent node) {
        if (node instanceof AliasEvent alias) {
            problems.add(
                    position(node),
                    "the alias \"*" + Quoted.shortened(alias.getAlias().getValue())
                            + "\" is not allowed: write the value out");
            return;
        }
        node.getAnchor()
                .ifPresent(anchor -> problems.add(
                        position(node),
                        "the anchor \"&" + Quoted.shortened(anchor.getValue())
                                + "\" is not allowed: write each value where it belongs"));
        tag(node)
                .ifPresent(tag -> problems.add(
                        position(node), "the tag " + Quoted.of(tag) + " is not allowed: write the plain value"));
    }

    private static Optional<String> tag(NodeEvent node) {
        return switch (node) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> Optional.empty();
        };
    }

    private Position position(Event event) {
        return event.getStartMark()
                .map(mark -> new Position(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(Position.of(file));
    }

    private BrokenDocument refused(Position position, String sentence) {
        problems.add(position, sentence);
        return problems.broken();
    }
}
