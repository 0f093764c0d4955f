package understudy.driver.exchange;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;

/**
 * The marks of ledger entries: a drain and a hosting right are private properties of the cluster group, so that they are seen while
 * their node is down; a held service is a value in the registry of its node. What has no such name is not ours.
 */
public final class Marks {
    /** What the names of private properties of ours begin with. */
    public static final String PREFIX = "UnderstudyMark.";

    private static final Pattern NAME = Pattern.compile("([a-z0-9-]{1,40})\\.([A-Za-z0-9._-]{1,150})");

    private Marks() {}

    /** The text with only such characters as may stand in the name of a mark. */
    public static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /** The name of a mark, without the prefix. */
    public static String name(LedgerEntry entry) {
        return entry.run() + "." + plain(entry.id());
    }

    /** What stands in a mark: kind, node, group. */
    public static String value(LedgerEntry entry) {
        return entry.kind() + "/"
                + entry.node().map(node -> encoded(node.value())).orElse("-") + "/"
                + entry.group().map(group -> encoded(group.value())).orElse("-");
    }

    /** Reads a mark; empty where it has not our form. */
    public static Optional<Mark> read(String name, String value) {
        var matcher = NAME.matcher(name);
        var words = value.strip().split("/", -1);
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

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Optional<String> decoded(String word) {
        return word.equals("-") ? Optional.empty() : Optional.of(URLDecoder.decode(word, StandardCharsets.UTF_8));
    }
}
