package understudy.cli.wiring;

import java.util.List;
import understudy.core.procedure.Procedure;
import understudy.core.procedure.ProcedureStep;

/** A procedure as it is rehearsed: nobody is at the twin, so that the twin does itself what an operator does in the real run. */
final class Unmanned {
    private Unmanned() {}

    static Procedure of(Procedure real) {
        return new Procedure(
                real.id(),
                real.title(),
                real.platform(),
                real.kinds(),
                real.order(),
                real.handoverTiming(),
                real.visit(),
                real.vacate(),
                real.versionFence(),
                steps(real.before()),
                steps(real.node()),
                steps(real.handover()),
                real.pointOfNoReturn(),
                steps(real.proof()),
                steps(real.after()));
    }

    private static List<ProcedureStep> steps(List<ProcedureStep> real) {
        return real.stream().map(Unmanned::step).toList();
    }

    private static ProcedureStep step(ProcedureStep real) {
        return new ProcedureStep(
                real.id(),
                real.verb(),
                real.where(),
                real.deadline(),
                real.expected(),
                ProcedureStep.By.DRIVER,
                real.instruction(),
                real.afterDoubt(),
                real.outage());
    }
}
