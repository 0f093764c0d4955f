package understudy.core.planning;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.procedure.Procedure;

/** Finds the order of the plan: exact where the budget lasts, else the better of what was built and what was found. */
final class RouteFinder {
    private final PlanningInput input;
    private final Situation situation;

    RouteFinder(Situation situation) {
        this.situation = situation;
        this.input = situation.input();
    }

    /** What came of the search. */
    sealed interface Found {
        /** A route through this problem. */
        record Way(Problem problem, Route route) implements Found {}

        /** None, and why. */
        record NoWay(List<Finding> findings) implements Found {}
    }

    /** Accepted outages are used only where there is no way without them, those of groups without any home first. */
    Found find() {
        Found first = attempt(new LinkedHashSet<>());
        if (first instanceof Found.Way || input.policy().acceptedOutages().isEmpty()) {
            return first;
        }
        Problem problem = new Problem(situation, Set.of());
        Set<GroupId> homeless = new LinkedHashSet<>();
        for (GroupId group : input.policy().acceptedOutages()) {
            if (hasNoHomeEver(group, problem)) {
                homeless.add(group);
            }
        }
        Found second = attempt(homeless);
        return second instanceof Found.Way
                ? second
                : attempt(new LinkedHashSet<>(input.policy().acceptedOutages()));
    }

    private static boolean hasNoHomeEver(GroupId group, Problem problem) {
        Optional<Unit> unit =
                problem.units.stream().filter(each -> each.id().equals(group)).findFirst();
        if (unit.isEmpty()) {
            return true;
        }
        int at = unit.get().index();
        for (int node = 0; node < problem.nodes.size(); node++) {
            if (node != unit.get().owner() && problem.hosting.couldPlace(at, node)) {
                return false;
            }
        }
        return true;
    }

    private Found attempt(Set<GroupId> tolerated) {
        Problem problem = new Problem(situation, tolerated);
        var transitions = new Transitions(problem);
        var greedy = new GreedySearch(transitions);
        Optional<Route> built = greedy.search();
        boolean together = input.procedure().visit() == Procedure.Visit.ALL_TOGETHER;
        ExactSearch.Answer answer;
        if (together) {
            answer = new ExactSearch.Answer(Optional.empty(), built.isPresent());
        } else if (built.isEmpty() && isHopeless(transitions)) {
            answer = new ExactSearch.Answer(Optional.empty(), true);
        } else {
            answer = new ExactSearch(transitions).search();
        }
        if (answer.route().isPresent()) {
            return new Found.Way(problem, answer.route().get());
        }
        if (built.isPresent()) {
            Route route = built.get();
            return new Found.Way(problem, new Route(route.legs(), route.cost(), isBest(route, problem)));
        }
        return new Found.NoWay(new NoHome(transitions, greedy.end()).findings(answer.exhausted()));
    }

    /** Some node may not be absent even when every other one has been visited and is back, so that there is no order to look for. */
    private static boolean isHopeless(Transitions transitions) {
        Problem problem = transitions.problem;
        return problem.toVisit.stream().anyMatch(node -> {
            Layout last = Layout.of(problem);
            last.visited.or(problem.toVisit);
            last.visited.or(problem.waiting);
            last.visited.clear(node);
            BitSet alone = new BitSet();
            alone.set(node);
            return transitions.rules.against(alone, last).isPresent();
        });
    }

    /** No plan has fewer outages or fewer stages, and no group without clients moves. */
    private boolean isBest(Route route, Problem problem) {
        int visits = problem.toVisit.cardinality();
        int most = input.policy().maxUnavailable();
        int stages = (visits + most - 1) / most;
        return route.cost().outages() == new Bound(problem).weight()
                && route.cost().stages() == stages
                && route.cost().idleMoves() == 0;
    }
}
