package understudy.driver.exchange.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One command that went over the wire, and what its script ran there, in order. */
record Sent(int call, String step, String node, String script, List<String> commands) {
    private static final Pattern CHANGES =
            Pattern.compile("(?i)(set|remove|new|stop|start|move|mount)-(?!object|sleep).*"
                    + "|io\\.(file\\.(write|move|delete)|directory\\.create).*"
                    + "|cluster\\.exe (?!group Cluster Group /priv$).*|shutdown.*|msiexec.*|schtasks\\.exe /run.*");

    Sent(int call, String step, String node, String script) {
        this(call, step, node, script, new ArrayList<>());
    }

    /** The places before a command that changes something, the first at 1. */
    List<Integer> changes() {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < commands.size(); at++) {
            if (CHANGES.matcher(commands.get(at)).matches()) {
                places.add(at + 1);
            }
        }
        return places;
    }

    /** In words, for whoever reads of a failure. */
    String at(int place) {
        var where = place == 0
                ? "before it leaves"
                : place == Cut.AFTER ? "its answer is lost" : "before " + commands.get(place - 1);
        return "step " + step + ", call " + call + ", " + script + " on " + node + ": " + where;
    }
}
