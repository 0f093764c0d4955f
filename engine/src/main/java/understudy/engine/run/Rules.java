package understudy.engine.run;

import java.util.List;
import understudy.core.model.Finding;
import understudy.core.planning.Planner;
import understudy.core.planning.Planning;
import understudy.core.planning.PlanningInput;
import understudy.core.planning.Stage;
import understudy.core.safety.GuardInput;
import understudy.core.safety.Guards;

/** The core's decisions as the run loop asks for them: the core's own in every product, scripted ones in tests of the loop. */
public interface Rules {
    Planning plan(PlanningInput input);

    /** As {@link #plan}, with what is left of an earlier plan, which stays where it still holds. */
    default Planning again(PlanningInput input, List<Stage> rest, boolean exact) {
        return plan(input);
    }

    /** What the guards find about the step; what {@link Finding#blocks()} forbids it. */
    List<Finding> guard(GuardInput input);

    /** As {@link #guard}, for a step before which clients are waiting already. */
    default List<Finding> guardInside(GuardInput input) {
        return Guards.judgeInside(input);
    }

    /** The core's own. */
    static Rules ofTheCore() {
        return new Rules() {
            @Override
            public Planning plan(PlanningInput input) {
                return Planner.plan(input);
            }

            @Override
            public Planning again(PlanningInput input, List<Stage> rest, boolean exact) {
                return Planner.again(input, rest, exact);
            }

            @Override
            public List<Finding> guard(GuardInput input) {
                return Guards.judge(input);
            }
        };
    }
}
