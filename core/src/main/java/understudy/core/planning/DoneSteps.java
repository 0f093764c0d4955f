package understudy.core.planning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import understudy.core.model.StepId;

/** What the records say was done, asked by a step's id without its occurrence; gives out the ids that come next. */
final class DoneSteps {
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> given = new HashSet<>();

    DoneSteps(List<StepId> done) {
        for (StepId id : done) {
            given.add(id.value());
            counts.merge(id.withoutOccurrence(), 1, Integer::sum);
        }
    }

    static String key(String step, Object subject) {
        return step + ":" + subject;
    }

    static String key(String step, Object subject, Object destination) {
        return step + ":" + subject + ">" + destination;
    }

    int count(String key) {
        return counts.getOrDefault(key, 0);
    }

    boolean contains(String key) {
        return count(key) > 0;
    }

    /** The next id for this key that neither the records nor the plan so far have used. */
    StepId next(String key) {
        String id = key;
        for (int occurrence = 2; !given.add(id); occurrence++) {
            id = key + "#" + occurrence;
        }
        return new StepId(id);
    }
}
