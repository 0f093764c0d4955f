package understudy.driver.pacemaker.observe;

import java.util.LinkedHashMap;
import java.util.Map;

/** Pacemaker's utilization attributes, which count only where the cluster is told to place by them. */
final class Capacity {
    private Capacity() {}

    static boolean counts(Cib cib) {
        return !cib.properties().getOrDefault("placement-strategy", "default").equals("default");
    }

    static Map<String, Integer> numbers(Map<String, String> pairs) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        pairs.forEach((name, value) -> {
            if (value.matches("[0-9]{1,9}")) {
                numbers.put(name, Integer.parseInt(value));
            }
        });
        return numbers;
    }
}
