package understudy.driver.pacemaker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import understudy.remote.Answer;
import understudy.remote.Command;
import understudy.remote.NodeShell;

/** A node that answers from a script of the test, and remembers what it was asked. */
public final class TestingShell implements NodeShell {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=([0-9a-f]{32})");

    private final String name;
    private final Function<Asked, Answer> answers;
    private final List<List<String>> commands = new ArrayList<>();

    /** What came: the arguments, and for a script of ours its text and the word between its blocks. */
    public record Asked(List<String> arguments, String script, String boundary) {
        public boolean isScript() {
            return !boundary.isEmpty();
        }

        public boolean holds(String text) {
            return script.contains(text);
        }

        /** One block as the node would print it. */
        public String block(String block, int exit, String text) {
            return "\n" + boundary + " begin " + block + "\n" + text + "\n" + boundary + " end " + block + " " + exit
                    + "\n";
        }
    }

    public TestingShell(String name, Function<Asked, Answer> answers) {
        this.name = name;
        this.answers = answers;
    }

    /** The argument lists that were not scripts of ours, in order. */
    public synchronized List<List<String>> commands() {
        return List.copyOf(commands);
    }

    @Override
    public String nodeName() {
        return name;
    }

    @Override
    public synchronized Answer run(Command command) {
        var input = read(command);
        var boundary = BOUNDARY.matcher(input);
        var asked = new Asked(command.arguments(), input, boundary.lookingAt() ? boundary.group(1) : "");
        if (!asked.isScript()) {
            commands.add(command.arguments());
        }
        return answers.apply(asked);
    }

    public static Answer finished(int exit, String output) {
        return new Answer.Finished(exit, output, "", false);
    }

    private static String read(Command command) {
        try (var stream = command.input().open()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
