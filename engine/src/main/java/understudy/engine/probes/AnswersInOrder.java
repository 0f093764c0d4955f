package understudy.engine.probes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a group's answers into the order of their questions, since those that time out come long after later ones that were
 * answered at once. Questions are numbered from 0.
 */
final class AnswersInOrder {
    private final Map<Long, Optional<ProbeAnswer>> waiting = new HashMap<>();
    private long next;

    /** Takes what came of one question (empty where nothing is known) and returns the answers whose turn has now come. */
    List<ProbeAnswer> settled(long question, Optional<ProbeAnswer> answer) {
        waiting.put(question, answer);
        List<ProbeAnswer> due = new ArrayList<>();
        for (Optional<ProbeAnswer> turn = waiting.remove(next); turn != null; turn = waiting.remove(next)) {
            turn.ifPresent(due::add);
            next++;
        }
        return due;
    }
}
