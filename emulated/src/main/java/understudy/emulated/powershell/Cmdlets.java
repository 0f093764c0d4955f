package understudy.emulated.powershell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The cmdlets that a session knows, each with its parameters; what is not declared is refused, as PowerShell does. */
public final class Cmdlets {
    private final Map<String, Declared> declared = new HashMap<>();

    /** A cmdlet with the names of its parameters in the order of their positions; a switch ends with a question mark. */
    record Declared(String name, List<String> parameters, Cmdlet cmdlet) {}

    /** An argument as it reaches a command: named, with or without a value of its own, or by position. */
    record Given(String name, Optional<Object> value) {}

    /** Declares a cmdlet: {@code add("Get-Item", "Path Force?", call -> ...)}. */
    public Cmdlets add(String name, String parameters, Cmdlet cmdlet) {
        var names = parameters.isEmpty() ? List.<String>of() : List.of(parameters.split(" "));
        declared.put(name.toLowerCase(Locale.ROOT), new Declared(name, names, cmdlet));
        return this;
    }

    Optional<Declared> find(String name) {
        return Optional.ofNullable(declared.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Says which value belongs to which parameter. */
    static Call bind(Declared cmdlet, List<Given> given, List<Object> input) throws PowerShellError {
        Map<String, Object> bound = new HashMap<>();
        List<Object> positional = new ArrayList<>();
        for (int at = 0; at < given.size(); at++) {
            var one = given.get(at);
            if (one.name().isEmpty()) {
                positional.add(one.value().orElse(Values.NULL));
                continue;
            }
            var parameter = parameter(cmdlet, one.name());
            boolean isSwitch = parameter.endsWith("?");
            var key = parameter.replace("?", "").toLowerCase(Locale.ROOT);
            if (one.value().isPresent()) {
                bound.put(key, one.value().get());
            } else if (isSwitch) {
                bound.put(key, true);
            } else if (at + 1 < given.size() && given.get(at + 1).name().isEmpty()) {
                at++;
                bound.put(key, given.get(at).value().orElse(Values.NULL));
            } else {
                throw new PowerShellError("Missing an argument for parameter '" + parameter + "'.");
            }
        }
        place(cmdlet, positional, bound);
        return new Call(cmdlet.name(), bound, input);
    }

    private static String parameter(Declared cmdlet, String name) throws PowerShellError {
        if (name.equalsIgnoreCase("ErrorAction")) {
            return "ErrorAction";
        }
        return cmdlet.parameters().stream()
                .filter(one -> one.replace("?", "").equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new PowerShellError(
                        cmdlet.name() + " : A parameter cannot be found that matches parameter name '" + name + "'."));
    }

    private static void place(Declared cmdlet, List<Object> positional, Map<String, Object> bound)
            throws PowerShellError {
        var free = cmdlet.parameters().stream()
                .filter(one -> !one.endsWith("?") && !bound.containsKey(one.toLowerCase(Locale.ROOT)))
                .toList();
        if (positional.size() > free.size()) {
            throw new PowerShellError(cmdlet.name() + " : A parameter cannot be found that accepts argument '"
                    + Values.text(positional.getLast()) + "'.");
        }
        for (int at = 0; at < positional.size(); at++) {
            bound.put(free.get(at).toLowerCase(Locale.ROOT), positional.get(at));
        }
    }
}
