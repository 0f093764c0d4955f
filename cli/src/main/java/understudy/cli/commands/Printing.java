package understudy.cli.commands;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import understudy.cli.view.Printable;
import understudy.documents.json.RecordCodec;

/** How a command prints: as text for people or as JSON for programs. */
public final class Printing {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "text or json; the shapes of the JSON are in docs/schema.",
            defaultValue = "text",
            scope = CommandLine.ScopeType.INHERIT,
            converter = FormatReader.class,
            completionCandidates = FormatNames.class)
    @SuppressWarnings("NullAway.Init")
    private Format format;

    /** The two forms. */
    public enum Format {
        TEXT,
        JSON
    }

    public boolean json() {
        return format == Format.JSON;
    }

    public PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** For what is neither a result nor the way to it. */
    public PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** Prints the record as JSON, or the lines as text. */
    public <T extends Record> void print(Class<T> type, T record, List<String> lines) {
        if (json()) {
            out().println(new RecordCodec().writeIndented(type, record));
        } else {
            lines.stream().map(Printable::line).forEach(out()::println);
        }
        out().flush();
    }

    static final class FormatNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("text", "json").iterator();
        }
    }

    static final class FormatReader implements picocli.CommandLine.ITypeConverter<Format> {
        @Override
        public Format convert(String text) {
            return switch (text) {
                case "text" -> Format.TEXT;
                case "json" -> Format.JSON;
                default ->
                    throw new picocli.CommandLine.TypeConversionException("\"" + text + "\" is neither text nor json");
            };
        }
    }
}
