package understudy.driver.bigfix.act;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.driver.bigfix.BigFixNode;
import understudy.driver.bigfix.Refusal;
import understudy.driver.bigfix.Role;
import understudy.driver.bigfix.StatusText.Meaning;
import understudy.driver.bigfix.observe.View;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/**
 * A group goes over: a mailbox server by its own Fixlet, any other group by the one that moves groups away. Both run on the owner, and the
 * cluster chooses where the group goes; so nobody else may be able to take it.
 */
final class Handover {
    private static final Duration SETTLING = Duration.ofMinutes(5);
    private static final String ONLINE = "0";

    private final Nodes nodes;

    Handover(Nodes nodes) {
        this.nodes = nodes;
    }

    /** What is needed for the move is there: nothing of this is left for the outage. */
    Outcome prepare(Order order, GroupId group, NodeId to) throws Refusal {
        var view = nodes.look();
        var owner = owner(view, group);
        refuseDestination(view, group, owner, to);
        var computer = nodes.fresh(view, owner);
        if (!nodes.isRelevant(view, role(view, group, owner), computer)) {
            throw Refusal.failed(
                    "BIGFIX-MOVE-NOT-RELEVANT",
                    owner.value(),
                    "The Fixlet that moves " + group + ", " + nodes.fixlet(role(view, group, owner))
                            + ", is not relevant on its owner " + owner + ".",
                    "Is the node prepared? `understudy bigfix prepare` tells.");
        }
        return new Outcome.Succeeded(to + " can take " + group + ".");
    }

    Outcome move(Order order, GroupId group, NodeId to) throws Refusal {
        Instant until = nodes.now().plus(order.deadline());
        var view = nodes.look();
        var owner = owner(view, group);
        if (owner.equals(to)) {
            return settled(group, to, until);
        }
        refuseOtherOwner(order, group, owner);
        refuseDestination(view, group, owner, to);
        var role = role(view, group, owner);
        var task = new Task(
                order.action().toString(),
                "move " + group,
                nodes.fixlet(role),
                owner,
                nodes.fresh(view, owner).id(),
                nodes.parameters(role));
        var said = new Work(nodes, order.progress()).run(task, order.deadline());
        return believed(task, said, group, to, until);
    }

    /** A move can say yes and not have moved, and no and have moved: the cluster is looked at. */
    private Outcome believed(Task task, Work.Said said, GroupId group, NodeId to, Instant until) throws Refusal {
        var now = owner(nodes.look(), group);
        if (now.equals(to)) {
            return settled(group, to, until);
        }
        var sentence = said.status().sentence(task.toString(), task.node().value());
        if (!now.equals(task.node())) {
            throw Refusal.failed(
                    "BIGFIX-MOVED-ELSEWHERE",
                    group.value(),
                    sentence + " But " + group + " is on " + now + " and not on " + to + ".",
                    "The run looks again and goes on from there.");
        }
        if (Work.means(said, Meaning.FAILED)) {
            throw Work.failed(task, said);
        }
        throw Refusal.failed(
                "BIGFIX-NOT-MOVED",
                group.value(),
                sentence + " But " + group + " is still on " + now + ".",
                "Look at the Exchange Cluster Manager service and the cluster's log on " + now + ".");
    }

    private Outcome settled(GroupId group, NodeId on, Instant until) throws Refusal {
        Instant latest = nodes.now().plus(SETTLING);
        boolean online = nodes.await(
                view -> ONLINE.equals(view.groups().get(group.value())), latest.isBefore(until) ? latest : until);
        if (!online) {
            throw Refusal.inDoubt(
                    "BIGFIX-NOT-ONLINE",
                    group.value(),
                    group + " is on " + on + " and has not come online there.",
                    "Look at its resources on " + on + ".");
        }
        return new Outcome.Succeeded(group + " is online on " + on + ".");
    }

    Outcome await(Order order, GroupId group, NodeId node) throws Refusal {
        boolean may =
                nodes.await(view -> view.state(node).equals("0"), nodes.now().plus(order.deadline()));
        if (!may) {
            throw Refusal.failed(
                    "BIGFIX-MAY-NOT-HOST",
                    group.value(),
                    node + " may not host " + group + ", because it is not up and open in the cluster.",
                    "Look at it; nothing was moved.");
        }
        return new Outcome.Succeeded(node + " may host " + group + ".");
    }

    private Role role(View view, GroupId group, NodeId owner) throws Refusal {
        return nodes.settings().isExchange() && view.isMailboxServer(group.value())
                ? Role.MOVE_MAILBOX_SERVER
                : nodes.known(view, owner).is2003() ? Role.MOVE_GROUPS_2003 : Role.MOVE_GROUPS_2008;
    }

    private NodeId owner(View view, GroupId group) throws Refusal {
        return nodes.settings().nodes().stream()
                .map(BigFixNode::node)
                .filter(node -> view.ownedBy(node).contains(group.value()))
                .findFirst()
                .orElseThrow(() -> Refusal.failed(
                        "BIGFIX-NO-OWNER",
                        group.value(),
                        "No node of the inventory owns " + group + ".",
                        "Look at the cluster."));
    }

    private static void refuseOtherOwner(Order order, GroupId group, NodeId owner) throws Refusal {
        var expected = order.step().from();
        if (expected.filter(from -> !from.equals(owner)).isPresent()) {
            throw Refusal.failed(
                    "BIGFIX-OWNER-CHANGED",
                    group.value(),
                    "The owner of " + group + " is not " + expected.get() + " any more but " + owner + ".",
                    "The run looks again.");
        }
    }

    /** The Fixlets name no destination: only a node that is alone with the owner in being up and open is surely it. */
    private void refuseDestination(View view, GroupId group, NodeId owner, NodeId to) throws Refusal {
        List<String> others = nodes.settings().nodes().stream()
                .map(BigFixNode::node)
                .filter(node -> !node.equals(owner) && !node.equals(to))
                .filter(node -> view.state(node).equals("0"))
                .map(NodeId::value)
                .toList();
        if (!view.state(to).equals("0") || !others.isEmpty()) {
            throw Refusal.failed(
                    "BIGFIX-NO-DESTINATION",
                    group.value(),
                    others.isEmpty()
                            ? group + " is not moved, because " + to + " is not up and open in the cluster."
                            : group + " is not moved, because BigFix cannot be told where to, and "
                                    + String.join(", ", others) + " could take it as well as " + to + ".",
                    others.isEmpty()
                            ? "Bring it back, or resume it."
                            : "Pause these nodes in the cluster until it has moved, or patch this cluster another way.");
        }
    }
}
