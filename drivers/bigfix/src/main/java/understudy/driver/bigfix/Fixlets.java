package understudy.driver.bigfix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which Fixlets are used for what.
 *
 * @param others those that the inventory names itself
 * @param parameters what is given to them, by name
 */
public record Fixlets(Map<Role, FixletRef> others, Map<Role, Map<String, String>> parameters) {
    public Fixlets {
        others = Map.copyOf(others);
        parameters = Map.copyOf(parameters);
    }

    /** Those of the documentation. */
    public static Fixlets usual() {
        return new Fixlets(Map.of(), Map.of());
    }

    public FixletRef of(Role role) {
        return Optional.ofNullable(others.get(role)).orElseGet(role::usual);
    }

    Map<String, String> parametersOf(Role role) {
        return parameters.getOrDefault(role, Map.of());
    }

    /** All of them, by site. */
    public Map<String, List<Integer>> bySite() {
        Map<String, List<Integer>> sites = new java.util.TreeMap<>();
        var all = new EnumMap<Role, FixletRef>(Role.class);
        for (Role role : Role.values()) {
            all.put(role, of(role));
        }
        all.values()
                .forEach(ref -> sites.computeIfAbsent(ref.siteName().name(), _ -> new ArrayList<>())
                        .add(ref.id()));
        return sites;
    }
}
