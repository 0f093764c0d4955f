package understudy.driver.simulated;

import java.util.List;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.engine.ports.Order;

/** Writes what must be given back: first into the caller's ledger, then as a mark that every look sees. */
final class Marks {
    private final World world;

    Marks(World world) {
        this.world = world;
    }

    /** What an entry is about: a node, a group, or both. */
    record Subject(Optional<NodeId> node, Optional<GroupId> group) {
        static Subject of(NodeId node) {
            return new Subject(Optional.of(node), Optional.empty());
        }

        static Subject of(NodeId node, GroupId group) {
            return new Subject(Optional.of(node), Optional.of(group));
        }

        String written() {
            return group.map(name -> name + node.map(to -> "@" + to).orElse(""))
                    .or(() -> node.map(NodeId::value))
                    .orElse("cluster");
        }
    }

    /** What is marked already stays so: it is given back to what stood there before it was first touched, by whoever marked it. */
    void open(Order order, LedgerEntry.Kind kind, Subject subject, String before) {
        String id = order.step().source().id() + "@" + subject.written();
        if (world.marks.containsKey(id)) {
            return;
        }
        LedgerEntry entry = new LedgerEntry(
                id,
                order.action().run(),
                kind,
                subject.node(),
                subject.group(),
                before,
                "(a simulated cluster is given back by the program itself)");
        order.ledger().open(entry);
        world.marks.put(id, entry);
    }

    /** Ours that fit, oldest first. */
    List<LedgerEntry> of(Order order, LedgerEntry.Kind kind, Optional<NodeId> node, Optional<GroupId> group) {
        return world.marks.values().stream()
                .filter(entry -> entry.run().equals(order.action().run())
                        && entry.kind() == kind
                        && (node.isEmpty() || entry.node().equals(node))
                        && (group.isEmpty() || entry.group().equals(group)))
                .toList();
    }

    /** Ours that the named step of a procedure has written for the node. */
    List<LedgerEntry> writtenBy(Order order, String step, Optional<NodeId> node) {
        return world.marks.values().stream()
                .filter(entry -> entry.run().equals(order.action().run())
                        && entry.id().startsWith(step + "@")
                        && (node.isEmpty() || entry.node().equals(node)))
                .toList();
    }

    void erase(LedgerEntry entry) {
        world.marks.remove(entry.id());
    }
}
