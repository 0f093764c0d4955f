package understudy.engine.run;

import java.util.List;
import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.planning.Condition;
import understudy.core.planning.Planning;
import understudy.core.planning.PlanningInput;
import understudy.core.planning.RunRecords;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;
import understudy.core.run.Books;

/** The core's decisions as the run loop asks for them; the real ones in every product, scripted ones in tests of the loop. */
public interface Rules {
    Planning plan(PlanningInput input);

    /** Why the condition is not known to hold; empty where it holds. */
    Optional<String> missing(Condition condition, Moment moment);

    /** What forbids the step now. */
    List<Finding> guard(Question question);

    /** The looks over which a condition is judged. */
    record Moment(ClusterSnapshot now, ClusterSnapshot atStart, RunRecords records) {}

    /** What the guards are asked. */
    record Question(
            Step step,
            Stage stage,
            PlanningInput fresh,
            ClusterSnapshot plannedOn,
            Optional<Books.Lock> lock,
            boolean recovery) {}
}
