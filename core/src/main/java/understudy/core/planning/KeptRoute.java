package understudy.core.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.planning.Route.Leg;
import understudy.core.planning.Route.Move;
import understudy.core.procedure.Procedure;
import understudy.core.procedure.Verb;

/** Reads the route out of what is left of an earlier plan, and walks it to see whether it still keeps every rule and leaves nothing over. */
final class KeptRoute {
    private final Problem problem;
    private final Transitions transitions;
    private final Layout layout;
    private final Set<String> once = new HashSet<>();
    private Cost cost = Cost.NOTHING;

    KeptRoute(Transitions transitions) {
        this.transitions = transitions;
        this.problem = transitions.problem;
        this.layout = Layout.of(problem);
        Procedure procedure = problem.input.procedure();
        Stream.concat(procedure.before().stream(), procedure.after().stream()).forEach(step -> once.add(step.id()));
    }

    /** The same route; empty where the world is another than the one that it was made for. */
    Optional<Route> of(List<Stage> rest, boolean exact) {
        if (problem.input.procedure().visit() == Procedure.Visit.ALL_TOGETHER) {
            return Optional.empty();
        }
        List<Leg> legs = new ArrayList<>();
        for (Stage stage : rest) {
            BitSet visits = visits(stage);
            if (visits.isEmpty()) {
                continue;
            }
            Optional<List<Move>> moves = walk(stage, visits);
            if (moves.isEmpty()) {
                return Optional.empty();
            }
            legs.add(new Leg(moves.get(), visits.stream().boxed().toList()));
        }
        if (!transitions.isDone(layout)) {
            return Optional.empty();
        }
        Cost total = cost.plus(new Cost(0, 0, 0, transitions.astray(layout), 0, 0));
        return Optional.of(new Route(legs, total, exact));
    }

    /** The nodes that the stage takes away or gives back; what is done once on every node is no visit. */
    private BitSet visits(Stage stage) {
        BitSet visits = new BitSet();
        for (Stage.Track track : stage.tracks()) {
            boolean visit = track.steps().stream()
                    .anyMatch(step -> !once.contains(step.source().id()));
            Integer node = problem.index.get(track.node());
            if (visit && node != null) {
                visits.set(node);
            }
        }
        return visits;
    }

    private Optional<List<Move>> walk(Stage stage, BitSet visits) {
        List<Move> moves = new ArrayList<>();
        for (Step step : stage.lead()) {
            if (!(step.verb() instanceof Verb.HandOver)) {
                continue;
            }
            Optional<Move> move = move(step).filter(this::isAllowed);
            if (move.isEmpty()) {
                return Optional.empty();
            }
            cost = cost.plus(transitions.apply(move.get(), layout));
            moves.add(move.get());
        }
        BitSet others = (BitSet) visits.clone();
        others.andNot(transitions.candidates(layout));
        if (!others.isEmpty() || transitions.rules.against(visits, layout).isPresent()) {
            return Optional.empty();
        }
        cost = cost.plus(transitions.apply(visits, layout));
        return Optional.of(moves);
    }

    private Optional<Move> move(Step step) {
        Optional<Unit> unit = step.group().flatMap(this::unit);
        Optional<Integer> from = step.from().flatMap(this::index);
        Optional<Integer> to = step.destination().flatMap(this::index);
        return unit.isPresent() && from.isPresent() && to.isPresent()
                ? Optional.of(new Move(unit.get().index(), from.get(), to.get()))
                : Optional.empty();
    }

    private Optional<Unit> unit(GroupId group) {
        return problem.units.stream().filter(unit -> unit.id().equals(group)).findFirst();
    }

    private Optional<Integer> index(NodeId node) {
        return Optional.ofNullable(problem.index.get(node));
    }

    private boolean isAllowed(Move move) {
        Unit unit = problem.units.get(move.unit());
        return layout.owner[move.unit()] == move.from()
                && unit.weighted()
                && unit.movable()
                && transitions.mayHandOver(layout)
                && problem.hosting.mayGo(move.unit(), move.to(), layout);
    }
}
