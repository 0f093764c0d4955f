package understudy.driver.simulated;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import understudy.core.model.Membership;
import understudy.core.model.NodeId;
import understudy.core.model.Quorum;
import understudy.core.model.Voter;
import understudy.driver.simulated.scenario.ClusterSetup;
import understudy.driver.simulated.scenario.VoterSetup;

/** Who votes in the cluster now, and whether it suffices. */
final class Votes {
    private final ClusterSetup setup;
    private final Collection<SimulatedNode> nodes;
    private final Set<String> lost = new TreeSet<>();
    /** By a fault, whoever votes. */
    boolean suspended;

    Votes(ClusterSetup setup, Collection<SimulatedNode> nodes) {
        this.setup = setup;
        this.nodes = nodes;
        setup.voters().stream()
                .filter(voter -> !voter.present())
                .map(VoterSetup::name)
                .forEach(lost::add);
    }

    void lose(String voter) {
        lost.add(voter);
    }

    void regain(String voter) {
        lost.remove(voter);
    }

    boolean held() {
        return !suspended && quorum(true).survivesAbsenceOf(List.of());
    }

    /** Quorum would hold without this node, as far as anybody can know now. */
    boolean surviveLossOf(NodeId node) {
        List<NodeId> absent = new ArrayList<>(List.of(node));
        nodes.stream().filter(other -> other.membership == Membership.LEAVING).forEach(other -> absent.add(other.id));
        return quorum(true).survivesAbsenceOf(absent);
    }

    Quorum seen() {
        return quorum(held());
    }

    private Quorum quorum(boolean held) {
        List<Voter> voters = new ArrayList<>();
        for (SimulatedNode node : nodes) {
            voters.add(new Voter(node.id.value(), 1, presence(node)));
        }
        for (VoterSetup voter : setup.voters()) {
            voters.add(new Voter(
                    voter.name(),
                    voter.votes(),
                    lost.contains(voter.name()) ? Voter.Presence.ABSENT : Voter.Presence.PRESENT));
        }
        return new Quorum(setup.rule(), held, voters);
    }

    private static Voter.Presence presence(SimulatedNode node) {
        return switch (node.membership) {
            case MEMBER, LEAVING -> Voter.Presence.PRESENT;
            case JOINING, LEFT, LOST -> Voter.Presence.ABSENT;
            case UNKNOWN -> Voter.Presence.UNKNOWN;
        };
    }
}
