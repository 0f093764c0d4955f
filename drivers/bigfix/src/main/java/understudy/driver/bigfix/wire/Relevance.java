package understudy.driver.bigfix.wire;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The session relevance that is sent: every expression stands here, and what is put into one is escaped. */
public final class Relevance {
    private Relevance() {}

    /** Id, name, operating system, last report and the server's time, of the computers of these names. */
    public static String computers(List<String> names) {
        return "(id of it as string, name of it, operating system of it, last report time of it as string, now as string)"
                + " of bes computers whose "
                + names.stream()
                        .map(name -> "name of it as lowercase = " + literal(name.toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Computer, property and value, of every property whose name begins so. */
    public static String properties(List<Integer> computers, String prefix) {
        return "(id of computer of it as string, name of property of it, values of it) of results (bes computers whose "
                + ids(computers) + ", bes properties whose (name of it starts with " + literal(prefix) + "))";
    }

    /** Fixlet and computer, for each computer on which one of these Fixlets, tasks or baselines is relevant. */
    public static String applicable(String site, List<Integer> contents) {
        return "(id of item 1 of it as string, id of item 0 of it as string) of (applicable computers of it, it)"
                + " of bes fixlets whose (name of site of it = " + literal(site) + " and " + ids(contents) + ")";
    }

    /** Id, name and state of every action whose name begins so. */
    public static String actions(String prefix) {
        return "(id of it as string, name of it, state of it) of bes actions whose (name of it starts with "
                + literal(prefix) + ")";
    }

    /** Action, computer and status, of every action whose name begins so and holds that. */
    public static String results(String prefix, String part) {
        return "(id of action of it as string, id of computer of it as string, status of it as string) of results of"
                + " bes actions whose (name of it starts with " + literal(prefix) + " and name of it contains "
                + literal(part) + ")";
    }

    private static String ids(List<Integer> ids) {
        return ids.stream().map(id -> "id of it = " + id).collect(Collectors.joining(" or ", "(", ")"));
    }

    /** A text in relevance: a per cent sign and two digits stand for a character, so both of these are written so. */
    static String literal(String text) {
        return '"' + text.replace("%", "%25").replace("\"", "%22") + '"';
    }
}
