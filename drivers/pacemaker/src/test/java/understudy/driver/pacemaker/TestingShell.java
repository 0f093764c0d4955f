package understudy.driver.pacemaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import understudy.driver.pacemaker.helper.Calls;
import understudy.driver.pacemaker.helper.Helper;
import understudy.driver.pacemaker.node.Script;
import understudy.remote.Answer;
import understudy.remote.Command;
import understudy.remote.NodeShell;

/** A node that answers from a script of the test, and remembers what it was asked. */
public final class TestingShell implements NodeShell {
    /** How an account that is not root reaches this node; it has the helper, and refuses what that would refuse. */
    public static final List<String> SUDO = List.of("sudo", "-n");

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
    public Answer run(Command command) {
        if (!command.arguments().getFirst().equals("sudo")) {
            return run(command.arguments(), read(command));
        }
        var prefix = Stream.concat(SUDO.stream(), Helper.prefix().stream()).toList();
        assertThat(command.arguments().subList(0, prefix.size())).isEqualTo(prefix);
        var call =
                command.arguments().subList(prefix.size(), command.arguments().size());
        if (call.equals(List.of("version"))) {
            return finished(0, "understudy-helper " + Helper.digest() + "\n");
        }
        assertThat(Calls.own()).as("the rule allows " + call).anyMatch(pattern -> pattern.allows(call));
        return call.getFirst().equals("script") ? runByName(call, read(command)) : run(call, read(command));
    }

    /** What the helper makes of a script's name. */
    private Answer runByName(List<String> call, String boundary) {
        int end = call.indexOf("--");
        var text = new StringBuilder("boundary=" + boundary).append(Script.resource("blocks"));
        call.subList(1, end).forEach(script -> text.append(Script.resource(script)));
        var arguments = new ArrayList<>(List.of("sh", "-s", "--"));
        arguments.addAll(call.subList(end + 1, call.size()));
        return run(arguments, text.toString());
    }

    private synchronized Answer run(List<String> arguments, String input) {
        var boundary = BOUNDARY.matcher(input);
        var asked = new Asked(arguments, input, boundary.lookingAt() ? boundary.group(1) : "");
        if (!asked.isScript()) {
            commands.add(arguments);
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
