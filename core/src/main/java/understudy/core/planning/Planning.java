package understudy.core.planning;

import java.util.List;
import understudy.core.model.Finding;

/** The planner's answer. */
public sealed interface Planning {
    /** A plan that keeps every rule. */
    record Planned(Plan plan) implements Planning {}

    /**
     * Every node that can be seen is patched and nothing of ours is left to give back.
     *
     * @param incomplete nodes that could not be seen
     */
    record NothingToDo(List<Finding> notes, boolean incomplete) implements Planning {
        public NothingToDo {
            notes = List.copyOf(notes);
        }
    }

    /** No plan keeps every rule; these are the reasons. */
    record Refused(List<Finding> findings) implements Planning {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
