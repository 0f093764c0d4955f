package understudy.engine.probes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import understudy.core.model.GroupId;
import understudy.core.model.SessionCut;
import understudy.engine.ports.OutageWatch.Outage;

/** What is known of one group while it is watched; told by the judging thread, asked by any. */
final class GroupWatch {
    final GroupId group;
    private final OutageTracker tracker;
    private final AnswersInOrder order = new AnswersInOrder();
    private final AtomicReferenceArray<@Nullable ProbeAnswer> latest;
    private final OutageListener listener;

    GroupWatch(GroupProbes probes, Instant begin, OutageListener listener) {
        this.group = probes.group();
        this.tracker = new OutageTracker(
                group, probes.probes().stream().map(Probe::name).toList(), begin);
        this.latest = new AtomicReferenceArray<>(probes.probes().size());
        this.listener = listener;
    }

    /** Called as soon as an answer is there, whatever is still on its way. */
    void heard(ProbeAnswer answer) {
        latest.accumulateAndGet(
                answer.probe(),
                answer,
                (known, now) -> known == null || known.sent().isBefore(now.sent()) ? now : known);
    }

    /** Called once for each question, by the judging thread. */
    void settled(long question, Optional<ProbeAnswer> answer) {
        for (ProbeAnswer due : order.settled(question, answer)) {
            judge(due);
        }
    }

    synchronized void stalled(Stall stall) {
        tracker.stalled(stall);
    }

    synchronized void cut(SessionCut cut) {
        tracker.cut(cut);
    }

    synchronized List<Outage> outages() {
        return tracker.outages();
    }

    synchronized List<SingleMiss> singleMisses() {
        return tracker.singleMisses();
    }

    /** Whether the latest answer of every probe is good; a probe that has not been heard yet does not answer. */
    Optional<Boolean> answers() {
        if (latest.length() == 0) {
            return Optional.empty();
        }
        for (int probe = 0; probe < latest.length(); probe++) {
            ProbeAnswer last = latest.get(probe);
            if (last == null || last.answer() instanceof Answer.Missed) {
                return Optional.of(false);
            }
        }
        return Optional.of(true);
    }

    /** The listener is called without the lock: it may take its time, and may ask back. */
    private void judge(ProbeAnswer answer) {
        boolean before;
        boolean after;
        synchronized (this) {
            before = tracker.isOpen();
            tracker.accept(answer);
            after = tracker.isOpen();
        }
        if (!before && after) {
            listener.began(outages().getLast());
        }
        if (before && !after) {
            listener.ended(outages().getLast());
        }
    }
}
