package understudy.emulated.powershell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One use of a cmdlet.
 *
 * @param cmdlet its name as its author writes it
 * @param parameters by name in small letters
 * @param input what the pipe brings
 */
public record Call(String cmdlet, Map<String, Object> parameters, List<Object> input) {
    /** Whether the parameter was given and, if it is a switch, not as {@code $false}. */
    public boolean has(String name) {
        var value = parameters.get(name.toLowerCase(Locale.ROOT));
        return value != null && !Boolean.FALSE.equals(value);
    }

    /** Whether the parameter was given as {@code $false}. */
    public boolean isFalse(String name) {
        return Boolean.FALSE.equals(parameters.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The parameter's value. */
    public Optional<Object> value(String name) {
        return Optional.ofNullable(parameters.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The parameter as a text; an error where it is missing, for nobody is there to be asked for it. */
    public String text(String name) throws PowerShellError {
        return Values.text(value(name)
                .orElseThrow(() -> new PowerShellError(
                        "Cannot process command because of one or more missing mandatory parameters: " + name + ".")));
    }
}
