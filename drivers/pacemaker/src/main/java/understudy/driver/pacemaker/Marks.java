package understudy.driver.pacemaker;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.driver.pacemaker.observe.Cib;

/**
 * The marks of ledger entries in the cluster's configuration. A mark is an attribute of the node that it is about, else a property of
 * the cluster in a set of its own, named by run and entry; its value says the kind, node and group. A constraint of ours carries run and entry in its own id. What has no such name is not ours.
 */
public final class Marks {
    /** The id of the set that holds the marks that are about no node. */
    public static final String SET = "understudy-marks";

    private static final String PREFIX = "understudy.";
    private static final Pattern NAME = Pattern.compile("understudy\\.([a-z0-9-]{1,40})\\.([A-Za-z0-9._-]{1,150})");

    private Marks() {}

    /** The name of a mark or of a constraint: it may stand as an XML id, so all but letters, digits, {@code -} and {@code _} is replaced. */
    public static String name(RunId run, String entry) {
        return PREFIX + run + "." + plain(entry);
    }

    /** The text with only such characters as may stand in the id of an entry. */
    public static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /** Whether an id has the form of ours. */
    public static boolean isOurs(String id) {
        return NAME.matcher(id).matches();
    }

    /** What stands in a mark. */
    public static String value(LedgerEntry entry) {
        return entry.kind() + " "
                + entry.node().map(node -> encoded(node.value())).orElse("-") + " "
                + entry.group().map(group -> encoded(group.value())).orElse("-");
    }

    /** All marks in the configuration. */
    public static List<Mark> in(Cib cib) {
        return Stream.concat(
                        Stream.concat(cib.propertyPairs().stream(), cib.nodePairs())
                                .flatMap(pair -> mark(pair.attribute("name"), pair.attribute("value")).stream()),
                        cib.constraints("rsc_location")
                                .flatMap(location -> constraint(
                                        location.attribute("id"),
                                        location.attribute("rsc"),
                                        location.attribute("node"),
                                        location.number("score", 0))
                                        .stream()))
                .toList();
    }

    private static Optional<Mark> mark(String name, String value) {
        var matcher = NAME.matcher(name);
        var words = value.split(" ", 4);
        if (!matcher.matches() || words.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Mark(
                    matcher.group(2),
                    new RunId(matcher.group(1)),
                    LedgerEntry.Kind.valueOf(words[0]),
                    decoded(words[1]).map(NodeId::new),
                    decoded(words[2]).map(GroupId::new)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Mark> constraint(String id, String group, String node, int score) {
        var matcher = NAME.matcher(id);
        if (!matcher.matches() || group.isEmpty() || node.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Mark(
                matcher.group(2),
                new RunId(matcher.group(1)),
                score < 0 ? LedgerEntry.Kind.HOSTING_RIGHT : LedgerEntry.Kind.PREFERENCE,
                Optional.of(new NodeId(node)),
                Optional.of(new GroupId(group))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Optional<String> decoded(String word) {
        return word.equals("-") ? Optional.empty() : Optional.of(URLDecoder.decode(word, StandardCharsets.UTF_8));
    }
}
