package understudy.remote.windows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import understudy.remote.Digest;
import understudy.remote.Input;
import understudy.remote.Resource;
import understudy.remote.ScriptNote;

/**
 * A script of ours for PowerShell 1.0 or later. On the command line stands nothing but a fixed stub; the script and its values come by
 * standard input, each value encoded, so that no value can become part of a script or of a command line.
 *
 * @param name what an audit calls it
 * @param text reads its values from the table {@code $v} and answers with {@code Say NAME VALUE}
 */
public record PowerShellScript(String name, String text) {
    private static final String STUB = encoded(Resource.text(PowerShellScript.class, "stub.ps1"));

    /** The script in the resource {@code NAME.ps1} beside the owner. */
    public static PowerShellScript of(Class<?> owner, String name) {
        return new PowerShellScript(name, Resource.text(owner, name + ".ps1"));
    }

    /** The command line of every script: the same for all. */
    public static List<String> arguments() {
        return List.of("powershell", "-NoProfile", "-NonInteractive", "-EncodedCommand", STUB);
    }

    /** The stub as the command line has it: UTF-16 in Base64. */
    static String stub() {
        return STUB;
    }

    /** What the stub reads: one line for the script and one for each value, in ASCII whatever they hold. */
    String request(SequencedMap<String, String> values) {
        return Stream.concat(Stream.of(Map.entry("script", text)), values.entrySet().stream())
                .map(entry -> key(entry.getKey()) + "="
                        + Base64.getEncoder().encodeToString(entry.getValue().getBytes(StandardCharsets.UTF_8)) + "\n")
                .collect(Collectors.joining());
    }

    /** The request as a command's input; an audit learns the script's name and digest, and of the values nothing. */
    Input input(SequencedMap<String, String> values) {
        var digest = Digest.of(text.getBytes(StandardCharsets.UTF_8));
        return Input.script(new ScriptNote(name, digest, List.of()), request(values));
    }

    private static String key(String name) {
        if (!name.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("A value's name is of small letters: " + name);
        }
        return name;
    }

    private static String encoded(String script) {
        return Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_16LE));
    }
}
