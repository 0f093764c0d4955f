package understudy.core.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import understudy.core.model.Finding;
import understudy.core.model.Node;

/** Makes a plan out of what is seen, known and wanted: a pure function, the same answer for the same input in every process. */
public final class Planner {
    private final PlanningInput input;
    private final Situation situation;
    private final List<Finding> findings;

    private Planner(PlanningInput input) {
        this.input = input;
        this.situation = Situation.of(input);
        this.findings = new ArrayList<>(Admission.findings(situation));
    }

    /** A plan that keeps every rule with the fewest outages, nothing to do, or every reason why there is no such plan. */
    public static Planning plan(PlanningInput input) {
        return new Planner(input).plan();
    }

    /**
     * The rest of an earlier plan where it still holds, else a new one: what was best stays best for as long as everything goes as it was
     * planned, so that nothing is searched for again.
     *
     * @param rest what is left of the earlier plan
     * @param exact no plan better than that one exists
     */
    public static Planning again(PlanningInput input, List<Stage> rest, boolean exact) {
        return new Planner(input).again(rest, exact);
    }

    private Planning again(List<Stage> rest, boolean exact) {
        boolean blocked = findings.stream().anyMatch(Finding::blocks);
        if (blocked || !situation.underWay().isEmpty()) {
            return plan();
        }
        Problem problem = new Problem(situation, Set.of());
        Optional<Route> kept = new KeptRoute(new Transitions(problem)).of(rest, exact);
        return kept.isPresent() ? planned(problem, kept.get()) : plan();
    }

    private Planning plan() {
        if (findings.stream().anyMatch(Finding::blocks)) {
            return new Planning.Refused(findings);
        }
        return switch (new RouteFinder(situation).find()) {
            case RouteFinder.Found.NoWay(List<Finding> reasons) -> onlyToService(reasons);
            case RouteFinder.Found.Way(Problem problem, Route route) -> planned(problem, route);
        };
    }

    /** Where no way leads on, a handover that was broken off is ended all the same, because clients wait; nothing else is begun. */
    private Planning onlyToService(List<Finding> reasons) {
        Problem problem = new Problem(situation, Set.of());
        var draft = new Draft(input, situation.done());
        draft.warnings.addAll(findings);
        reasons.forEach(reason -> draft.warnings.add(reason.asWarning()));
        new PlanWriter(draft, problem).endOutages();
        return draft.stages.isEmpty() ? refused(reasons) : planned(draft, problem, true);
    }

    private Planning refused(List<Finding> reasons) {
        List<Finding> all = new ArrayList<>(reasons);
        all.addAll(findings);
        return new Planning.Refused(all);
    }

    private Planning planned(Problem problem, Route route) {
        var draft = new Draft(input, situation.done());
        draft.warnings.addAll(findings);
        var preparation = new PreparationWriter(draft, problem);
        var writer = new PlanWriter(draft, problem);
        writer.endOutages();
        preparation.before();
        Layout end = writer.write(route);
        if (!problem.onlyBack) {
            new ProofWriter(draft, problem, end).write();
            new MoveBackWriter(draft, problem, end).write();
        }
        preparation.after();
        if (draft.stages.isEmpty()) {
            return new Planning.NothingToDo(findings, isIncomplete());
        }
        if (!route.exact()) {
            draft.gap.add("The search ended at its budget, so that a better order may exist.");
        }
        return planned(draft, problem, route.exact());
    }

    private Planning planned(Draft draft, Problem problem, boolean exact) {
        return new Planning.Planned(new Plan(
                input.snapshot().cluster(),
                input.procedure().id(),
                input.patch().id(),
                draft.stages,
                draft.outages,
                new Bound(problem).weight(),
                draft.gap,
                exact,
                draft.redundancy,
                draft.warnings,
                draft.expected()));
    }

    private boolean isIncomplete() {
        boolean onlyBack = input.records().targets().onlyBack();
        return situation.works().stream()
                .filter(work -> !onlyBack || NodeWork.isTakenBack(work.node().id(), input))
                .anyMatch(Planner::isLeftOut);
    }

    /** There is nothing to do and yet this node is not surely done: unseen, skipped, absent or in maintenance. */
    private static boolean isLeftOut(NodeWork work) {
        Node node = work.node();
        return !node.patch().isPatched() || work.needed();
    }
}
