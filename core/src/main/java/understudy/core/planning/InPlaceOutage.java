package understudy.core.planning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.ProcedureStep.Outage;
import understudy.core.procedure.Verb;

/** The outage of groups that go down with their node: which step of the visit begins it, and how long it is expected to be. */
final class InPlaceOutage {
    private InPlaceOutage() {}

    static Duration expected(Draft draft) {
        List<ProcedureStep> steps = draft.input.procedure().node();
        Duration sum = Duration.ZERO;
        boolean inside = false;
        boolean declared = isDeclared(steps);
        for (ProcedureStep step : steps) {
            inside |= declared ? begins(step) : takesDown(step.verb());
            sum = inside ? sum.plus(draft.expected(step)) : sum;
            if (ends(step)) {
                break;
            }
        }
        return sum;
    }

    static List<Step> mark(List<Step> steps, List<Step.Interruption> down) {
        boolean declared = isDeclared(steps.stream().map(Step::source).toList());
        List<Step> marked = new ArrayList<>();
        boolean begun = false;
        for (Step step : steps) {
            boolean begins = !begun && (declared ? begins(step.source()) : takesDown(step.verb()));
            begun |= begins;
            Step ending = declared && ends(step.source()) ? proving(step, down) : step;
            marked.add(begins ? Draft.interrupting(ending, down) : ending);
        }
        return marked;
    }

    /** Where the procedure says that the outage ends, the groups are proven to be served again. */
    private static Step proving(Step step, List<Step.Interruption> down) {
        List<Condition> proves = new ArrayList<>(step.proves());
        down.forEach(interruption -> proves.add(new Condition.GroupServed(interruption.group())));
        return new Step(
                step.id(),
                step.source(),
                step.node(),
                step.group(),
                step.from(),
                step.destination(),
                step.needs(),
                proves,
                step.interrupts(),
                step.reason());
    }

    private static boolean ends(ProcedureStep step) {
        return step.outage() == Outage.ENDS || step.outage() == Outage.WHOLE;
    }

    private static boolean isDeclared(List<ProcedureStep> steps) {
        return steps.stream().anyMatch(InPlaceOutage::begins);
    }

    private static boolean begins(ProcedureStep step) {
        return step.outage() == Outage.BEGINS || step.outage() == Outage.WHOLE;
    }

    private static boolean takesDown(Verb verb) {
        return verb instanceof Verb.Drain
                || verb instanceof Verb.LeaveCluster
                || verb instanceof Verb.Install
                || verb instanceof Verb.Downgrade
                || verb instanceof Verb.Restart;
    }
}
