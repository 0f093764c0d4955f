package understudy.emulated.powershell;

import java.util.List;

/** A value with properties and methods, as .NET's objects are. */
public interface PsObject {
    /** The property's value; {@link Values#NULL} where it has none of that name, as PowerShell 1.0 answers. */
    Object property(String name);

    /** Calls a method. */
    default Object call(String method, List<Object> arguments) throws PowerShellError {
        throw new PowerShellError(
                "Method invocation failed because [" + this + "] doesn't contain a method named '" + method + "'.");
    }
}
