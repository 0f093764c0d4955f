package understudy.core.planning;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import understudy.core.model.Group;
import understudy.core.model.MayHost;
import understudy.core.model.NodeId;
import understudy.core.model.Quorum;
import understudy.core.model.Voter;

/** Whether some nodes may be absent at once: quorum, {@code maxUnavailable}, and what each spread group needs. */
final class StageRules {
    private final Problem problem;
    private final int[] nodeOfVoter;
    private final BitSet[] serving;
    private final BitSet[] returning;

    StageRules(Problem problem) {
        this.problem = problem;
        nodeOfVoter = problem.input.snapshot().quorum().voters().stream()
                .mapToInt(voter -> nodeNamed(voter.name()))
                .toArray();
        serving = new BitSet[problem.spreads.size()];
        returning = new BitSet[problem.spreads.size()];
        for (int spread = 0; spread < serving.length; spread++) {
            serving[spread] = nodes(problem.spreads.get(spread).serving()::contains);
            returning[spread] = mayReturn(problem.spreads.get(spread));
            returning[spread].and(problem.open);
        }
    }

    private int nodeNamed(String name) {
        for (int node = 0; node < problem.nodes.size(); node++) {
            if (problem.id(node).value().equals(name)) {
                return node;
            }
        }
        return -1;
    }

    private BitSet mayReturn(Group spread) {
        return nodes(node -> spread.mayHost(node) instanceof MayHost.Yes);
    }

    private BitSet nodes(Predicate<NodeId> wanted) {
        BitSet found = new BitSet();
        for (int node = 0; node < problem.nodes.size(); node++) {
            found.set(node, wanted.test(problem.id(node)));
        }
        return found;
    }

    /** Why these nodes may not all be absent together, a clause; empty where they may. */
    Optional<String> against(BitSet visits, Layout layout) {
        if (onlyGivesBack(visits)) {
            return Optional.empty();
        }
        BitSet absent = absent(visits, layout);
        int most = problem.input.policy().maxUnavailable();
        if (absent.cardinality() > most && !(visits.cardinality() == 1 && problem.absent.get(visits.nextSetBit(0)))) {
            return Optional.of(
                    "at most " + most + " may be unavailable at once, and with it " + names(absent) + " would be");
        }
        if (!quorumHolds(absent, layout)) {
            return Optional.of("the cluster would lose quorum with " + names(absent) + " absent");
        }
        for (int at = 0; at < serving.length; at++) {
            Group spread = problem.spreads.get(at);
            if (!problem.tolerates(spread) && fallsShort(at, visits, layout)) {
                return Optional.of(spread.id() + " must be served by at least " + spread.least()
                        + " nodes and would be served by " + left(at, visits, layout));
            }
        }
        return Optional.empty();
    }

    /** A visit that only releases what was held takes nothing away. */
    private boolean onlyGivesBack(BitSet visits) {
        return visits.stream().allMatch(node -> !problem.works.get(node).disruptive());
    }

    BitSet absent(BitSet visits, Layout layout) {
        BitSet absent = (BitSet) problem.absent.clone();
        for (int node = 0; node < problem.nodes.size(); node++) {
            if (isBack(node, layout)) {
                absent.clear(node);
            }
        }
        absent.or(visits);
        return absent;
    }

    /** Visited, or taken into the cluster by the handover that came to it. */
    private boolean isBack(int node, Layout layout) {
        return layout.visited.get(node) || (problem.waiting.get(node) && layout.weightedOn[node] > 0);
    }

    boolean quorumHolds(BitSet absent, Layout layout) {
        return quorumHolds(absent, layout, 0);
    }

    /** Would quorum survive the loss of any one more of the voters that are present? */
    boolean survivesOneMore(BitSet absent, Layout layout) {
        int largest = 0;
        for (int at = 0; at < nodeOfVoter.length; at++) {
            int votes = problem.input.snapshot().quorum().voters().get(at).votes();
            largest = counts(at, absent, layout) ? Math.max(largest, votes) : largest;
        }
        return quorumHolds(absent, layout, largest);
    }

    private boolean quorumHolds(BitSet absent, Layout layout, int lost) {
        Quorum quorum = problem.input.snapshot().quorum();
        int all = 0;
        int present = -lost;
        for (int at = 0; at < nodeOfVoter.length; at++) {
            int votes = quorum.voters().get(at).votes();
            all += votes;
            present += counts(at, absent, layout) ? votes : 0;
        }
        return switch (quorum.rule()) {
            case Quorum.Rule.Majority() -> 2 * present > all;
            case Quorum.Rule.TwoNode() -> present >= 1;
            case Quorum.Rule.Fixed(int votes) -> present >= votes;
            case Quorum.Rule.NotNeeded() -> true;
        };
    }

    private boolean counts(int at, BitSet absent, Layout layout) {
        Voter voter = problem.input.snapshot().quorum().voters().get(at);
        boolean seen = voter.presence() == Voter.Presence.PRESENT;
        int node = nodeOfVoter[at];
        if (node < 0) {
            return seen;
        }
        boolean present = isBack(node, layout) || (seen && !problem.absent.get(node));
        return present && !absent.get(node);
    }

    /** The visit takes it below what it needs, or takes more of it away where it is below already. */
    boolean fallsShort(int spread, BitSet visits, Layout layout) {
        return serving[spread].intersects(visits)
                && left(spread, visits, layout) < problem.spreads.get(spread).least();
    }

    private int left(int spread, BitSet visits, Layout layout) {
        BitSet left = (BitSet) returning[spread].clone();
        left.and(layout.visited);
        left.or(serving[spread]);
        left.andNot(visits);
        return left.cardinality();
    }

    String names(BitSet nodes) {
        return nodes.stream().mapToObj(node -> problem.id(node).value()).collect(Collectors.joining(", "));
    }
}
