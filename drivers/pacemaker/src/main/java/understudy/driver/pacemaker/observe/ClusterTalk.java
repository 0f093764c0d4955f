package understudy.driver.pacemaker.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.node.Script;
import understudy.driver.pacemaker.observe.ClusterLook.Judged;
import understudy.remote.Answer;

/** Talks with the cluster through whichever of its nodes answers and is to be believed; the last good one is asked first. */
public final class ClusterTalk {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    /** One round of waiting on the node takes some 80 ms; the wait is cut into pieces so that a lost node is noticed. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private static final Duration ROUND = Duration.ofMillis(75);
    private static final Duration ARRIVAL_ROUND = Duration.ofMillis(100);

    private final List<NodeLink> links;
    private volatile Optional<String> lastGood = Optional.empty();

    public ClusterTalk(List<NodeLink> links) {
        this.links = List.copyOf(links);
    }

    /** The state since which a change is awaited: the information base's version, whether the cluster was busy, who decided. */
    public record Since(String version, boolean busy, String deciding) {
        public static Since look(ClusterLook look) {
            return new Since(
                    look.cib().version(), !look.isIdle(), look.mon().dc().orElse(""));
        }
    }

    /** All nodes, in the inventory's order. */
    public List<NodeLink> links() {
        return links;
    }

    /** The way to this node. */
    public Optional<NodeLink> link(String node) {
        return links.stream().filter(link -> link.nodeName().equals(node)).findFirst();
    }

    /** One look, from the first node that gives a believable one. */
    public Judged look() {
        return ask(Script.of(List.of("cluster", "look"), List.of()), DEADLINE, List.of());
    }

    /** The same, not from these nodes. */
    public Judged lookWithout(List<String> nodes) {
        return ask(Script.of(List.of("cluster", "look"), List.of()), DEADLINE, nodes);
    }

    /** Waits on a node until the cluster has changed since then, at most so long; then looks. */
    public Judged await(Since since, Duration atMost) {
        return await(since, atMost, List.of());
    }

    /** The same, not on these nodes. */
    public Judged await(Since since, Duration atMost, List<String> without) {
        var wait = atMost.compareTo(LONGEST_WAIT) < 0 ? atMost : LONGEST_WAIT;
        long rounds = Math.max(1, wait.dividedBy(ROUND));
        var script = Script.of(
                List.of("cluster", "await"),
                List.of(since.version, since.busy ? "busy" : "idle", since.deciding, Long.toString(rounds)));
        return ask(script, DEADLINE.plus(wait.multipliedBy(2)), without);
    }

    /**
     * Waits until a group looks as if it had arrived, or the cluster has nothing more to do; lightly, and on a node that is neither
     * where it was nor where it goes, if there is one.
     *
     * @param between the nodes to spare
     */
    public Judged awaitArrival(String group, List<String> between, String destination, Duration atMost) {
        var wait = atMost.compareTo(LONGEST_WAIT) < 0 ? atMost : LONGEST_WAIT;
        long rounds = Math.max(1, wait.dividedBy(ARRIVAL_ROUND));
        var script = Script.of(List.of("cluster", "await-arrival"), List.of(group, destination, Long.toString(rounds)));
        return ask(script, DEADLINE.plus(wait.multipliedBy(3)), List.of(), between);
    }

    /** Nodes to ask, the last good one first. */
    public List<NodeLink> inOrder(List<String> without) {
        List<NodeLink> order = new ArrayList<>(links);
        order.removeIf(link -> without.contains(link.nodeName()));
        lastGood.ifPresent(name -> order.stream()
                .filter(link -> link.nodeName().equals(name))
                .findFirst()
                .ifPresent(good -> {
                    order.remove(good);
                    order.addFirst(good);
                }));
        return order;
    }

    private Judged ask(Script script, Duration deadline, List<String> without) {
        return ask(script, deadline, without, List.of());
    }

    /** Those to spare are asked only where no other gives a believable answer. */
    private Judged ask(Script script, Duration deadline, List<String> without, List<String> sparing) {
        List<String> reasons = new ArrayList<>();
        var order = inOrder(without);
        order.sort(java.util.Comparator.comparing(link -> sparing.contains(link.nodeName())));
        for (NodeLink link : order) {
            switch (ask(link, script, deadline)) {
                case Judged.Believed believed -> {
                    lastGood = Optional.of(link.nodeName());
                    return believed;
                }
                case Judged.NotBelieved(String reason) -> reasons.add(reason);
            }
        }
        return new Judged.NotBelieved(reasons.isEmpty() ? "There is no other node to ask." : String.join(" ", reasons));
    }

    private static Judged ask(NodeLink link, Script script, Duration deadline) {
        return switch (link.run(script, deadline)) {
            case Answer.Finished finished -> ClusterLook.judge(link.nodeName(), script.blocks(finished.output()));
            case Answer.Unanswered unanswered -> new Judged.NotBelieved(unanswered.reason());
        };
    }
}
