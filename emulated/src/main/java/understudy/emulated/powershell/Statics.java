package understudy.emulated.powershell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The static members of .NET classes that need nothing of a node. */
final class Statics {
    private Statics() {}

    static Optional<Object> call(String type, String member, List<Object> arguments) throws PowerShellError {
        return switch (short_(type) + "." + member.toLowerCase(Locale.ROOT)) {
            case "convert.frombase64string" -> Optional.of(decoded(Values.text(arguments.getFirst())));
            case "convert.tobase64string" ->
                Optional.of(Base64.getEncoder().encodeToString((byte[]) arguments.getFirst()));
            case "text.encoding.utf8" -> Optional.of(new Utf8());
            case "string.join" ->
                Optional.of(Values.items(arguments.get(1)).stream()
                        .map(Values::text)
                        .collect(Collectors.joining(Values.text(arguments.getFirst()))));
            case "string.isnullorempty" ->
                Optional.of(Values.text(arguments.getFirst()).isEmpty());
            default -> Optional.empty();
        };
    }

    /** Without the namespace that PowerShell adds by itself. */
    static String short_(String type) {
        var name = type.toLowerCase(Locale.ROOT);
        return name.startsWith("system.") ? name.substring("system.".length()) : name;
    }

    private static byte[] decoded(String text) throws PowerShellError {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw new PowerShellError("Invalid character in a Base-64 string.");
        }
    }

    /** The encoding that scripts are carried in. */
    private record Utf8() implements PsObject {
        @Override
        public Object property(String name) {
            return Values.NULL;
        }

        @Override
        public Object call(String method, List<Object> arguments) throws PowerShellError {
            return switch (method.toLowerCase(Locale.ROOT)) {
                case "getstring" -> new String((byte[]) arguments.getFirst(), StandardCharsets.UTF_8);
                case "getbytes" -> Values.text(arguments.getFirst()).getBytes(StandardCharsets.UTF_8);
                default -> PsObject.super.call(method, arguments);
            };
        }
    }
}
