package understudy.remote;

import java.time.Duration;
import java.util.List;

/**
 * A program to run on a node, with its arguments, what it reads, how long it may take and how much it may say.
 *
 * <p>The arguments reach the program exactly as they stand here; no shell on the way sees them as anything but data.
 *
 * @param arguments the program and its arguments, at least one, none with a NUL
 * @param input what it reads on standard input
 * @param deadline how long it may take, waiting for a free channel and connecting included
 * @param outputLimit bytes kept of its standard output; more is read and dropped, and the answer says so
 */
public record Command(List<String> arguments, Input input, Duration deadline, int outputLimit) {
    /** The deadline of a command that names none. */
    public static final Duration USUAL_DEADLINE = Duration.ofSeconds(30);

    /** The output limit of a command that names none: 4 MiB. */
    public static final int USUAL_OUTPUT_LIMIT = 4 << 20;

    private static final int MOST_OUTPUT = 256 << 20;

    public Command {
        arguments = List.copyOf(arguments);
        if (arguments.isEmpty() || arguments.getFirst().isEmpty()) {
            throw new IllegalArgumentException("A command needs the name of a program as its first argument");
        }
        if (arguments.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("No argument may hold a NUL: " + arguments.getFirst());
        }
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("The deadline must be positive: " + deadline);
        }
        if (outputLimit < 0 || outputLimit > MOST_OUTPUT) {
            throw new IllegalArgumentException("The output limit must be 0 to " + MOST_OUTPUT + ": " + outputLimit);
        }
    }

    /** A command without input, with the usual deadline and output limit. */
    public static Command of(String... arguments) {
        return of(List.of(arguments));
    }

    /** A command without input, with the usual deadline and output limit. */
    public static Command of(List<String> arguments) {
        return new Command(arguments, Input.none(), USUAL_DEADLINE, USUAL_OUTPUT_LIMIT);
    }

    /** The same command, reading {@code reading}. */
    public Command withInput(Input reading) {
        return new Command(arguments, reading, deadline, outputLimit);
    }

    /** The same command, which must have ended after {@code limit}. */
    public Command within(Duration limit) {
        return new Command(arguments, input, limit, outputLimit);
    }

    /** The same command, of whose output at most {@code bytes} are kept. */
    public Command keepingAtMost(int bytes) {
        return new Command(arguments, input, deadline, bytes);
    }
}
