package understudy.driver.bigfix.act;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.driver.bigfix.Refusal;
import understudy.driver.bigfix.Role;
import understudy.driver.bigfix.observe.Computer;
import understudy.driver.bigfix.observe.View;
import understudy.driver.bigfix.wire.Silence;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** Restarts a node by a Fixlet, once for a step: the boot before it stands in the action's title, and only another one is believed. */
final class Restart {
    private static final Pattern BOOT = Pattern.compile("\\[boot ([^\\]]*)\\]");

    private final Nodes nodes;

    Restart(Nodes nodes) {
        this.nodes = nodes;
    }

    Outcome restart(Order order, NodeId node) throws Refusal {
        Instant until = nodes.now().plus(order.deadline());
        try {
            var view = nodes.look();
            var before = before(order, node, view);
            if (before.isEmpty()) {
                before = Optional.of(ask(order, node, view));
            }
            awaitBack(node, before.get(), until);
        } catch (Silence silence) {
            throw Refusal.silent(silence, nodes.api().server());
        }
        return new Outcome.Succeeded(node + " has restarted and is back in the cluster.");
    }

    private Task task(Order order, NodeId node, Computer computer, Role role) {
        return new Task(
                order.action().toString(), "restart", nodes.fixlet(role), node, computer.id(), nodes.parameters(role));
    }

    /** The boot that this action has asked to end, in this process or another one. */
    private Optional<String> before(Order order, NodeId node, View view) throws Silence, Refusal {
        var task = task(order, node, nodes.known(view, node), Role.RESTART);
        return new Work(nodes, order.progress())
                .title(task)
                .flatMap(title -> BOOT.matcher(title).results().findFirst())
                .map(match -> match.group(1));
    }

    private String ask(Order order, NodeId node, View view) throws Refusal {
        var computer = nodes.fresh(view, node);
        var owned = view.ownedBy(node);
        if (!owned.isEmpty()) {
            throw Refusal.failed(
                    "RESTART-NOT-DRAINED",
                    node.value(),
                    node + " is not restarted, because it owns " + String.join(", ", owned) + ".",
                    "Drain it first.");
        }
        var boot = computer.boot().orElse("");
        var seen = order.seen().node(node).flatMap(Node::bootId).orElse(boot);
        if (!seen.equals(boot)) {
            throw Refusal.failed(
                    "RESTART-SURPRISE",
                    node.value(),
                    node + " is not restarted, because it has restarted since it was last looked at.",
                    "The run looks again.");
        }
        var role = nodes.isRelevant(view, Role.RESTART_IF_PENDING, computer) ? Role.RESTART_IF_PENDING : Role.RESTART;
        var task = task(order, node, computer, role).noting("boot " + boot);
        var said = new Work(nodes, order.progress()).run(task, order.deadline());
        switch (said.status().meaning()) {
            case SAYS_DONE, AWAITS_RESTART, WAITS -> {
                // The boot time is the proof.
            }
            case FAILED, NOT_RELEVANT, BLOCKED, NO_RESULT -> {
                if (nodes.look()
                        .computer(node)
                        .flatMap(Computer::boot)
                        .filter(now -> !now.equals(boot))
                        .isEmpty()) {
                    throw Work.failed(task, said);
                }
            }
        }
        return boot;
    }

    private void awaitBack(NodeId node, String before, Instant until) throws Refusal {
        boolean back = nodes.await(
                view -> view.computer(node)
                                .flatMap(Computer::boot)
                                .filter(now -> !now.equals(before))
                                .isPresent()
                        && (view.state(node).equals("0") || view.isPaused(node)),
                until);
        if (!back) {
            throw Refusal.inDoubt(
                    "RESTART-NOT-BACK",
                    node.value(),
                    node + " has not come back into the cluster from its restart in time.",
                    "Look at its console; it stays paused until it is back.");
        }
    }
}
