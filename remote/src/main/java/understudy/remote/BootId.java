package understudy.remote;

import java.util.Optional;
import java.util.regex.Pattern;

/** What Linux calls one start of a node: it changes with every restart and never otherwise. */
public record BootId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f-]{8,64}");

    public BootId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a boot id: " + value);
        }
    }

    /** The command that asks a node for its boot id. */
    public static Command question() {
        return Command.of("cat", "/proc/sys/kernel/random/boot_id").keepingAtMost(100);
    }

    /** The boot id in the answer to {@link #question()}, if it holds one. */
    public static Optional<BootId> in(Answer answer) {
        return answer instanceof Answer.Finished(int exit, String output, String error, boolean truncated)
                        && exit == 0
                        && SHAPE.matcher(output.strip()).matches()
                ? Optional.of(new BootId(output.strip()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
