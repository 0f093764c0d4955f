package understudy.driver.exchange.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import understudy.core.procedure.Verb;
import understudy.core.procedure.Verb.Part;
import understudy.core.procedure.Verb.Selector;
import understudy.core.procedure.Verb.ServiceState;

/** One thing that is asked of a cluster, or that happens to it: a word, then what it is about. */
record Operation(String word, List<String> about) {
    /** What happens to a cluster without anybody's order. */
    static final List<String> EVENTS =
            List.of("lose-power", "power-back", "resource-fails", "somebody-pauses", "somebody-upgrades");

    private static final List<String> OF_A_SERVICE = List.of("hold", "refresh", "run", "give-back");
    private static final Map<String, Verb> OF_A_NODE = Map.of(
            "fetch", new Verb.Fetch(),
            "install", new Verb.Install(),
            "verify", new Verb.Verify(),
            "restart", new Verb.Restart(true),
            "restart-if-asked", new Verb.Restart(false),
            "leave", new Verb.LeaveCluster(List.of()),
            "rejoin", new Verb.RejoinCluster(),
            "drain", new Verb.Drain(),
            "release", new Verb.Release());
    private static final Map<String, Verb> OF_A_GROUP = Map.of(
            "stop", new Verb.StopGroup(Selector.whole()),
            "stop-services",
                    new Verb.StopGroup(new Selector(List.of(), List.of(Part.ADDRESS, Part.STORAGE, Part.NAME))),
            "start", new Verb.StartGroup(Selector.whole()),
            "somebody-upgrades", new Verb.UpgradeGroup());
    private static final Map<String, Verb> TO_A_NODE = Map.of(
            "prepare", new Verb.Prepare(),
            "await", new Verb.AwaitHost(),
            "move", new Verb.HandOver(),
            "upgrade", new Verb.UpgradeGroup(),
            "withdraw", new Verb.WithdrawHosting(),
            "grant", new Verb.GrantHosting());

    Operation {
        about = List.copyOf(about);
        int expected = OF_A_NODE.containsKey(word) || OF_A_GROUP.containsKey(word) || EVENTS.contains(word) ? 1 : 2;
        if (about.size() != expected) {
            throw new IllegalArgumentException(word + " is about " + expected + ", not " + about + ".");
        }
    }

    static Operation of(String... words) {
        return new Operation(words[0], Arrays.asList(words).subList(1, words.length));
    }

    static Operation read(String line) {
        return of(line.strip().split(" +"));
    }

    boolean isEvent() {
        return EVENTS.contains(word);
    }

    /** It is about one node, the last of its words. */
    boolean isOfANode() {
        return OF_A_NODE.containsKey(word) || OF_A_SERVICE.contains(word);
    }

    /** A group is its first word and, where there is one, the node that it goes to the second. */
    boolean isTowards() {
        return List.of("prepare", "await", "move", "upgrade").contains(word);
    }

    String last() {
        return about.getLast();
    }

    Verb verb() {
        if (OF_A_NODE.containsKey(word)) {
            return OF_A_NODE.get(word);
        }
        if (OF_A_GROUP.containsKey(word)) {
            return OF_A_GROUP.get(word);
        }
        if (TO_A_NODE.containsKey(word)) {
            return TO_A_NODE.get(word);
        }
        return switch (word) {
            case "hold" -> new Verb.HoldService(about.getFirst(), ServiceState.STOPPED);
            case "refresh" -> new Verb.HoldService(about.getFirst(), ServiceState.RESTARTED);
            case "run" -> new Verb.HoldService(about.getFirst(), ServiceState.RUNNING);
            case "give-back" -> new Verb.GiveBack("hold-" + about.getFirst());
            default -> throw new IllegalArgumentException(word + " is no operation.");
        };
    }

    /** The same for what is held and for what gives it back. */
    String step() {
        return isOfANode() && about.size() == 2 ? word + "-" + about.getFirst() : word;
    }

    @Override
    public String toString() {
        return word + " " + String.join(" ", about);
    }
}
