package understudy.driver.bigfix.act;

import java.util.Set;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.driver.bigfix.Component;
import understudy.driver.bigfix.FixletRef;
import understudy.driver.bigfix.Refusal;
import understudy.driver.bigfix.observe.Computer;
import understudy.driver.bigfix.observe.View;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** The patch, a Fixlet or a baseline, on one node: taken up by its agent, and judged by our own look. */
final class Patching {
    private final Nodes nodes;

    Patching(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The patch's Fixlet. */
    static FixletRef fixlet(Patch patch) throws Refusal {
        if (patch.content() instanceof Patch.Content.Named(String site, String id) && id.matches("\\d{1,9}")) {
            return new FixletRef(site, Integer.parseInt(id));
        }
        throw Refusal.failed(
                "BIGFIX-NO-FIXLET",
                patch.id(),
                "The patch " + patch.id() + " names no Fixlet, and BigFix installs nothing else.",
                "Write `fixlet: {site: ..., id: \"...\"}` into the patch.");
    }

    Outcome install(Order order, NodeId node) throws Refusal {
        var ref = fixlet(order.patch());
        var patch = Component.of(ref);
        var view = nodes.look(Set.of(patch));
        var computer = nodes.fresh(view, node);
        refuseServing(view, node);
        refuseInstaller(computer);
        var task = new Task(order.action().toString(), "patch", ref, node, computer.id(), java.util.Map.of());
        var said = new Work(nodes, order.progress()).run(task, order.deadline());
        return switch (said.status().meaning()) {
            case AWAITS_RESTART ->
                new Outcome.Succeeded(said.status().sentence(task.toString(), node.value()) + " The restart follows.");
            case SAYS_DONE, FAILED -> judged(task, said, node, patch);
            case NOT_RELEVANT ->
                throw Refusal.failed(
                        "BIGFIX-NOT-RELEVANT",
                        node.value(),
                        said.status().sentence(task.toString(), node.value())
                                + " It was to be installed there, so that this is no success.",
                        "Look at the Fixlet's relevance: the node may need something else first.");
            case WAITS, BLOCKED, NO_RESULT -> throw Work.failed(task, said);
        };
    }

    private Outcome judged(Task task, Work.Said said, NodeId node, Component patch) throws Refusal {
        var after = nodes.look(Set.of(patch));
        var computer = nodes.fresh(after, node);
        if (!after.isRelevant(patch.site(), patch.id(), computer.id())) {
            return new Outcome.Succeeded(said.status().sentence(task.toString(), node.value()));
        }
        if (computer.awaitsRestart().orElse(false)) {
            return new Outcome.Succeeded(said.status().sentence(task.toString(), node.value())
                    + " It is still relevant, and a restart is pending.");
        }
        if (Work.means(said, understudy.driver.bigfix.StatusText.Meaning.FAILED)) {
            throw Work.failed(task, said);
        }
        throw Refusal.failed(
                "BIGFIX-STILL-RELEVANT",
                node.value(),
                said.status().sentence(task.toString(), node.value()) + " But its agent still finds it relevant.",
                "Look at the agent's log on " + node + ".");
    }

    private void refuseServing(View view, NodeId node) throws Refusal {
        var owned = view.ownedBy(node);
        if (!owned.isEmpty()) {
            throw Refusal.failed(
                    "BIGFIX-NOT-EMPTY",
                    node.value(),
                    node + " is not patched, because it owns " + String.join(", ", owned) + ".",
                    "Drain it first.");
        }
    }

    private static void refuseInstaller(Computer computer) throws Refusal {
        var running = computer.all("installers");
        if (!running.isEmpty()) {
            throw Refusal.failed(
                    "BIGFIX-INSTALLER",
                    computer.node().value(),
                    "On " + computer.node() + " an installer runs already: " + String.join(", ", running) + ".",
                    "Wait until it has ended, in every logon session.");
        }
    }

    Outcome verify(Order order, NodeId node) throws Refusal {
        var patch = Component.of(fixlet(order.patch()));
        var view = nodes.look(Set.of(patch));
        var computer = nodes.fresh(view, node);
        if (view.isRelevant(patch.site(), patch.id(), computer.id())) {
            throw Refusal.failed(
                    "VERIFY-BEHIND",
                    node.value(),
                    "On " + node + " the patch " + patch + " is still relevant.",
                    "Look at the action's history in the console.");
        }
        return new Outcome.Succeeded("On " + node + " the patch " + patch + " is not relevant any more.");
    }
}
