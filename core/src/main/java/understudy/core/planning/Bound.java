package understudy.core.planning;

import java.util.BitSet;
import understudy.core.model.Group;

/**
 * The least weighted number of outages that any plan can have: the weights of the running groups that some node's necessary
 * absence puts below what they need, all other constraints dropped.
 */
final class Bound {
    private final Problem problem;

    Bound(Problem problem) {
        this.problem = problem;
    }

    int weight() {
        int sum = 0;
        for (Unit unit : problem.units) {
            sum += isForced(unit) ? unit.weight() : 0;
        }
        for (Group spread : problem.spreads) {
            sum += isForced(spread) ? spread.weight() : 0;
        }
        return sum;
    }

    boolean isForced(Unit unit) {
        int owner = unit.owner();
        return problem.toVisit.get(owner) && problem.works.get(owner).disruptive();
    }

    boolean isForced(Group spread) {
        BitSet away = (BitSet) problem.toVisit.clone();
        boolean served = spread.serving().size() >= spread.least();
        return served
                && spread.serving().size() - 1 < spread.least()
                && away.stream()
                        .anyMatch(node -> problem.works.get(node).disruptive()
                                && spread.serving().contains(problem.id(node)));
    }
}
