package understudy.driver.bigfix.act;

import java.util.ArrayList;
import java.util.List;
import understudy.core.model.NodeId;
import understudy.driver.bigfix.Prepared;
import understudy.driver.bigfix.Refusal;
import understudy.driver.bigfix.wire.Silence;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** What has to be there before anything moves. */
final class Preparing {
    private final Nodes nodes;

    Preparing(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The patch is on the server, and the node is prepared; the files are the agent's to fetch. */
    Outcome fetch(Order order, NodeId node) throws Refusal {
        var ref = Patching.fixlet(order.patch());
        try {
            if (nodes.api().definition(ref.siteName(), ref.id()).isEmpty()) {
                throw Refusal.failed(
                        "BIGFIX-NO-SUCH-FIXLET",
                        ref.toString(),
                        "The site " + ref.siteName() + " of " + nodes.api().server()
                                + " has no Fixlet, task or baseline " + ref.id() + ".",
                        "Correct the patch; is the site subscribed?");
            }
        } catch (Silence silence) {
            throw Refusal.silent(silence, nodes.api().server());
        }
        prove(node);
        return new Outcome.Succeeded(
                "The agent of " + node + " answers, it is prepared, and the server has " + ref + ".");
    }

    private void prove(NodeId node) throws Refusal {
        var view = nodes.look();
        var computer = nodes.fresh(view, node);
        List<String> missing = new ArrayList<>();
        Prepared.missing(nodes.settings(), view, computer)
                .forEach(role -> missing.add(nodes.fixlet(role).toString()));
        if (!missing.isEmpty()) {
            throw Refusal.failed(
                    "BIGFIX-NOT-PREPARED",
                    node.value(),
                    node + " is not prepared for cluster Fixlets: " + String.join(", ", missing)
                            + " still to be taken.",
                    "`understudy bigfix prepare` takes them.");
        }
    }
}
