package understudy.driver.bigfix.act;

import java.time.Duration;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.driver.bigfix.Refusal;
import understudy.driver.bigfix.Role;
import understudy.driver.bigfix.StatusText.Meaning;
import understudy.driver.bigfix.observe.Computer;
import understudy.driver.bigfix.observe.View;
import understudy.driver.bigfix.wire.Silence;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** Pauses a node, which survives restarts, and moves its groups away; resumes it, but only where the pause was ours. */
final class Drain {
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Nodes nodes;

    Drain(Nodes nodes) {
        this.nodes = nodes;
    }

    Outcome drain(Order order, NodeId node) throws Refusal {
        var view = nodes.look();
        refuseServed(view, node);
        var computer = nodes.fresh(view, node);
        var entry = Entries.drain(order.action().run(), node);
        boolean marked = isMarked(entry);
        boolean foreign = view.isPaused(node) && !marked;
        if (!view.isPaused(node)) {
            pause(order, node, computer, entry);
        } else if (marked) {
            order.ledger().open(entry);
        }
        moveGroups(order, node, computer);
        return new Outcome.Succeeded(
                foreign ? node + " was paused before, by someone else; it is left so." : node + " is drained.");
    }

    /** Mailbox servers are never moved by this, nor are other groups that clients hang on. */
    private void refuseServed(View view, NodeId node) throws Refusal {
        var served = view.ownedBy(node).stream()
                .filter(group -> nodes.settings().isExchange() ? view.isMailboxServer(group) : weight(group) > 0)
                .toList();
        if (!served.isEmpty()) {
            throw Refusal.failed(
                    "BIGFIX-DRAIN-SERVES",
                    node.value(),
                    node + " is not drained, because it hosts " + String.join(", ", served) + ".",
                    "Hand it over first.");
        }
    }

    private int weight(String group) {
        return nodes.settings()
                .weights()
                .getOrDefault(new understudy.core.model.GroupId(group), group.equals("Cluster Group") ? 0 : 1);
    }

    private boolean isMarked(LedgerEntry entry) throws Refusal {
        try {
            return nodes.marks().has(entry);
        } catch (Silence silence) {
            throw Refusal.silent(silence, nodes.api().server());
        }
    }

    private void pause(Order order, NodeId node, Computer computer, LedgerEntry entry) throws Refusal {
        order.ledger().open(entry);
        try {
            nodes.marks().put(entry);
        } catch (Silence silence) {
            throw Refusal.silent(silence, nodes.api().server());
        }
        var role = computer.is2003() ? Role.PAUSE_2003 : Role.PAUSE_2008;
        var said = run(order, "pause", role, node, computer);
        if (!nodes.look().isPaused(node)) {
            throw said.failed("is not paused");
        }
    }

    /** An empty node has nothing to move: there Not Relevant is right. */
    private void moveGroups(Order order, NodeId node, Computer computer) throws Refusal {
        var role = computer.is2003() ? Role.MOVE_GROUPS_2003 : Role.MOVE_GROUPS_2008;
        var said = run(order, "move groups", role, node, computer);
        var left = nodes.look().ownedBy(node);
        if (!left.isEmpty()) {
            throw said.failed("still owns " + String.join(", ", left));
        }
    }

    /** A task and what was said of it, which the look that follows judges. */
    private record Ran(Task task, Work.Said said) {
        Refusal failed(String otherwise) {
            return Refusal.failed(
                    "BIGFIX-NOT-DONE",
                    task.node().value(),
                    said.status().sentence(task.toString(), task.node().value()) + " But " + task.node() + " "
                            + otherwise + ".",
                    "Look at the cluster's own log on " + task.node() + ".");
        }
    }

    private Ran run(Order order, String what, Role role, NodeId node, Computer computer) throws Refusal {
        var task = new Task(
                order.action().toString(), what, nodes.fixlet(role), node, computer.id(), nodes.parameters(role));
        return new Ran(task, new Work(nodes, order.progress()).run(task, order.deadline()));
    }

    /** Resumes the node if the pause is ours. */
    Outcome release(LedgerEntry entry, String action) throws Refusal {
        var node = entry.node().orElseThrow();
        if (!isMarked(entry)) {
            return new Outcome.Succeeded(node + " carries no drain of ours.");
        }
        var view = nodes.look();
        if (view.isPaused(node)) {
            resume(node, nodes.fresh(view, node), action);
        }
        try {
            nodes.marks().take(entry);
        } catch (Silence silence) {
            throw Refusal.silent(silence, nodes.api().server());
        }
        return new Outcome.Succeeded(node + " may take groups again.");
    }

    private void resume(NodeId node, Computer computer, String action) throws Refusal {
        var role = computer.is2003() ? Role.RESUME_2003 : Role.RESUME_2008;
        var task = new Task(action, "resume", nodes.fixlet(role), node, computer.id(), nodes.parameters(role));
        var said = new Work(nodes, _ -> {}).run(task, PATIENCE);
        if (nodes.look().isPaused(node)) {
            if (Work.means(said, Meaning.FAILED)) {
                throw Work.failed(task, said);
            }
            throw new Ran(task, said).failed("is still paused");
        }
    }
}
