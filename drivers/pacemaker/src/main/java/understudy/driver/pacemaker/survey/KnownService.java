package understudy.driver.pacemaker.survey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A service that {@code services.yaml} knows.
 *
 * @param ready commands that prove that a node could start it; may name parameters of the agent
 * @param warm what it reads when it starts; may name parameters of the agent
 */
record KnownService(
        String name, List<AgentPattern> agents, List<KnownProbe> probes, List<List<String>> ready, List<String> warm) {
    private static final Pattern HOLE = Pattern.compile("\\{([a-z0-9_]+)(/\\.\\.)?}");
    /** What a parameter may bring into a command of ours: it comes from the cluster, and is not trusted. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@=+,][A-Za-z0-9_./:@=+,-]{0,199}");

    KnownService {
        agents = List.copyOf(agents);
        probes = List.copyOf(probes);
        ready = ready.stream().map(List::copyOf).toList();
        warm = List.copyOf(warm);
    }

    /** How its clients reach it: the agent's parameter names the port, if it has it. */
    record KnownProbe(String kind, int port, Optional<String> parameter) {
        int port(Map<String, String> parameters) {
            return parameter
                    .map(parameters::get)
                    .filter(text -> text.matches("[0-9]{1,5}"))
                    .map(Integer::parseInt)
                    .filter(number -> number >= 1 && number <= 65_535)
                    .orElse(port);
        }
    }

    boolean isRunBy(String agent) {
        return agents.stream().anyMatch(pattern -> pattern.matches(agent));
    }

    /** The commands with these parameters; those that miss one are left out. */
    List<List<String>> ready(Map<String, String> parameters) {
        return ready.stream()
                .flatMap(command -> filled(command, parameters).stream())
                .toList();
    }

    /** The commands that need no parameter: those that a rule can allow before the cluster is known. */
    List<List<String>> fixedReady() {
        return ready.stream()
                .filter(command ->
                        command.stream().noneMatch(word -> HOLE.matcher(word).find()))
                .toList();
    }

    /** The paths with these parameters; those that miss one are left out. */
    List<String> warm(Map<String, String> parameters) {
        return warm.stream().flatMap(path -> filled(path, parameters).stream()).toList();
    }

    private static Optional<List<String>> filled(List<String> command, Map<String, String> parameters) {
        var words = command.stream()
                .flatMap(word -> filled(word, parameters).stream())
                .toList();
        return words.size() == command.size() ? Optional.of(words) : Optional.empty();
    }

    private static Optional<String> filled(String word, Map<String, String> parameters) {
        var hole = HOLE.matcher(word);
        if (!hole.find()) {
            return Optional.of(word);
        }
        var value = Optional.ofNullable(parameters.get(hole.group(1)));
        if (hole.group(2) != null) {
            value = value.filter(path -> path.lastIndexOf('/') > 0)
                    .map(path -> path.substring(0, path.lastIndexOf('/')));
        }
        return value.map(text -> word.substring(0, hole.start()) + text + word.substring(hole.end()))
                .filter(text -> PLAIN.matcher(text).matches()
                        && !text.contains("..")
                        && !HOLE.matcher(text).find());
    }
}
