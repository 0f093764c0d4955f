package understudy.core.safety;

import java.util.ArrayList;
import java.util.List;
import understudy.core.model.Finding;
import understudy.core.planning.Condition;

/** What the step itself says must be true before it; what could not be seen does not pass. */
final class PreconditionGuard implements Guard {
    @Override
    public List<Finding> judge(GuardInput input) {
        Moment moment = Moment.before(input.now(), input.fresh().records());
        List<Finding> findings = new ArrayList<>();
        for (Condition condition : input.step().needs()) {
            String id = input.step().id().value();
            switch (Conditions.judge(condition, moment)) {
                case Verdict.Holds() -> {
                    // Nothing to say.
                }
                case Verdict.Fails(String reason) ->
                    findings.add(Finding.error(
                            "PRECONDITION-FAILS",
                            id,
                            id + " does not start: " + reason,
                            "Put that right, then resume."));
                case Verdict.Unknown(String reason) ->
                    findings.add(Finding.error(
                            "PRECONDITION-UNKNOWN",
                            id,
                            id + " does not start, because what it needs is not known: " + reason,
                            "See that it can be observed, then resume."));
            }
        }
        return findings;
    }
}
