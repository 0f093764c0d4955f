package understudy.core.planning;

import java.util.ArrayList;
import java.util.List;
import understudy.core.model.Finding;
import understudy.core.model.Node;
import understudy.core.model.PatchState;

/** Makes a plan out of what is seen, known and wanted: a pure function, the same answer for the same input in every process. */
public final class Planner {
    private final PlanningInput input;
    private final DoneSteps done;
    private final List<NodeWork> works;
    private final List<Finding> findings;

    private Planner(PlanningInput input) {
        this.input = input;
        this.done = new DoneSteps(input.records().done());
        this.works = input.snapshot().nodes().stream()
                .map(node -> NodeWork.of(node, input, done))
                .toList();
        this.findings = Admission.findings(input, works);
    }

    /** A plan that keeps every rule with the fewest outages, nothing to do, or every reason why there is no such plan. */
    public static Planning plan(PlanningInput input) {
        return new Planner(input).plan();
    }

    private Planning plan() {
        if (findings.stream().anyMatch(Finding::blocks)) {
            return new Planning.Refused(findings);
        }
        return switch (new RouteFinder(input, works).find()) {
            case RouteFinder.Found.NoWay(List<Finding> reasons) -> refused(reasons);
            case RouteFinder.Found.Way(Problem problem, Route route) -> planned(problem, route);
        };
    }

    private Planning refused(List<Finding> reasons) {
        List<Finding> all = new ArrayList<>(reasons);
        all.addAll(findings);
        return new Planning.Refused(all);
    }

    private Planning planned(Problem problem, Route route) {
        var draft = new Draft(input, done);
        draft.warnings.addAll(findings);
        var preparation = new PreparationWriter(draft, problem);
        preparation.before();
        new PlanWriter(draft, problem).write(route, List.of());
        preparation.after();
        if (draft.stages.isEmpty()) {
            return new Planning.NothingToDo(findings, isIncomplete());
        }
        return new Planning.Planned(new Plan(
                input.snapshot().cluster(),
                input.procedure().id(),
                input.patch().id(),
                draft.stages,
                draft.outages,
                new Bound(problem).weight(),
                draft.gap,
                route.exact(),
                draft.redundancy,
                draft.warnings,
                draft.expected()));
    }

    private boolean isIncomplete() {
        return works.stream().anyMatch(this::isLeftOut);
    }

    private boolean isLeftOut(NodeWork work) {
        Node node = work.node();
        boolean surelyPatched = node.patch().isPatched();
        boolean unseen = node.patch() instanceof PatchState.Unknown;
        return unseen || !surelyPatched || work.needed();
    }
}
