package understudy.driver.pacemaker.act;

import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.engine.ports.Order;

/** Whom a step is about: the nodes and the group that it names, and the way to them. */
record Subjects(Cluster cluster) {
    NodeLink link(Order order) throws Refusal {
        return linkTo(node(order));
    }

    NodeLink anyLink(Order order) throws Refusal {
        var node = order.step().executedOn();
        return node.isPresent() ? linkTo(node.get()) : cluster.talk().links().getFirst();
    }

    NodeLink linkTo(NodeId node) throws Refusal {
        return cluster.talk()
                .link(node.value())
                .orElseThrow(() -> new Refusal(
                        "PACEMAKER-NO-SUCH-NODE",
                        node.value(),
                        "The inventory has no node " + node + ".",
                        "Correct the inventory."));
    }

    static NodeId node(Order order) throws Refusal {
        return named(order, order.step().node(), "node");
    }

    static NodeId destination(Order order) throws Refusal {
        return named(order, order.step().destination(), "destination");
    }

    static GroupId group(Order order) throws Refusal {
        return named(order, order.step().group(), "group");
    }

    private static <T> T named(Order order, Optional<T> value, String what) throws Refusal {
        return value.orElseThrow(() -> new Refusal(
                "STEP-INCOMPLETE",
                order.step().id().value(),
                "The step " + order.step().id() + " names no " + what + ".",
                ""));
    }

    /** The node on which it is done, as far as it names one: where nothing may be thrown. */
    static NodeId place(Order order) {
        return order.step().executedOn().or(() -> order.step().node()).orElse(new NodeId("?"));
    }
}
