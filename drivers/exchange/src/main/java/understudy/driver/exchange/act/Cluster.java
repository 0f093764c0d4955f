package understudy.driver.exchange.act;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.driver.exchange.ExchangeSettings;
import understudy.driver.exchange.Marks;
import understudy.driver.exchange.observe.ClusterReport;
import understudy.driver.exchange.observe.NodeReport;
import understudy.driver.exchange.observe.Pauses;
import understudy.driver.exchange.observe.Talk;
import understudy.engine.ports.Outcome;
import understudy.remote.windows.PowerShellScript;
import understudy.remote.windows.Said;
import understudy.remote.windows.WindowsNode;
import understudy.remote.windows.WindowsNode.Reply;

/** The cluster as the verbs use it: looked at, and changed by {@code cluster.exe} on one of its members. */
final class Cluster {
    private static final Duration CALL = Duration.ofMinutes(10);
    private static final Duration TO_ANSWER = Duration.ofMinutes(1);
    private static final PowerShellScript COMMANDS = PowerShellScript.of(Cluster.class, "cluster");

    private final ExchangeSettings settings;
    private final Talk talk;

    Cluster(ExchangeSettings settings, Talk talk) {
        this.settings = settings;
        this.talk = talk;
    }

    ExchangeSettings settings() {
        return settings;
    }

    Talk talk() {
        return talk;
    }

    Instant now() {
        return settings.clock().instant();
    }

    /** What the cluster looks like now. */
    ClusterReport look() throws Refusal {
        return switch (talk.look()) {
            case Talk.Look.Seen(ClusterReport report) -> report;
            case Talk.Look.NotSeen(String reason) ->
                throw Refusal.failed(
                        "EXCHANGE-NOT-SEEN",
                        settings.cluster(),
                        "No node of " + settings.cluster() + " tells what the cluster looks like: " + reason,
                        "Look at the Cluster service on its nodes.");
        };
    }

    /** Looks until something holds; false where it does not in time. */
    boolean await(Predicate<ClusterReport> holds, Instant until) {
        while (true) {
            if (talk.look() instanceof Talk.Look.Seen(ClusterReport report) && holds.test(report)) {
                return true;
            }
            if (!now().isBefore(until) || Thread.currentThread().isInterrupted()) {
                return false;
            }
            Pauses.pause(settings);
        }
    }

    /** What the node says of itself; one that gives no answer is none that has nothing. */
    NodeReport report(NodeId id) throws Refusal {
        return Talk.report(node(id))
                .orElseThrow(() -> Refusal.failed(
                        "EXCHANGE-NO-ANSWER", id.value(), id + " does not answer.", "Make " + id + " reachable."));
    }

    WindowsNode node(NodeId id) throws Refusal {
        return talk.nodes()
                .find(id)
                .orElseThrow(() -> Refusal.failed(
                        "EXCHANGE-NO-SUCH-NODE",
                        id.value(),
                        "The inventory has no node " + id + ".",
                        "Correct the inventory."));
    }

    /** Runs a script on a node; whatever is not a whole answer ends the step. */
    Said ask(NodeId id, PowerShellScript script, Map<String, String> values, Duration deadline) throws Refusal {
        return switch (node(id).run(script, values, deadline)) {
            case Reply.Heard(Said said) when said.succeeded() -> said;
            case Reply.Heard(Said said) ->
                throw Refusal.inDoubt(
                        "EXCHANGE-COMMAND",
                        id.value(),
                        "On " + id + " the script " + script.name() + " ended in an error: " + said.error(),
                        "Look at the node; the run looks too.");
            case Reply.NotSent(String reason) ->
                throw Refusal.failed("EXCHANGE-NO-ANSWER", id.value(), reason, "Make " + id + " reachable.");
            case Reply.Lost(String reason) ->
                throw Refusal.inDoubt("EXCHANGE-NO-ANSWER", id.value(), reason, "The run looks at what came of it.");
        };
    }

    /** Runs cluster.exe with these words, line by line, on a member, until one fails. */
    void command(ClusterReport look, List<List<String>> lines, String what) throws Refusal {
        for (List<String> line : lines) {
            for (String word : line) {
                if (word.indexOf('"') >= 0) {
                    throw Refusal.failed(
                            "EXCHANGE-NAME",
                            word,
                            "The name " + word + " holds a quotation mark, which cluster.exe cannot be given.",
                            "Rename it in the cluster.");
                }
            }
        }
        var text = lines.stream().map(line -> String.join("\t", line)).collect(Collectors.joining("\n"));
        var said = ask(new NodeId(look.teller()), COMMANDS, Map.of("commands", text), CALL);
        var code = said.first("code").orElse("?");
        if (!code.equals("0")) {
            throw Refusal.failed(
                    "EXCHANGE-CLUSTER-REFUSED",
                    settings.cluster(),
                    "The cluster refused " + what + " with error " + code + ": "
                            + said.first("said").orElse("") + ".",
                    "Look it up with net helpmsg " + code + ".");
        }
    }

    /** Something that looks before it acts, so that doing it again does only what is left. */
    interface Repeatable {
        Outcome run() throws Refusal;
    }

    /**
     * Does it again, by another member if need be, where nobody knows whether it was done or nobody answers: what half of it leaves is a mark
     * without its change.
     */
    Outcome again(Repeatable change) throws Refusal {
        Instant until = now().plus(TO_ANSWER);
        while (true) {
            try {
                return change.run();
            } catch (Refusal refusal) {
                boolean mayHelp = refusal.isDoubtful() || refusal.isUnanswered();
                if (!mayHelp || !now().isBefore(until) || Thread.currentThread().isInterrupted()) {
                    throw refusal;
                }
            }
            Pauses.pause(settings);
        }
    }

    static List<String> mark(LedgerEntry entry) {
        return List.of("group", "Cluster Group", "/priv", Marks.PREFIX + Marks.name(entry) + "=" + Marks.value(entry));
    }

    static List<String> unmark(LedgerEntry entry) {
        return List.of("group", "Cluster Group", "/priv", Marks.PREFIX + Marks.name(entry), "/usedefault");
    }

    static boolean isMarked(ClusterReport look, LedgerEntry entry) {
        return look.marks().stream()
                .anyMatch(mark -> mark.run().equals(entry.run()) && mark.entry().equals(Marks.plain(entry.id())));
    }

    /** The group's name, proven to be a clustered mailbox server. */
    static String server(ClusterReport look, GroupId group) throws Refusal {
        if (!look.mailboxServers().containsKey(group.value())) {
            throw Refusal.failed(
                    "EXCHANGE-NO-SERVER",
                    group.value(),
                    group + " is no clustered mailbox server of this cluster.",
                    "Correct the procedure.");
        }
        return group.value();
    }
}
