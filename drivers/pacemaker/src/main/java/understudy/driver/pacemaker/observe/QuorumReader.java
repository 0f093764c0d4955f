package understudy.driver.pacemaker.observe;

import java.util.ArrayList;
import java.util.List;
import understudy.core.model.Quorum;
import understudy.core.model.Voter;

/** The cluster's voters and the rule by which they decide. */
final class QuorumReader {
    private QuorumReader() {}

    static Quorum read(ClusterLook look) {
        boolean ignored =
                look.cib().properties().getOrDefault("no-quorum-policy", "stop").equals("ignore");
        return look.quorum()
                .map(tool -> new Quorum(
                        ignored ? new Quorum.Rule.NotNeeded() : rule(tool), tool.quorate(), voters(look, tool)))
                .orElseGet(() -> new Quorum(
                        ignored ? new Quorum.Rule.NotNeeded() : new Quorum.Rule.Majority(),
                        look.mon().quorum(),
                        unknownVoters(look)));
    }

    private static Quorum.Rule rule(QuorumTool tool) {
        if (tool.has("2Node")) {
            return new Quorum.Rule.TwoNode();
        }
        return tool.needed() == tool.expected() / 2 + 1
                ? new Quorum.Rule.Majority()
                : new Quorum.Rule.Fixed(tool.needed());
    }

    /** An absent node's votes are not shown: what is left of the expected votes is spread over the absent ones. */
    private static List<Voter> voters(ClusterLook look, QuorumTool tool) {
        List<Voter> voters = new ArrayList<>();
        int missing = tool.expected()
                - tool.votes().values().stream().mapToInt(Integer::intValue).sum();
        long absent = fullNodes(look).stream()
                .filter(node -> !tool.votes().containsKey(node.id()))
                .count();
        int each = absent == 0 ? 0 : (int) Math.max(1, missing / absent);
        for (MonNode node : fullNodes(look)) {
            var votes = tool.votes().get(node.id());
            voters.add(
                    votes == null
                            ? new Voter(node.name(), each, Voter.Presence.ABSENT)
                            : new Voter(node.name(), votes, Voter.Presence.PRESENT));
        }
        if (tool.has("Qdevice")) {
            int votes = tool.votes().getOrDefault("0", 0);
            voters.add(new Voter(
                    "quorum device", Math.max(votes, 1), votes > 0 ? Voter.Presence.PRESENT : Voter.Presence.ABSENT));
        }
        return voters;
    }

    private static List<Voter> unknownVoters(ClusterLook look) {
        return fullNodes(look).stream()
                .map(node -> new Voter(node.name(), 1, Voter.Presence.UNKNOWN))
                .toList();
    }

    private static List<MonNode> fullNodes(ClusterLook look) {
        return look.mon().nodes().stream().filter(MonNode::isFullNode).toList();
    }
}
