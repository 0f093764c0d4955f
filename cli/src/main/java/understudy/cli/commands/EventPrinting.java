package understudy.cli.commands;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a journal, as lines for people or one JSON object for each event. */
public final class EventPrinting {
    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "text or jsonl (one JSON object a line).",
            defaultValue = "text",
            converter = EventForm.Reader.class,
            completionCandidates = EventForm.Names.class)
    @SuppressWarnings("NullAway.Init")
    private EventForm form;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    /**
     * Prints them, oldest first.
     *
     * @param sentence empty for what no reader needs
     */
    <E> int print(List<E> events, Function<E, Optional<String>> sentence, Function<E, String> json) {
        PrintWriter out = command.commandLine().getOut();
        for (E event : events) {
            switch (form) {
                case TEXT -> sentence.apply(event).ifPresent(out::println);
                case JSONL -> out.println(json.apply(event));
            }
        }
        out.flush();
        return ExitCode.DONE.code();
    }
}
