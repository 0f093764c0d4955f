package understudy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every test source of the project, by its class; of two classes with one name the one that has the method is meant. */
record TestSources(SequencedMap<String, List<Path>> byClass) {
    private static final Path HOME = Path.of("..");
    private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern TEST = Pattern.compile("([A-Z]\\w+)(?:\\.(\\w+))?");

    static TestSources read() throws IOException {
        SequencedMap<String, List<Path>> byClass = new TreeMap<>();
        try (Stream<Path> files = Files.walk(HOME)) {
            files.filter(file -> file.toString().contains("src/test/java/"))
                    .filter(file -> file.toString().endsWith("Test.java"))
                    .sorted()
                    .forEach(file -> byClass.computeIfAbsent(
                                    file.getFileName().toString().replace(".java", ""), _ -> new ArrayList<>())
                            .add(HOME.relativize(file)));
        }
        return new TestSources(byClass);
    }

    /** Where it stands; empty where there is no such test or scenario. */
    Optional<Path> place(String shown) {
        if (shown.startsWith("scenarios/")) {
            return Optional.of(Path.of(shown)).filter(path -> Files.exists(HOME.resolve(path)));
        }
        var name = TEST.matcher(shown);
        if (!name.matches()) {
            return Optional.empty();
        }
        return byClass.getOrDefault(name.group(1), List.of()).stream()
                .filter(path -> name.group(2) == null || holds(path, "void " + name.group(2) + "("))
                .findFirst();
    }

    /** Its source, with each string that is written in parts in one, as the program has it. */
    String text(String shown) {
        try {
            return JOINED.matcher(Files.readString(HOME.resolve(place(shown).orElseThrow())))
                    .replaceAll("")
                    .replace("\\\"", "\"")
                    .replace("\\\\", "\\");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean holds(Path path, String text) {
        try {
            return Files.readString(HOME.resolve(path)).contains(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String link(String shown) {
        String label = shown.startsWith("scenarios/") ? shown.substring("scenarios/".length()) : shown;
        return "[" + label + "](../" + place(shown).map(Path::toString).orElse("") + ")";
    }
}
