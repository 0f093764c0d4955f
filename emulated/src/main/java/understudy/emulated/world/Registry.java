package understudy.emulated.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A node's registry: keys by their path without regard to case, values by name. */
public final class Registry {
    private final Map<String, Map<String, String>> keys = new LinkedHashMap<>();

    /** Whether the key is there. */
    public synchronized boolean has(String key) {
        return keys.containsKey(path(key));
    }

    /** Makes the key if it is not there. */
    public synchronized void make(String key) {
        keys.computeIfAbsent(path(key), _ -> new LinkedHashMap<>());
    }

    /** Writes a value, making its key. */
    public synchronized void set(String key, String name, String value) {
        make(key);
        var values = keys.getOrDefault(path(key), new LinkedHashMap<>());
        values.keySet().removeIf(known -> known.equalsIgnoreCase(name));
        values.put(name, value);
    }

    /** Takes a value away; true if it was there. */
    public synchronized boolean remove(String key, String name) {
        return keys.getOrDefault(path(key), new LinkedHashMap<>()).keySet().removeIf(name::equalsIgnoreCase);
    }

    /** A value. */
    public synchronized Optional<String> value(String key, String name) {
        return keys.getOrDefault(path(key), Map.of()).entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Takes a key away with its values. */
    public synchronized void drop(String key) {
        keys.remove(path(key));
    }

    /** The names of a key's values. */
    public synchronized List<String> names(String key) {
        return new ArrayList<>(keys.getOrDefault(path(key), Map.of()).keySet());
    }

    private static String path(String key) {
        return key.toUpperCase(Locale.ROOT)
                .replace("HKLM:\\", "HKEY_LOCAL_MACHINE\\")
                .strip();
    }
}
