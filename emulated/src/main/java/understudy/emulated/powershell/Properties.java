package understudy.emulated.powershell;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An object of which only properties are known; their names may be written in any case. */
public final class Properties implements PsObject {
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final String text;

    public Properties(String text) {
        this.text = text;
    }

    /** The same with this property. */
    public Properties with(String name, Object value) {
        values.put(name.toLowerCase(Locale.ROOT), value);
        return this;
    }

    @Override
    public Object property(String name) {
        return values.getOrDefault(name.toLowerCase(Locale.ROOT), Values.NULL);
    }

    @Override
    public String toString() {
        return text;
    }
}
