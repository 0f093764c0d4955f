package understudy.driver.pacemaker.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import understudy.remote.Command;
import understudy.remote.Digest;
import understudy.remote.Input;
import understudy.remote.ScriptNote;

/**
 * A shell script of ours that a node reads from standard input, so that many questions are one exchange. The script is always the
 * same text; what varies reaches it as arguments. Its blocks are set apart by a word made for each exchange and sent on
 * standard input, where no other process of the node can read it, so that no output can pass for the end of a block.
 */
public final class Script {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final List<String> names;
    private final String text;
    private final String boundary;
    private final List<String> arguments;

    private Script(List<String> names, String text, String boundary, List<String> arguments) {
        this.names = List.copyOf(names);
        this.text = text;
        this.boundary = boundary;
        this.arguments = List.copyOf(arguments);
    }

    /** The named scripts, one after the other, with these arguments. */
    public static Script of(List<String> names, List<String> arguments) {
        var word = new byte[16];
        RANDOM.nextBytes(word);
        var boundary = HexFormat.of().formatHex(word);
        var text = new StringBuilder(resource("blocks"));
        names.forEach(name -> text.append(resource(name)));
        return new Script(names, text.toString(), boundary, arguments);
    }

    /** The command that runs it. */
    public Command command() {
        List<String> all = new ArrayList<>(List.of("sh", "-s", "--"));
        all.addAll(arguments);
        // Its digest is that of the text which ships with this build, the same each time.
        var note = new ScriptNote(String.join("+", names), Digest.of(text.getBytes(StandardCharsets.UTF_8)), List.of());
        return Command.of(all).withInput(Input.script(note, "boundary=" + boundary + "\n" + text));
    }

    /** The call by which a node that has our helper runs the same. */
    Command byName() {
        List<String> all = new ArrayList<>(List.of("script"));
        all.addAll(names);
        all.add("--");
        all.addAll(arguments);
        return Command.of(all).withInput(Input.text(boundary + "\n"));
    }

    /** Takes the output of the command apart. */
    public Blocks blocks(String output) {
        return Blocks.parse(boundary, output);
    }

    /** The text of one script, as it is sent. */
    public static String resource(String name) {
        try (var stream = Script.class.getResourceAsStream(name + ".sh")) {
            if (stream == null) {
                throw new IllegalStateException("The script " + name + ".sh is missing from this build.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
