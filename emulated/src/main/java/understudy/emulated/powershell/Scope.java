package understudy.emulated.powershell;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Variables: written in the innermost scope, read from there outwards. */
final class Scope {
    private final @Nullable Scope outer;
    private final Map<String, Object> variables = new HashMap<>();
    private final Map<String, Ast.Statement.Function> functions = new HashMap<>();

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    void set(String name, Object value) {
        variables.put(key(name), value);
    }

    /** In the outermost scope. */
    void setForAll(String name, Object value) {
        if (outer == null) {
            set(name, value);
        } else {
            outer.setForAll(name, value);
        }
    }

    Object read(String name) {
        var value = variables.get(key(name));
        if (value != null) {
            return value;
        }
        return outer == null ? Values.NULL : outer.read(name);
    }

    void define(Ast.Statement.Function function) {
        functions.put(key(function.name()), function);
    }

    Optional<Ast.Statement.Function> function(String name) {
        var function = functions.get(key(name));
        if (function != null) {
            return Optional.of(function);
        }
        return outer == null ? Optional.empty() : outer.function(name);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
