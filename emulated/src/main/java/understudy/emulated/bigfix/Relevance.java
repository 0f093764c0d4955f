package understudy.emulated.bigfix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import understudy.emulated.world.RestsOn;

/** Session relevance: exactly the expressions below, with any names and numbers in them; every other is an error. */
@RestsOn(
        mark = RestsOn.Mark.GENERAL,
        value = "The session inspectors applicable computers, state of an action, operating system, last report time.")
@RestsOn(mark = RestsOn.Mark.GENERAL, value = "A tuple with a plural in it gives one tuple for each of its values.")
final class Relevance {
    private static final String ID = "id of it = \\d+";
    private static final String IDS = "\\(" + ID + "(?: or " + ID + ")*\\)";
    private static final String NAME = "name of it as lowercase = \"[^\"]*\"";
    private static final String NAMES = "\\(" + NAME + "(?: or " + NAME + ")*\\)";
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    private final BigFixServer server;
    private final Map<Pattern, Function<MatchResult, List<List<String>>>> known = new LinkedHashMap<>();

    Relevance(BigFixServer server) {
        this.server = server;
        know(
                "\\(id of it as string, name of it, operating system of it, last report time of it as string, now as string\\)"
                        + " of bes computers whose (" + NAMES + ")",
                match -> computers(texts(match.group(1))));
        know(
                "\\(id of computer of it as string, name of property of it, values of it\\) of results \\(bes computers whose ("
                        + IDS + "), bes properties whose \\(name of it starts with \"([^\"]*)\"\\)\\)",
                match -> properties(numbers(match.group(1)), literal(match.group(2))));
        know(
                "\\(id of item 1 of it as string, id of item 0 of it as string\\) of \\(applicable computers of it, it\\)"
                        + " of bes fixlets whose \\(name of site of it = \"([^\"]*)\" and (" + IDS + ")\\)",
                match -> applicable(literal(match.group(1)), numbers(match.group(2))));
        know(
                "\\(id of it as string, name of it, state of it\\) of bes actions whose \\(name of it starts with \"([^\"]*)\"\\)",
                match -> actions(literal(match.group(1))));
        know(
                "\\(id of action of it as string, id of computer of it as string, status of it as string\\) of results of bes actions"
                        + " whose \\(name of it starts with \"([^\"]*)\" and name of it contains \"([^\"]*)\"\\)",
                match -> results(literal(match.group(1)), literal(match.group(2))));
        know(
                "number of bes computers",
                _ -> List.of(List.of(Integer.toString(server.agents().size()))));
    }

    private void know(String form, Function<MatchResult, List<List<String>>> meaning) {
        known.put(Pattern.compile(form), meaning);
    }

    /** The answers, each a tuple of one value or more; empty where the expression is none that is known. */
    Optional<List<List<String>>> evaluate(String relevance) {
        var plain = relevance.strip().replaceAll("\\s+", " ");
        return known.entrySet().stream()
                .flatMap(entry -> {
                    var matcher = entry.getKey().matcher(plain);
                    return matcher.matches() ? Stream.of(entry.getValue().apply(matcher)) : Stream.empty();
                })
                .findFirst();
    }

    private static List<Integer> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(match -> Integer.valueOf(match.group()))
                .toList();
    }

    private static List<String> texts(String text) {
        return TEXT.matcher(text)
                .results()
                .map(match -> literal(match.group(1)))
                .toList();
    }

    /** A text between quotation marks, in which a per cent sign and two digits stand for a character. */
    private static String literal(String text) {
        return Api.decoded(text.replace("+", "%2B"));
    }

    private List<List<String>> computers(List<String> names) {
        return server.agents().stream()
                .filter(agent -> names.stream().anyMatch(agent.name()::equalsIgnoreCase))
                .map(agent -> List.of(
                        Integer.toString(agent.id()),
                        agent.name(),
                        agent.machine().is2003() ? "Win2003 5.2.3790" : "Win2008 6.0.6001",
                        Properties.time(agent.lastReport()),
                        Properties.time(server.now())))
                .toList();
    }

    private List<List<String>> properties(List<Integer> computers, String prefix) {
        List<List<String>> tuples = new ArrayList<>();
        for (Agent agent : server.agents()) {
            if (computers.contains(agent.id())) {
                agent.reported().forEach((name, values) -> {
                    if (name.startsWith(prefix)) {
                        values.forEach(value -> tuples.add(List.of(Integer.toString(agent.id()), name, value)));
                    }
                });
            }
        }
        return tuples;
    }

    private List<List<String>> applicable(String site, List<Integer> ids) {
        List<List<String>> tuples = new ArrayList<>();
        for (Content content : server.contents()) {
            if (content.site().name().equals(site) && ids.contains(content.id())) {
                server.agents().stream()
                        .filter(agent -> agent.saidRelevant(content))
                        .forEach(agent ->
                                tuples.add(List.of(Integer.toString(content.id()), Integer.toString(agent.id()))));
            }
        }
        return tuples;
    }

    private List<List<String>> actions(String prefix) {
        return server.actions().stream()
                .filter(action -> action.title.startsWith(prefix))
                .map(action -> List.of(Integer.toString(action.id), action.title, action.state()))
                .toList();
    }

    private List<List<String>> results(String prefix, String part) {
        List<List<String>> tuples = new ArrayList<>();
        server.actions().stream()
                .filter(action -> action.title.startsWith(prefix) && action.title.contains(part))
                .forEach(action -> action.reported.forEach((computer, result) ->
                        tuples.add(List.of(Integer.toString(action.id), Integer.toString(computer), result.status()))));
        return tuples;
    }
}
