package understudy.driver.pacemaker.act;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import understudy.core.model.NodeId;
import understudy.driver.pacemaker.node.Blocks;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.node.Script;
import understudy.driver.pacemaker.observe.ClusterLook;
import understudy.remote.Answer;

/**
 * The cluster software of one node, asked whether it can work in this cluster: before it is replaced, and again before it joins with its
 * new version beside older ones. Nodes may differ in the second number of Pacemaker's feature set while a cluster is being upgraded node by
 * node, not in the first, and each node proves the configuration with {@code crm_verify} before it starts (Pacemaker Administration 2.1,
 * "Upgrading a Pacemaker Cluster").
 */
final class OwnStack {
    private static final Pattern FEATURES = Pattern.compile("Supporting v([0-9]{1,4})\\.[0-9]{1,4}\\.[0-9]{1,4}");
    private static final Pattern MAJOR = Pattern.compile("([0-9]{1,4})\\..*");

    private final NodeLink link;

    OwnStack(NodeLink link) {
        this.link = link;
    }

    /**
     * Refuses where it cannot.
     *
     * @param cluster what the nodes see that are in the cluster
     * @param state what the node therefore does, such as {@code stays out of the cluster}
     */
    void mustFit(ClusterLook cluster, String state) throws Refusal {
        NodeId node = link.node();
        Blocks told = told(state);
        for (String name : List.of("corosync", "configuration")) {
            Optional<Blocks.Block> verdict = told.block(name);
            if (verdict.filter(block -> block.exit() == 0).isEmpty()) {
                throw new Refusal(
                        "STACK-CONFIGURATION",
                        node.value(),
                        node + " " + state + ", because its "
                                + (name.equals("corosync") ? "corosync" : "Pacemaker")
                                + " does not accept the cluster's configuration: "
                                + Sentences.firstLine(
                                        verdict.map(Blocks.Block::text).orElse(""))
                                + ".",
                        name.equals("corosync")
                                ? "Correct /etc/corosync/corosync.conf there until corosync -t is content, then retry."
                                : "Correct the configuration until crm_verify --live-check is content on another node,"
                                        + " then retry.");
            }
        }
        Optional<String> own = first(FEATURES, told.good("features").orElse(""));
        Optional<String> spoken = first(MAJOR, cluster.cib().featureSet());
        if (own.isEmpty() || !own.equals(spoken)) {
            throw new Refusal(
                    "STACK-FEATURES",
                    node.value(),
                    node + " " + state + ", because its Pacemaker has the feature set "
                            + own.map(number -> number + ".x").orElse("that it does not tell")
                            + " and the cluster's is " + cluster.cib().featureSet()
                            + ": nodes whose first numbers differ cannot be in one cluster.",
                    "Upgrade this cluster with all of its nodes stopped, as Pacemaker's documentation describes it.");
        }
    }

    private Blocks told(String state) throws Refusal {
        Script script = Script.of(List.of("stack"), List.of());
        if (link.run(script, Work.call()) instanceof Answer.Finished finished) {
            return script.blocks(finished.output());
        }
        throw new Refusal(
                "PACEMAKER-NO-ANSWER",
                link.nodeName(),
                link.nodeName() + " " + state + ", because it does not say what its cluster software is.",
                "Try again once it answers.");
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
