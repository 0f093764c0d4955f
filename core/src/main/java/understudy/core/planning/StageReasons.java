package understudy.core.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import understudy.core.model.NodeId;
import understudy.core.planning.Route.Leg;
import understudy.core.planning.Route.Move;

/** Why these nodes, why now, and why a group goes where it goes. */
final class StageReasons {
    private StageReasons() {}

    static String title(Problem problem, Leg leg) {
        List<String> parts = new ArrayList<>();
        for (Move move : leg.moves()) {
            parts.add("hand " + problem.units.get(move.unit()).names() + " over to " + problem.id(move.to()));
        }
        boolean install =
                leg.visits().stream().anyMatch(node -> problem.works.get(node).disruptive());
        String moves = String.join(", ", parts);
        String visit = install
                ? (isBack(problem, leg)
                        ? "take " + names(problem, leg.visits()) + " back"
                        : "patch " + names(problem, leg.visits()))
                : "release " + names(problem, leg.visits());
        String whole = moves.isEmpty() ? visit : moves + ", then " + visit;
        return Character.toUpperCase(whole.charAt(0)) + whole.substring(1);
    }

    private static boolean isBack(Problem problem, Leg leg) {
        return leg.visits().stream().allMatch(node -> NodeWork.isTakenBack(problem.id(node), problem.input));
    }

    private static String names(Problem problem, List<Integer> nodes) {
        return nodes.stream().map(problem::id).map(NodeId::value).collect(Collectors.joining(" and "));
    }

    static String why(Problem problem, Layout layout, Leg leg) {
        String names = names(problem, leg.visits());
        boolean many = leg.visits().size() > 1;
        if (isBack(problem, leg)) {
            return names + (many ? " are" : " is") + " taken back to the packages that " + (many ? "they" : "it")
                    + " had before the patch.";
        }
        if (leg.visits().stream().anyMatch(problem.open::get)) {
            return names + (many ? " come" : " comes") + " first, because this run has begun there and not finished.";
        }
        if (!leg.moves().isEmpty()) {
            String moved = leg.moves().stream()
                    .map(move -> problem.units.get(move.unit()).names())
                    .collect(Collectors.joining(", "));
            return "Once " + moved + " has been handed over, " + names + (many ? " serve" : " serves") + " no client.";
        }
        boolean serving = leg.visits().stream().anyMatch(node -> layout.weightedOn[node] > 0);
        if (serving) {
            return "What runs on " + names + " stays there and is down while it is patched.";
        }
        return names + (many ? " serve" : " serves") + " no client, so that the patch interrupts nobody.";
    }

    static String whyThere(Problem problem, Layout layout, Move move) {
        Unit unit = problem.units.get(move.unit());
        NodeId from = problem.id(move.from());
        NodeId to = problem.id(move.to());
        boolean leaving = problem.isPending(move.from(), layout);
        String why = leaving
                ? from + (problem.onlyBack ? " is taken back" : " is to be patched")
                : "room is needed on " + from;
        if (problem.onlyBack) {
            return unit.names() + " leaves " + from + " because " + why + "; " + to + " can take it.";
        }
        String there = problem.isPatched(move.to(), layout)
                ? to + " has the patch already, so that it need not move again."
                : to + " can take it, though its own patch is still to come: no patched node can.";
        return unit.names() + " leaves " + from + " because " + why + "; " + there;
    }
}
