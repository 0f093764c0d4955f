package understudy.driver.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The scripts that go to Windows nodes, and what they may use. */
final class SentScripts {
    private static final List<Path> FOLDERS =
            List.of(Path.of("../../remote/src/main/resources"), Path.of("src/main/resources"));
    private static final Path RESOURCES = Path.of("src/test/resources/understudy/driver/exchange");
    /** What the oldest node has. */
    private static final String VERSION = "1.0";

    private SentScripts() {}

    /** Each by its folder and name. */
    static SequencedMap<String, String> all() throws IOException {
        SequencedMap<String, String> scripts = new TreeMap<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".ps1")).toList()) {
                    int names = file.getNameCount();
                    scripts.put(file.subpath(names - 2, names).toString(), Files.readString(file));
                }
            }
        }
        return scripts;
    }

    /** The uses that the list allows; each line has a version, a use and a source. */
    static SequencedSet<String> allowed() throws IOException {
        SequencedSet<String> allowed = new LinkedHashSet<>();
        for (String line : lines("powershell-allowed.txt")) {
            var words = line.split(" \\| ", -1);
            if (words.length != 3 || words[2].isBlank() || !words[0].equals(VERSION)) {
                throw new IllegalStateException("Not a version up to " + VERSION + ", a use and a source: " + line);
            }
            allowed.add(words[1]);
        }
        return allowed;
    }

    /** The lines of a data file that are no comment. */
    static List<String> lines(String name) throws IOException {
        return Files.readAllLines(RESOURCES.resolve(name)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
