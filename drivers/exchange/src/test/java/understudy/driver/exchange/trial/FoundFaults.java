package understudy.driver.exchange.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Disturbances that have once shown a fault, as a file has them: a trial case by its name, a colon, and the disturbance in words. */
final class FoundFaults {
    private FoundFaults() {}

    /** By case, in the file's order. */
    static Map<String, List<String>> read(String file) throws IOException {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("../../scenarios/exchange", file))) {
            if (!line.startsWith("#")) {
                var named = line.split(": ", 2);
                found.computeIfAbsent(named[0], _ -> new ArrayList<>()).add(named[1]);
            }
        }
        return found;
    }

    /** Those that are meant, of all that are possible; each of the words means at least one. */
    static <T> List<T> meant(List<T> possible, Function<T, String> name, List<String> words) {
        List<T> meant = new ArrayList<>();
        for (String one : words) {
            var named = possible.stream()
                    .filter(candidate -> name.apply(candidate).equals(one))
                    .toList();
            assertThat(named).as(one).isNotEmpty();
            meant.addAll(named);
        }
        return meant;
    }
}
