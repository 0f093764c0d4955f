package understudy.core.planning;

import java.util.Map;
import java.util.Optional;
import understudy.core.model.Membership;
import understudy.core.model.Node;
import understudy.core.model.PatchState;
import understudy.core.model.RestartNeed;

/** A node of a test, changed one property at a time. */
public record NodeDraft(Node node) {
    public NodeDraft membership(Membership membership) {
        return new NodeDraft(new Node(
                node.id(),
                membership,
                node.drained(),
                node.maintenance(),
                node.patch(),
                node.restart(),
                node.bootId(),
                node.capacity(),
                node.facts()));
    }

    public NodeDraft drained(boolean drained) {
        return new NodeDraft(new Node(
                node.id(),
                node.membership(),
                drained,
                node.maintenance(),
                node.patch(),
                node.restart(),
                node.bootId(),
                node.capacity(),
                node.facts()));
    }

    public NodeDraft maintenance() {
        return new NodeDraft(new Node(
                node.id(),
                node.membership(),
                node.drained(),
                true,
                node.patch(),
                node.restart(),
                node.bootId(),
                node.capacity(),
                node.facts()));
    }

    public NodeDraft patch(PatchState patch) {
        return new NodeDraft(new Node(
                node.id(),
                node.membership(),
                node.drained(),
                node.maintenance(),
                patch,
                node.restart(),
                node.bootId(),
                node.capacity(),
                node.facts()));
    }

    public NodeDraft restart(RestartNeed restart) {
        return new NodeDraft(new Node(
                node.id(),
                node.membership(),
                node.drained(),
                node.maintenance(),
                node.patch(),
                restart,
                node.bootId(),
                node.capacity(),
                node.facts()));
    }

    public NodeDraft booted(String bootId) {
        return new NodeDraft(new Node(
                node.id(),
                node.membership(),
                node.drained(),
                node.maintenance(),
                node.patch(),
                node.restart(),
                Optional.of(bootId),
                node.capacity(),
                node.facts()));
    }

    public NodeDraft capacity(String dimension, int most) {
        return new NodeDraft(new Node(
                node.id(),
                node.membership(),
                node.drained(),
                node.maintenance(),
                node.patch(),
                node.restart(),
                node.bootId(),
                Map.of(dimension, most),
                node.facts()));
    }

    Node build() {
        return node;
    }
}
