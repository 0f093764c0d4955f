package understudy.driver.pacemaker.observe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code corosync-quorumtool -s} says.
 *
 * @param expected the votes that the cluster expects in all
 * @param needed how many votes make quorum
 * @param votes the votes of each present voter, by node id; {@code 0} is the quorum device
 */
public record QuorumTool(boolean quorate, int expected, int needed, List<String> flags, Map<String, Integer> votes) {
    private static final Pattern FIELD = Pattern.compile("([A-Z][A-Za-z ]*[a-z]):\\s+(.*?)\\s*");
    private static final Pattern MEMBER = Pattern.compile("\\s+(\\d{1,10})\\s+(\\d{1,6})\\s+\\S.*");

    public QuorumTool {
        flags = List.copyOf(flags);
        votes = understudy.core.model.Ordered.copy(votes);
    }

    /** Reads the output; empty where it is not that of the tool. */
    public static Optional<QuorumTool> parse(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, Integer> votes = new LinkedHashMap<>();
        boolean members = false;
        for (String line : text.lines().limit(500).toList()) {
            members |= line.startsWith("Membership information");
            var member = MEMBER.matcher(line);
            if (members && member.matches()) {
                votes.put(member.group(1), Integer.parseInt(member.group(2)));
                continue;
            }
            var field = FIELD.matcher(line);
            if (field.matches()) {
                fields.putIfAbsent(field.group(1), field.group(2));
            }
        }
        if (!fields.containsKey("Quorate") || votes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new QuorumTool(
                fields.get("Quorate").equals("Yes"),
                number(fields.getOrDefault("Expected votes", "")),
                number(fields.getOrDefault("Quorum", "")),
                new ArrayList<>(List.of(fields.getOrDefault("Flags", "").split("\\s+"))),
                votes));
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    private static int number(String text) {
        var digits = Pattern.compile("\\d{1,6}").matcher(text);
        return digits.find() ? Integer.parseInt(digits.group()) : 0;
    }
}
