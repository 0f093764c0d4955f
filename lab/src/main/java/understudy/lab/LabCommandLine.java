package understudy.lab;

import java.io.Serial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was written after {@code LabMain}: a verb, options and the words that belong to the verb. */
record LabCommandLine(String verb, Map<String, String> options, List<String> rest) {
    private static final Set<String> WITH_VALUE =
            Set.of("--name", "--nodes", "--service", "--groups", "--directory", "--bridge", "--subnet");
    private static final Set<String> LOCATING = Set.of("--name", "--directory");
    private static final Set<String> SWITCHES = Set.of("--no-fencing", "--base");

    /** A command line that makes no sense. */
    static final class Misuse extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        Misuse(String sentence) {
            super(sentence);
        }
    }

    static LabCommandLine parse(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new Misuse("Say what the lab should do.");
        }
        var options = new LinkedHashMap<String, String>();
        var rest = new ArrayList<String>();
        var words = arguments.subList(1, arguments.size()).iterator();
        while (words.hasNext()) {
            var word = words.next();
            if (!rest.isEmpty() || !word.startsWith("--")) {
                rest.add(word);
            } else if (SWITCHES.contains(word)) {
                options.put(word, "");
            } else if (WITH_VALUE.contains(word) && words.hasNext()) {
                options.put(word, words.next());
            } else {
                throw new Misuse("The lab does not know " + word + ", or it lacks a value.");
            }
        }
        return new LabCommandLine(arguments.getFirst(), options, List.copyOf(rest));
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    /** Whether anything was said of how the lab is to be; without it a lab that exists is taken as it is. */
    boolean describesALab() {
        return options.keySet().stream().anyMatch(option -> !LOCATING.contains(option));
    }

    Path directory() {
        var folder = options.get("--directory");
        return folder == null ? LabSpec.defaultDirectory(name()) : Path.of(folder);
    }

    /** The specification for a lab that is to be made. */
    LabSpec spec() {
        var standard = LabSpec.named(name());
        var shape = new LabShape(
                number("--nodes", standard.shape().nodes()),
                Service.parse(options.getOrDefault("--service", "mail")),
                number("--groups", 1),
                !has("--no-fencing"));
        var network = new LabNetwork(
                options.getOrDefault("--bridge", standard.network().bridge()),
                options.getOrDefault("--subnet", standard.network().subnet()));
        return standard.withShape(shape).withDirectory(directory()).withNetwork(network);
    }

    String word(int index, String what) {
        if (index >= rest.size()) {
            throw new Misuse(verb + " lacks " + what + ".");
        }
        return rest.get(index);
    }

    private String name() {
        return options.getOrDefault("--name", "lab");
    }

    private int number(String option, int standard) {
        var text = options.getOrDefault(option, Integer.toString(standard));
        if (!text.matches("\\d{1,2}")) {
            throw new Misuse(option + " wants a number, not '" + text + "'.");
        }
        return Integer.parseInt(text);
    }
}
